// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { COMMANDS, everyCut, someCuts } from './cut';
import { nameOf } from './render-table';
import { runCuts } from './run-cuts';
import { totalsOf } from './totals';

const obstacle = process.platform !== 'linux' ? 'the table kills processes as Linux names them' : existsSync('/usr/bin/pdftotext') ? undefined : 'install poppler-utils';
const describeHere = obstacle === undefined ? describe : describe.skip;

it('the whole table has a cut of every kind at every command, and at least 150 in all', () => {
  const cuts = everyCut();
  expect(cuts.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cuts.map(nameOf)).size).toBe(cuts.length);
  for (const method of ['transport-codes', 'issuer-auth'] as const) {
    const commands = cuts.filter((cut) => cut.method === method && cut.at === 'command');
    expect(commands).toHaveLength(COMMANDS[method] * 10);
  }
});

describeHere(`an activation that is cut once, in each way${obstacle === undefined ? '' : ` (not run: ${obstacle})`}`, () => {
  it('leaves no card that nobody knows, no codes without their paper, and no codes on two sheets', async () => {
    const cuts = someCuts();
    const outcomes = await runCuts(cuts, 2);
    const flaws = outcomes.filter(({ isUnknown, areCodesLost, doubleEnvelopes }) => isUnknown || areCodesLost || doubleEnvelopes > 0);
    expect(flaws.map(({ cut, ending, holds }) => [nameOf(cut), ending, holds])).toEqual([]);
    const notReached = outcomes.filter(({ happenedAt }) => happenedAt === null).map(({ cut }) => nameOf(cut));
    expect(notReached).toEqual([]);
    expect(totalsOf(outcomes)).toMatchObject({ cuts: cuts.length, unknown: 0, codesLost: 0, doubleEnvelopes: 0 });
  }, 300_000);
});
