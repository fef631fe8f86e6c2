// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { PLACE_KINDS } from './places/sample';
import { whyNoCoreDumps } from './places/core-dumps';
import { everyScenario, someScenarios } from './scenarios';
import { sweep } from './sweep';
import { CHROMIUM } from './sweep-browser';

const missing = [!existsSync('/usr/bin/pdftotext') && 'poppler-utils', !existsSync(CHROMIUM) && 'chromium'].filter(Boolean);
const obstacle = process.platform !== 'linux' ? 'it looks at processes as Linux shows them' : missing.length > 0 ? `install ${missing.join(' and ')}` : undefined;
const describeHere = obstacle === undefined ? describe : describe.skip;

it('the whole sweep has activations by both methods at either desk, and no two of the same name', () => {
  const names = everyScenario().flat().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const plan of everyScenario()) expect(new Set(plan.map(({ method }) => method)).size).toBe(2);
});

describeHere(`activations whose codes are known from the paper${obstacle === undefined ? '' : ` (not run: ${obstacle})`}`, () => {
  it('leave none of them in any log, file, database, memory, traffic or browser', async () => {
    const { found, notReached, codes, looked } = await sweep(someScenarios(), () => undefined);
    expect(found).toEqual([]);
    expect(notReached).toEqual([]);
    expect(codes).toBeGreaterThanOrEqual(16);
    const isLookedAt = new Set(looked.keys());
    if ((await whyNoCoreDumps()) !== undefined) isLookedAt.add('core dumps');
    expect(PLACE_KINDS.filter((kind) => !isLookedAt.has(kind))).toEqual([]);
  }, 240_000);
});
