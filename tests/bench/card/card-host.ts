// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Counted, Toll } from './paced-card';

export type Request = { readonly act: 'insert' | 'pull' | 'toll' };
export type Hosted = { readonly port: number; readonly certificateBytes: number };

/** A slot in a process of its own, so that the card waits for nobody but itself; a network reader finds it at `port`. */
export interface CardHost extends Counted, Hosted {
  /** A fresh card. */
  insert(): Promise<void>;
  pull(): Promise<void>;
  stop(): void;
}

export async function startCardHost(): Promise<CardHost> {
  const child = fork(join(__dirname, 'card-host-process.ts'), { execArgv: ['--require', join(__dirname, '../../../tools/build/from-sources.cjs')] });
  const [hosted] = (await once(child, 'message')) as [Hosted];
  const ask = async (act: Request['act']): Promise<Toll> => {
    const answered = once(child, 'message') as Promise<[Toll]>;
    child.send({ act } satisfies Request);
    return (await answered)[0];
  };
  return {
    ...hosted,
    toll: () => ask('toll'),
    insert: async () => {
      await ask('insert');
    },
    pull: async () => {
      await ask('pull');
    },
    stop: () => void child.kill(),
  };
}
