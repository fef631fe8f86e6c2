// SPDX-License-Identifier: AGPL-3.0-or-later
/** Inside the namespace: first the station, then OpenSC's tools, each with a fresh card that takes a real one's time. station-and-opensc.ts starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { plugIntoVpcd } from '@sportello/card-io/simulator';
import { setTimeout as sleep } from 'node:timers/promises';
import { report, rounded } from '../measure';
import { activate, openStation, type Phase, phase, together } from './activation';
import { classicCard, contentsOfSample, factoryCodes, METHODS } from './bench-cards';
import { paced, type PacedCard } from './paced-card';

const READER = 'Virtual PCD 00 00';
const ROUNDS = 3;
const newCodes = { pin: '83150', puk: '60418273' } as const;
/** pcscd looks into a virtual reader every 0.4 s; a reader of plastic tells at once. */
const PCSCD_NOTICES_MS = 900;

const main = async (port: number): Promise<void> => {
  const contents = await contentsOfSample();
  const inserted = async (card: PacedCard): Promise<() => Promise<void>> => {
    const plug = await plugIntoVpcd(card, { host: '127.0.0.1', port });
    return async () => {
      plug.pull();
      await sleep(PCSCD_NOTICES_MS);
    };
  };

  const station: Record<string, readonly Phase[]> = {};
  const world = await openStation({ kind: 'pcsc', name: READER });
  for (const method of METHODS) {
    const phases: Phase[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const card = paced(classicCard(contents));
      let pull = (): Promise<void> => Promise.resolve();
      const { recognition, write } = await activate(world, card, method, async () => void (pull = await inserted(card)));
      await pull();
      if (round > 0) phases.push(together(recognition, write));
    }
    station[method] = phases;
  }
  await world.close();

  const openSc: Phase[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const card = paced(classicCard(contents));
    const pull = await inserted(card);
    await sleep(PCSCD_NOTICES_MS);
    openSc.push(together(...(await byOpenSc(card))));
    await pull();
  }

  const peer = middle(openSc.slice(1));
  for (const method of METHODS) {
    const ours = middle(station[method] ?? []);
    report('card-opensc', { method, rounds: ROUNDS, acts: 'recognise, new PIN, new PUK, verify, sign', ...figures('station', ours), ...figures('openSc', peer), ratio: rounded(ours.milliseconds / peer.milliseconds), apduRatio: rounded(ours.card.apdus / peer.card.apdus) });
  }
};

/** A new PIN by the factory's PUK, a new PUK, and a signature under the new PIN: the acts of a write, each by the tool that OpenSC has for it. Each tool reads the card anew. */
const byOpenSc = async (card: PacedCard): Promise<readonly Phase[]> => {
  const { puk } = factoryCodes;
  return [
    await phase(card, () => run('pkcs15-tool', ['--unblock-pin', '--auth-id', '01', '--puk', puk, '--new-pin', newCodes.pin])),
    await phase(card, () => run('opensc-tool', ['--send-apdu', `0024001110${ascii(puk)}${ascii(newCodes.puk)}`])),
    await phase(card, () => run('pkcs11-tool', ['--login', '--sign', '--mechanism', 'SHA256-RSA-PKCS', '--id', '01', '--pin', newCodes.pin], 'something to sign')),
  ];
};

const run = async (program: string, args: readonly string[], input = ''): Promise<void> => {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdin.end(input);
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${program}: ${complaint}`);
};

const ascii = (digits: string): string => Buffer.from(digits, 'ascii').toString('hex');

const middle = (phases: readonly Phase[]): Phase => {
  const sorted = [...phases].sort((one, other) => one.milliseconds - other.milliseconds);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new RangeError('nothing was measured');
  return found;
};

const figures = (who: string, { card, milliseconds }: Phase): Readonly<Record<string, number>> => ({
  [`${who}Milliseconds`]: rounded(milliseconds, 1),
  [`${who}CardMilliseconds`]: rounded(card.milliseconds, 1),
  [`${who}Apdus`]: card.apdus,
});

main(Number(process.argv[2])).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
