// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the log costs: the same acts with it and without, by turns in one run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Reads the workspace's sources, as its tests do. */
const hooks = join(import.meta.dirname, '../../tools/build/from-sources.cjs');
const { status } = spawnSync(process.execPath, ['--expose-gc', '--no-warnings=ExperimentalWarning', '--require', hooks, join(import.meta.dirname, 'audit', 'price.ts')], { stdio: 'inherit' });
if (status !== 0) process.exitCode = 1;
