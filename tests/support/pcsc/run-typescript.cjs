// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `node --require run-typescript.cjs script.ts`: runs a TypeScript source, compiled as Jest and the build compile it, with the workspace's packages
 * read from their sources. For processes that a test starts outside its own.
 */
const { transformSync } = require('@swc/core');
const { existsSync, readFileSync, statSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const options = require('../../../tools/build/swc.cjs');

const workspace = join(__dirname, '../../..');

/** The source that a specifier means, or undefined for everything that is Node's or a package's. */
function sourceOf(specifier, parent) {
  const [, project, entry] = /^@sportello\/([a-z-]+)(?:\/([a-z]+))?$/.exec(specifier) ?? [];
  if (project) return join(workspace, project === 'migrations' ? project : join('libs', project), 'src', entry ?? '', 'index.ts');
  if (!specifier.startsWith('.') || !parent?.startsWith('file:')) return undefined;
  const path = resolve(dirname(fileURLToPath(parent)), specifier);
  return [path, `${path}.ts`, join(path, 'index.ts')].find((file) => file.endsWith('.ts') && existsSync(file) && statSync(file).isFile());
}

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source ? { url: pathToFileURL(source).href, format: 'commonjs', shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'commonjs', source: transformSync(readFileSync(filename, 'utf8'), { ...options, filename, sourceMaps: 'inline' }).code, shortCircuit: true };
  },
});
