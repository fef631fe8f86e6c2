// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run kill-table [-- --only TEXT]`: every way to cut an activation, and what became of the card. Writes docs/kill-table.md; the last line on stdout is JSON. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { everyCut } from './cut';
import { nameOf, renderTable } from './render-table';
import { runCuts } from './run-cuts';
import { isFlawless, totalsOf } from './totals';

const TABLE = join(__dirname, '../../../docs/kill-table.md');
const DESKS = 4;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const { only } = values;
  const cuts = everyCut().filter((cut) => only === undefined || nameOf(cut).includes(only));
  if (cuts.length === 0) throw new Error(`no cut is named like that: ${String(only)}`);
  const outcomes = await runCuts(cuts, Math.min(DESKS, cuts.length), (outcome, index) => {
    const { ending, holds, isUnknown, happenedAt } = outcome;
    process.stderr.write(`${index + 1}/${cuts.length} ${nameOf(outcome.cut)} at ${happenedAt ?? 'nowhere'}: ${ending.kind}; ${holds}${isUnknown ? ' – UNKNOWN' : ''} [${ending.said.join(' → ')}] ${ending.hands.join(', ')}\n`);
    if (isUnknown) process.stderr.write(`  ${JSON.stringify(ending)}\n`);
  });
  const totals = totalsOf(outcomes);
  if (only === undefined) await writeFile(TABLE, renderTable(outcomes, totals));
  process.stdout.write(`${JSON.stringify(totals)}\n`);
  // A cut that was never felt proves nothing.
  process.exit(isFlawless(totals) && totals.cuts === cuts.length ? 0 : 1);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
