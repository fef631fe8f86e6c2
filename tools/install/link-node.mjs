// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * After an install: makes `node_modules/.bin/node` the runtime that came from the registry, so that every `npm run` and `npx` uses it,
 * also over an older system Node. Some npm releases do not link a command that several platform packages claim; the link is ours to make.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync, copyFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const platform = process.platform === 'win32' ? 'win' : process.platform;
const runtime = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const bin = join(root, 'node_modules', '.bin');
const link = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');

if (existsSync(runtime)) {
  mkdirSync(bin, { recursive: true });
  rmSync(link, { force: true });
  if (process.platform === 'win32') copyFileSync(runtime, link);
  else symlinkSync(relative(bin, runtime), link);
}
