// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm test [-- STAGE …]`: installs what the suites need, then lint, types and page, unit (with flows and peers), browser; the last line counts.
 * A stage that does not start counts as a failure.
 */
import { ensureInstalled, continueInOwnRuntime, say } from './install/ensure.mjs';
import { ensureSystemPackages } from './install/system-packages.mjs';

ensureSystemPackages();
ensureInstalled();
await continueInOwnRuntime();
const { build } = await import('./build.mjs');
const { ROWS } = await import('./test/stages.mjs');

const chosen = process.argv.slice(2);
const known = ROWS.flatMap((row) => Object.keys(row));
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`No such stage: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}
say('Building what has changed …');
build();
process.env['SPORTELLO_IS_BUILT'] = 'true';

const total = { passed: 0, failed: 0, skipped: 0 };
/** @param {string} name @param {() => Promise<import('./test/stages.mjs').Count>} stage */
async function run(name, stage) {
  const started = process.hrtime.bigint();
  say(`\n── ${name}`);
  const { passed, failed, skipped } = await stage();
  say(`── ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${Math.round(Number(process.hrtime.bigint() - started) / 1e9)} s)`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
for (const row of ROWS) {
  const wanted = Object.entries(row).filter(([name]) => chosen.length === 0 || chosen.includes(name));
  await Promise.all(wanted.map(([name, stage]) => run(name, stage)));
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
