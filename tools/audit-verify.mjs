// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run audit:verify -- FILE [--key PUB] [--head FILE]`: whether the export of a log holds. The verifier itself is one file, `libs/seal/dist/audit-verify.mjs`, that any Node from 20.12 on runs by itself. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ready, root } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
build(['seal']);
const { status } = spawnSync(process.execPath, [join(root, 'libs/seal/dist/audit-verify.mjs'), ...process.argv.slice(2)], { cwd: process.env['INIT_CWD'] ?? process.cwd(), stdio: 'inherit' });
process.exitCode = status ?? 2;
