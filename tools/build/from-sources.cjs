// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `node --require from-sources.cjs PROGRAM.ts`: runs a program of the workspace from its sources, so that whoever starts one (a test, a bench) needs no build. It is linked into
 * one script at its first start, and anew at the first one after any of its sources has changed.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { enableCompileCache, registerHooks } = require('node:module');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');

const root = join(__dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'sportello-from-sources');
mkdirSync(cache, { recursive: true });
enableCompileCache(join(cache, 'v8'));
/** Besides a program's own sources: how it is linked, and what npm has installed. */
const common = [...['link-sources.mjs', 'swc.cjs'].map((name) => join(__dirname, name)), join(root, 'node_modules', '.package-lock.json')];

/** Changes with each change of the file: nobody sets a file's change time. @param {string} file */
function stampOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.ctimeMs}` : null;
}

/** The script that was linked last time, if its sources are still what they were then: it begins with a line that names them. @param {string} made */
function madeBefore(made) {
  if (!existsSync(made)) return undefined;
  const script = readFileSync(made, 'utf8');
  /** @type {Record<string, string | null>} */
  const stamps = JSON.parse(script.slice('// '.length, script.indexOf('\n')));
  return Object.entries(stamps).every(([file, stamp]) => stampOf(file) === stamp) ? script : undefined;
}

/** Several may do it at the same time: each brings a whole file, and the last one's stays. @param {string} program @param {string} made */
function link(program, made) {
  const begun = Date.now();
  const draft = `${made}.${process.pid}`;
  const linking = spawnSync(process.execPath, [join(__dirname, 'link-sources.mjs'), program, draft], { encoding: 'utf8', maxBuffer: Infinity });
  if (linking.status !== 0) throw new Error(`${program} cannot be linked: ${linking.stderr}`);
  /** @type {string[]} */
  const sources = JSON.parse(linking.stdout);
  // One that was changed meanwhile may have been read before: it is looked at anew next time.
  const stamps = [...common, ...sources].map((file) => [file, (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) < begun ? stampOf(file) : 'changed']);
  const script = `// ${JSON.stringify(Object.fromEntries(stamps))}\n${readFileSync(draft, 'utf8')}`;
  writeFileSync(draft, script);
  renameSync(draft, made);
  return script;
}

/** @param {string} program */
function scriptOf(program) {
  const made = join(cache, `${createHash('sha256').update(program).digest('hex')}.js`);
  return madeBefore(made) ?? link(program, made);
}

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    return { format: 'commonjs', source: scriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});
