// SPDX-License-Identifier: AGPL-3.0-or-later
/** The whole product and its outside world as a process inside a namespace, with one station that reads through PC/SC. whole-desk.ts starts it and speaks to it. */
import { join } from 'node:path';
import { openDataFolder } from '../../../tools/stack/data-folder.mjs';
import { run } from '../../../tools/stack/processes.mjs';
import { startStack } from '../../../tools/stack/stack.mjs';
import { jsonLines } from '../pcsc/json-lines';
import type { Answer, Step } from './whole-desk';

type Stack = Awaited<ReturnType<typeof startStack>>;

const rehearsal = join(__dirname, '../../../apps/rehearsal/dist/main.js');

const main = async ([folder]: readonly string[]): Promise<void> => {
  const wire = jsonLines(process.stdin, process.stdout);
  const answer = (message: Answer): void => wire.send(message);
  const data = openDataFolder(folder);
  const stack = await startStack({ data, reader: 'pcsc' });
  try {
    answer({ kind: 'done', value: null });
    for (let step = (await wire.next()) as Step | undefined; step; step = (await wire.next()) as Step | undefined) {
      answer(
        await take(step, stack, data.logs).then(
          (value): Answer => ({ kind: 'done', value }),
          (error: unknown): Answer => ({ kind: 'failed', reason: String(error) }),
        ),
      );
    }
  } finally {
    await stack.stop();
  }
};

const take = async (step: Step, stack: Stack, logDir: string): Promise<unknown> => {
  switch (step.kind) {
    case 'activate':
      return activate(step, stack, logDir);
    case 'stop-station':
      await stack.station.stop();
      return null;
    case 'at-citizens-side':
      return ask(new URL(step.path, String(stack.rehearsalUrl)), step.body);
  }
};

/** The driver of `npm run demo`: an operator at the public API, a citizen at the world's. */
const activate = async ({ cardType, tearAt }: Step & { kind: 'activate' }, { deskUrl, rehearsalUrl, signIns }: Stack, logDir: string): Promise<unknown> => {
  const operator = (signIns as readonly { username: string; password: string; role: string }[]).find(({ role }) => role === 'operator');
  const output = await run({
    name: 'story',
    script: rehearsal,
    args: ['demo', '--desk', deskUrl, '--rehearsal', rehearsalUrl, '--type', cardType, ...(tearAt === undefined ? [] : ['--tear', tearAt])],
    env: { DEMO_USERNAME: operator?.username ?? '', DEMO_PASSWORD: operator?.password ?? '' },
    logDir,
  });
  return JSON.parse(output) as unknown;
};

const ask = async (address: URL, body: unknown): Promise<unknown> => {
  const act = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(address, body === null ? {} : act);
  if (!response.ok) throw new Error(`${address.pathname} was answered with ${String(response.status)}`);
  return response.json();
};

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
