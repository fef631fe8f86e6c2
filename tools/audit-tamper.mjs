// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run audit:tamper [-- --mutations N] [-- --seed S]`: changes exports of the log in thousands of ways and has the verifier find each. Progress on stderr, one JSON line last on stdout. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ready, root, say } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
say('Building what has changed …');
build(['seal']);
const tamper = ['--no-warnings=ExperimentalWarning', '--require', join(root, 'tools/build/from-sources.cjs'), join(root, 'tests/proofs/audit-tamper/main.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, tamper, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
process.exitCode = status ?? 1;
