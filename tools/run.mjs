// SPDX-License-Identifier: AGPL-3.0-or-later
/** `node tools/run.mjs APP [ARGUMENTS]`: a program of a real installation (`npm run api`, `npm run station`, …): builds what changed and becomes that program. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fail, onOrphaned, ready, root } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
const [app, ...args] = process.argv.slice(2);
if (!app) fail('Which program? For example: node tools/run.mjs api serve');
build();

const program = spawn(process.execPath, [join(root, 'apps', String(app), 'dist', 'main.js'), ...args], { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } });
process.on('SIGINT', () => undefined);
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => program.kill(signal));
onOrphaned(() => program.kill('SIGTERM'));
program.once('exit', (code) => process.exit(code ?? 1));
