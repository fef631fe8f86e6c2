// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLines } from '../pcsc/json-lines';
import { type PcscNamespace, typescript } from '../pcsc/pcsc-namespace';

/** The card's type, as printed on it, and where it is torn out while it is written, if it is. */
export type Wish = { readonly cardType: string; readonly tearAt?: 'new-pin' | 'new-puk' | 'proof' };

export type Step =
  | ({ readonly kind: 'activate' } & Wish)
  | { readonly kind: 'stop-station' }
  /** A look (`body` null) or an act at the simulated world's own API. */
  | { readonly kind: 'at-citizens-side'; readonly path: string; readonly body: object | null };
export type Answer = { readonly kind: 'done'; readonly value: unknown } | { readonly kind: 'failed'; readonly reason: string };

/** What came of an activation: what its driver tells, and the card that it was about. */
export type Activation = { readonly told: Readonly<Record<string, unknown>>; readonly card: ActivatedCard };

type Codes = { readonly pin: string; readonly puk: string };

/** A card, the codes that its holder reads in the opened envelope, and those with which it left the factory. */
export type ActivatedCard = { readonly id: string; readonly holder: string; readonly idCarta: string; readonly codes: Codes; readonly factoryCodes: Codes };

/** Database, API, simulated world and one station at work inside a namespace; cards go into its first virtual reader, and the station finds them through PC/SC. */
export type WholeDesk = {
  /** One ordinary activation, from the operator's sign-in to the delivery; in the end the card is pulled. */
  activate(wish: Wish): Promise<Activation>;
  /** For another program to have the reader. */
  stopStation(): Promise<void>;
  insert(card: ActivatedCard): Promise<void>;
  pull(): Promise<void>;
  stop(): Promise<void>;
};

/** As far as the tests look at it: the simulated world says more. */
type World = {
  readonly citizens: readonly { readonly id: string; readonly surname: string; readonly name: string; readonly idCarta: string }[];
  /** Newest first. */
  readonly printers: { readonly buste: { readonly sheets: readonly { readonly outside: { readonly recipient: string }; readonly codes: Codes }[] } };
};
type Provision = { readonly transportCodes: readonly ({ readonly idCarta: string } & Codes)[] };

export const openWholeDesk = async (namespace: PcscNamespace): Promise<WholeDesk> => {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-pcsc-'));
  // OpenSC's tools send two hundred commands each: at a real chip's pace they would take minutes.
  const env = { ...process.env, PACE: 'instant' };
  const child = namespace.spawn(typescript(join(__dirname, 'stack-process.ts'), folder), { env, isOneself: true });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const wire = jsonLines(child.stdout, child.stdin);
  const stop = async (): Promise<void> => {
    const exit = child.exitCode === null ? once(child, 'exit') : undefined;
    child.stdin.end();
    await exit;
    await rm(folder, { recursive: true, force: true });
  };
  const outcome = async (): Promise<unknown> => {
    const answer = (await wire.next()) as Answer | undefined;
    if (answer?.kind === 'done') return answer.value;
    throw new Error(answer?.reason ?? `the stack is gone: ${complaint.trim()}`);
  };
  const take = (step: Step): Promise<unknown> => {
    wire.send(step);
    return outcome();
  };
  const world = () => take({ kind: 'at-citizens-side', path: '/api/world', body: null }) as Promise<World>;
  const hand = (act: 'insert' | 'pull', body: object) => take({ kind: 'at-citizens-side', path: `/api/reader/${act}`, body });

  const cardOfNewestEnvelope = async (): Promise<ActivatedCard> => {
    const { citizens, printers } = await world();
    const envelope = printers.buste.sheets[0]!;
    const citizen = citizens.find(({ surname, name }) => `${surname} ${name}` === envelope.outside.recipient)!;
    const { transportCodes } = JSON.parse(await readFile(join(folder, 'rehearsal', 'provision.json'), 'utf8')) as Provision;
    const factoryCodes = transportCodes.find(({ idCarta }) => idCarta === citizen.idCarta)!;
    return { id: citizen.id, holder: `${citizen.name} ${citizen.surname}`, idCarta: citizen.idCarta, codes: envelope.codes, factoryCodes };
  };

  try {
    await outcome();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    activate: async (wish) => {
      const told = (await take({ kind: 'activate', ...wish })) as Activation['told'];
      return { told, card: await cardOfNewestEnvelope() };
    },
    stopStation: () => done(take({ kind: 'stop-station' })),
    insert: ({ id }) => done(hand('insert', { card: id })),
    pull: () => done(hand('pull', {})),
    stop,
  };
};

const done = async (act: Promise<unknown>): Promise<void> => {
  await act;
};
