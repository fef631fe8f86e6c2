// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run audit:tamper`: changes the log in thousands of ways; the last line on stdout is JSON. */
import { parseArgs } from 'node:util';
import { tamper, verifyWhole } from './tamper';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { mutations: { type: 'string', default: '10000' }, seed: { type: 'string', default: 'sportello' } } });
  const count = Number(values.mutations);
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError('--mutations is a count');
  const tally = await tamper(count, values.seed, verifyWhole, ({ name, sample, changedLine, verdict }) =>
    process.stderr.write(`not found: ${name}, export ${sample}, line ${changedLine}: ${JSON.stringify(verdict)}\n`),
  );
  process.stdout.write(`${JSON.stringify(tally)}\n`);
  process.exitCode = tally.found === tally.mutations && tally.falseAlarms === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
