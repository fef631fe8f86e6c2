// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run revocation:load`: the last line on stdout is JSON. Fails when a request was not recorded, got lost or was doubled. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface TestServer {
  readonly url: string;
  readonly runId: string;
  stop(): Promise<void>;
}

/** Of the rate of the rush. */
const STEPS = [0.3, 0.5, 0.7, 0.85, 1];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '100' }, 'calm-seconds': { type: 'string', default: '10' }, 'calm-rate': { type: 'string', default: '20' }, 'step-seconds': { type: 'string', default: '10' } } });
  const [seconds, rate, calmSeconds, calmRate, stepSeconds] = [values.seconds, values.rate, values['calm-seconds'], values['calm-rate'], values['step-seconds']].map(Number);
  if (!seconds || !rate || !calmSeconds || !calmRate || !stepSeconds || seconds < 3) throw new RangeError('--seconds is three at least, and --rate, --calm-seconds, --calm-rate and --step-seconds one');
  const { startTestServer } = (await import(join(__dirname, '../../support/database/server.mjs'))) as { readonly startTestServer: () => Promise<TestServer> };
  const server = await startTestServer();
  process.env['SPORTELLO_TEST_SERVER'] = server.url;
  process.env['SPORTELLO_TEST_RUN'] = server.runId;
  try {
    const climb = STEPS.map((part) => ({ seconds: stepSeconds, rate: Math.max(1, Math.round(rate * part)) }));
    const { load } = await import('./load');
    const tally = await load({ seconds, rate, calm: { seconds: calmSeconds, rate: calmRate }, climb, say: (line) => void process.stderr.write(`${line}\n`) });
    process.stdout.write(`${JSON.stringify(tally)}\n`);
    process.exitCode = tally.lost === 0 && tally.doubled === 0 && Object.keys(tally.notRecorded).length === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
