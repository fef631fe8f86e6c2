// SPDX-License-Identifier: AGPL-3.0-or-later
/** Builds the project in the current folder: every source under `src/` becomes a CommonJS file under `dist/`; other files are copied. Types are checked by lint. */
import { transformFile } from '@swc/core';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import options from './swc.cjs';

const [from, to] = ['src', 'dist'];
const isLeftOut = (/** @type {string} */ file) => /\.(spec|d)\.ts$|[\\/]testing[\\/]/.test(file);

await rm(to, { recursive: true, force: true });
const entries = await readdir(from, { recursive: true, withFileTypes: true });
for (const entry of entries.filter((found) => found.isFile())) {
  const source = join(entry.parentPath, entry.name);
  const target = join(to, relative(from, source));
  if (isLeftOut(source)) continue;
  await mkdir(dirname(target), { recursive: true });
  if (!source.endsWith('.ts')) {
    await cp(source, target);
    continue;
  }
  const { code, map } = await transformFile(source, options);
  const script = target.replace(/\.ts$/, '.js');
  await writeFile(script, `${code}\n//# sourceMappingURL=${entry.name.replace(/\.ts$/, '.js.map')}\n`);
  if (map) await writeFile(`${script}.map`, map);
}
