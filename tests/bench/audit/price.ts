// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Acts a second with the log (row, list of those that wait, sealing of all that was written) and without it. The product has no such switch: here the transaction is
 * made to forget what it should tell. The callers are a thread of their own, so that they do not dilute what the API spends.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CSRF_HEADER, IDEMPOTENCY_KEY_HEADER } from '@sportello/contracts';
// eslint-disable-next-line @nx/enforce-module-boundaries -- what is switched off is inside the API, which has no such switch, and no package
import { Transaction } from '../../../apps/api/src/platform/database/transaction';
// eslint-disable-next-line @nx/enforce-module-boundaries -- as above
import { seal } from '../../../apps/api/src/testing/log-reader';
// eslint-disable-next-line @nx/enforce-module-boundaries -- as above
import { TestApi } from '../../../apps/api/src/testing/test-api';
import { startTestServer } from '../../support/database/server.mjs';
import { report, rounded } from '../measure';

const ACTS = 600;
const AT_ONCE = 8;
const ROUNDS = 21;
const BUDGET = 0.1;

/** Posts a number of acts, so many at once, and answers how long they took. */
const CALLERS = `
  const { parentPort } = require('node:worker_threads');
  const { randomUUID } = require('node:crypto');
  parentPort.on('message', async ({ url, headers, body, acts, atOnce, keyHeader }) => {
    let left = acts;
    const start = performance.now();
    await Promise.all(Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const response = await fetch(url, { method: 'POST', headers: { ...headers, [keyHeader]: randomUUID() }, body });
        await response.arrayBuffer();
        if (response.status !== 201) throw new Error('an act was answered with ' + response.status);
      }
    }));
    parentPort.postMessage(performance.now() - start);
  });`;

async function measure(): Promise<void> {
  const server = await startTestServer();
  process.env.SPORTELLO_TEST_SERVER = server.url;
  process.env.SPORTELLO_TEST_RUN = server.runId;
  const callers = new Worker(CALLERS, { eval: true, execArgv: [] });
  const api = await TestApi.start();
  try {
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const insertionId = await station.insert(await api.card());
    const headers = { 'content-type': 'application/json', cookie: operator.cookie, [CSRF_HEADER]: operator.session.csrfToken };
    const { audit } = Transaction.prototype;
    const round = async (hasLog: boolean): Promise<number> => {
      Transaction.prototype.audit = hasLog ? audit : () => undefined;
      globalThis.gc?.();
      const start = performance.now();
      callers.postMessage({ url: `${api.url}/api/functional-checks`, headers, body: JSON.stringify({ insertionId }), acts: ACTS, atOnce: AT_ONCE, keyHeader: IDEMPOTENCY_KEY_HEADER });
      await once(callers, 'message');
      // What was written is sealed within the same time: nothing is left to a round without the log.
      if (hasLog) await seal(api);
      return ACTS / ((performance.now() - start) / 1000);
    };
    await round(true);
    await round(false);
    const [withLog, without]: [number[], number[]] = [[], []];
    for (let count = 0; count < ROUNDS; count += 1) {
      // Who goes first changes, so that what grows with time weighs on both.
      for (const hasLog of count % 2 === 0 ? [true, false] : [false, true]) (hasLog ? withLog : without).push(await round(hasLog));
    }
    const [reached, floor] = [median(withLog), median(without)];
    const cost = 1 - reached / floor;
    report('audit-price', { acts: ACTS, rounds: ROUNDS, perSecond: rounded(reached), perSecondWithout: rounded(floor), ratio: rounded(reached / floor), cost: rounded(cost), budget: BUDGET, isWithinBudget: cost < BUDGET });
    await station.disconnect();
  } finally {
    await api.close();
    await callers.terminate();
    await server.stop();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

measure().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
