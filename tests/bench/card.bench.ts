// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The card's side of an activation through the whole product: APDUs against the budget, and what the station adds to the card's own time
 * (the simulated card takes the time of a real one; its own time is what the station waited for its answers).
 */
import pg from 'pg';
import { report, rounded } from './measure.ts';
import { activateOnce, withStack } from './stack.ts';

const ROUNDS = 5;
const BUDGET = { whole: 19, afterGoAhead: 6, overhead: 0.05 };

interface Figures {
  readonly cardMilliseconds: number;
  readonly totalMilliseconds: number;
}

await withStack(async (stack) => {
  const activations = Array.from({ length: ROUNDS }, () => activateOnce(stack));
  const whole = Math.max(...activations.map(({ apdus }) => apdus));
  const afterGoAhead = Math.max(...activations.map(({ apdusAfterGoAhead }) => apdusAfterGoAhead));
  report('card-apdus', { method: 'transport-codes', rounds: ROUNDS, whole, ratioToBudget: rounded(whole / BUDGET.whole), afterGoAhead, afterGoAheadRatioToBudget: rounded(afterGoAhead / BUDGET.afterGoAhead) });

  const figures = await writeFigures(stack.databaseUrl);
  const card = sum(figures, ({ cardMilliseconds }) => cardMilliseconds);
  const total = sum(figures, ({ totalMilliseconds }) => totalMilliseconds);
  report('card-overhead', { rounds: figures.length, cardMilliseconds: rounded(card / figures.length), totalMilliseconds: rounded(total / figures.length), ratio: rounded(total / card), added: rounded(total / card - 1), budgetAdded: BUDGET.overhead });
});

async function writeFigures(databaseUrl: string): Promise<readonly Figures[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ figures: Figures }>('select figures from proof');
    return rows.map(({ figures }) => figures);
  } finally {
    await client.end();
  }
}

function sum(figures: readonly Figures[], of: (one: Figures) => number): number {
  return figures.reduce((total, one) => total + of(one), 0);
}
