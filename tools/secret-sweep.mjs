// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run secret-sweep`: no code of any activation is anywhere but on the card and on the paper. Progress on stderr, one JSON line last on stdout. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ready, root, say } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
say('Building what has changed …');
build();
const sweep = ['--no-warnings=ExperimentalWarning', '--require', join(root, 'tools/build/from-sources.cjs'), join(root, 'tests/proofs/secret-sweep/main.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, sweep, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
process.exitCode = status ?? 1;
