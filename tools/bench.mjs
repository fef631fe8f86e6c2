// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run bench [-- NAME …]`: runs the benchmarks of tests/bench (all by default); each prints JSON lines with a ratio against a peer or a floor of the same run. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ready, root, say } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');

const SUFFIX = '.bench.ts';
const folder = join(root, 'tests', 'bench');
const names = readdirSync(folder).filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length));
const asked = process.argv.slice(2);
/** A name means its own benchmark and those that go on from it: *audit* is *audit-price* too. */
const meantBy = (/** @type {string} */ name) => names.filter((each) => each === name || each.startsWith(`${name}-`));
const unknown = asked.filter((name) => meantBy(name).length === 0);
const chosen = [...new Set(asked.flatMap(meantBy))];
if (unknown.length > 0) fail(`No such benchmark: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);

say('Building what has changed …');
build();
for (const name of chosen.length > 0 ? chosen : names) {
  say(`── ${name}`);
  // --expose-gc: a benchmark measures its subject, not the garbage of the one before it.
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--no-warnings=ExperimentalWarning', join(folder, `${name}${SUFFIX}`)], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
  if (status !== 0) process.exitCode = 1;
}
