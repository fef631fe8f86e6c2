// SPDX-License-Identifier: AGPL-3.0-or-later
/** `node --require` this: runs the workspace's TypeScript as Jest does, so that a test's child process needs no build. */
const { existsSync, readFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { dirname, join } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { transformSync } = require('@swc/core');
const options = require('../../../../tools/build/swc.cjs');

const libs = join(__dirname, '..', '..', '..', '..', 'libs');

/** @param {string} specifier @param {string | undefined} parent */
function sourceOf(specifier, parent) {
  const [, lib, part] = /^@sportello\/([a-z-]+)(?:\/([a-z]+))?$/.exec(specifier) ?? [];
  if (lib) return join(libs, lib, 'src', part ?? '', 'index.ts');
  if (!specifier.startsWith('.') || !parent?.endsWith('.ts')) return undefined;
  const file = `${join(dirname(fileURLToPath(parent)), specifier)}.ts`;
  return existsSync(file) ? file : undefined;
}

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source ? { url: pathToFileURL(source).href, format: 'commonjs', shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const file = fileURLToPath(url);
    return { format: 'commonjs', source: transformSync(readFileSync(file, 'utf8'), { ...options, filename: file, sourceMaps: 'inline' }).code, shortCircuit: true };
  },
});
