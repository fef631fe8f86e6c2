// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run revocation:load [-- --seconds N] [-- --rate N]`: requests to revoke, more and more each second, and then many while the authority goes away and comes back. Progress on stderr, one JSON line last on stdout. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ready, root, say } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
say('Building what has changed …');
build();
const load = ['--no-warnings=ExperimentalWarning', '--require', join(root, 'tools/build/from-sources.cjs'), join(root, 'tests/proofs/revocation-load/main.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, load, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
process.exitCode = status ?? 1;
