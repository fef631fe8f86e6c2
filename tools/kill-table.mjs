// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run kill-table`: every way to cut an activation, and what became of the card. Progress on stderr, one JSON line last on stdout. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ready, root, say } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
say('Building what has changed …');
build();
const table = ['--no-warnings=ExperimentalWarning', '--require', join(root, 'tools/build/from-sources.cjs'), join(root, 'tests/proofs/kill-table/main.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, table, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
process.exitCode = status ?? 1;
