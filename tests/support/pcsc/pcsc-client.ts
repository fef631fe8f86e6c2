// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import type { PcscBindingName } from '@sportello/card-io/pcsc';
import { jsonLines } from './json-lines';
import { type PcscNamespace, typescript } from './pcsc-namespace';

/** What the station's side can be told to do; bytes in its outcomes are base64. */
export type ClientStep = 'list' | 'next-event' | 'connect' | 'read-id' | 'recognise' | 'write' | 'prove' | 'disconnect' | `transmit ${string}`;

export type PcscClientOptions = { readonly binding?: PcscBindingName; /** Null: the only one that PC/SC lists. */ readonly readerName?: string | null };

/** card-io's PC/SC adapter at work inside a namespace, on the first virtual reader unless another one is named. */
export type PcscClient = {
  /** Takes a step and tells its outcome; one step at a time. */
  take(step: ClientStep): Promise<Readonly<Record<string, unknown>>>;
  /** Not kindly: what a parent does to a child whose card is mute. */
  kill(): Promise<void>;
};

export const openPcscClient = (namespace: PcscNamespace, { binding = 'smartcard', readerName = 'Virtual PCD 00 00' }: PcscClientOptions = {}): PcscClient => {
  const child = namespace.spawn(typescript(join(__dirname, 'reader-process.ts'), binding, readerName ?? ''));
  child.stderr.pipe(process.stderr);
  const wire = jsonLines(child.stdout, child.stdin);
  return {
    take: async (step) => {
      wire.send(step);
      const outcome = await wire.next();
      if (outcome === undefined) throw new Error('the reader process is gone');
      return outcome as Readonly<Record<string, unknown>>;
    },
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
};
