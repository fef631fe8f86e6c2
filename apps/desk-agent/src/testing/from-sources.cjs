// SPDX-License-Identifier: AGPL-3.0-or-later
/** `node --require` this: runs the workspace's TypeScript as Jest does, so that a test's child process needs no build. */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { enableCompileCache, registerHooks } = require('node:module');
const { dirname, join } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const options = { ...require('../../../../tools/build/swc.cjs'), sourceMaps: false };

const root = join(__dirname, '..', '..', '..', '..');
/** Many short processes run the same sources: each is translated once, by swc and by V8. */
const cache = join(root, 'node_modules', '.cache', 'sportello-from-sources');
mkdirSync(cache, { recursive: true });
enableCompileCache(join(cache, 'v8'));
const optionsText = JSON.stringify(options);

/** @param {string} specifier @param {string | undefined} parent */
function sourceOf(specifier, parent) {
  const [, lib, part] = /^@sportello\/([a-z-]+)(?:\/([a-z]+))?$/.exec(specifier) ?? [];
  if (lib) return join(root, 'libs', lib, 'src', part ?? '', 'index.ts');
  if (!specifier.startsWith('.') || !parent?.endsWith('.ts')) return undefined;
  const file = `${join(dirname(fileURLToPath(parent)), specifier)}.ts`;
  return existsSync(file) ? file : undefined;
}

/** @param {string} file */
function scriptOf(file) {
  const text = readFileSync(file, 'utf8');
  const cached = join(cache, `${createHash('sha256').update(`${optionsText}\n${file}\n${text}`).digest('hex')}.js`);
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  const { code } = require('@swc/core').transformSync(text, { ...options, filename: file });
  const draft = `${cached}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, cached);
  return code;
}

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source ? { url: pathToFileURL(source).href, format: 'commonjs', shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    return { format: 'commonjs', source: scriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});
