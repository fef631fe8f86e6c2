// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonLines } from './json-lines';
import { type PcscNamespace, typescript } from './pcsc-namespace';
import type { VirtualCardState } from '@sportello/card-io/simulator';

export type Request = 'insert' | 'pull' | 'mute' | 'await-command' | 'state';
export type Answer = { readonly kind: 'issued'; readonly certificateDer: string; readonly caDer: string } | { readonly kind: 'done'; readonly state: VirtualCardState };

/** A virtual reader of a namespace and one card for it, which holds the sample holder's data and the manufacturer's codes. */
export type VirtualSlot = {
  readonly certificateDer: Uint8Array;
  readonly caDer: Uint8Array;
  insert(): Promise<void>;
  /** Also while a command is under way. */
  pull(): Promise<void>;
  /** Out and in again, as a hand does it: the card is not back before pcscd has noticed that it is out. Of one that it never missed, nothing is told. */
  putInAnew(): Promise<void>;
  /** Until the next request the card does what it is told, and does not answer. */
  mute(): Promise<void>;
  /** Pulls the mute card when it has done what it was told, and nobody has heard. */
  tear(): Promise<void>;
  /** What the card keeps, as it is now. */
  state(): Promise<VirtualCardState>;
};

/** pcscd looks into a virtual reader every 0.4 s. */
const pcscdNoticesMs = 900;

/** The first reader, unless another port is named. */
export const openVirtualSlot = async (namespace: PcscNamespace, port: number = namespace.vpcdPort): Promise<VirtualSlot> => {
  const child = namespace.spawn(typescript(join(__dirname, 'card-process.ts'), String(port)));
  child.stderr.pipe(process.stderr);
  const wire = jsonLines(child.stdout, child.stdin);
  const issued = (await wire.next()) as Answer | undefined;
  if (issued?.kind !== 'issued') throw new Error('the card process did not start');
  const ask = async (request: Request): Promise<VirtualCardState> => {
    wire.send(request);
    const answer = (await wire.next()) as Answer | undefined;
    if (answer?.kind !== 'done') throw new Error('the card process is gone');
    return answer.state;
  };
  const insert = async (): Promise<void> => {
    await ask('insert');
    await sleep(pcscdNoticesMs);
  };
  const pull = async (): Promise<void> => {
    await ask('pull');
  };
  return {
    certificateDer: Uint8Array.from(Buffer.from(issued.certificateDer, 'base64')),
    caDer: Uint8Array.from(Buffer.from(issued.caDer, 'base64')),
    insert,
    pull,
    putInAnew: async () => {
      await pull();
      await sleep(pcscdNoticesMs);
      await insert();
    },
    mute: async () => {
      await ask('mute');
    },
    tear: async () => {
      await ask('await-command');
      await pull();
    },
    state: () => ask('state'),
  };
};
