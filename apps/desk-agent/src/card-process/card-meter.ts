// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardConnection } from '@sportello/card-io';
import type { Clock } from '../time/clock';
import type { ParentLink } from './parent-link';

export interface Watched {
  readonly parent: Pick<ParentLink, 'tell'>;
  readonly clock: Clock;
}

/** A native call that does not return can be ended from outside only: the parent is told when one begins and ends. */
export async function watched<T>({ parent }: Pick<Watched, 'parent'>, deadlineMs: number, call: () => Promise<T>): Promise<T> {
  parent.tell({ type: 'command', deadlineMs });
  try {
    return await call();
  } finally {
    parent.tell({ type: 'command-ended' });
  }
}

/** A connection that knows how long its commands were in the card and its reader, and whether one was never answered. */
export class MeteredConnection implements CardConnection {
  private spent = 0;
  private muteness = false;

  constructor(
    private readonly connection: CardConnection,
    private readonly watch: Watched,
  ) {}

  get atr(): Uint8Array {
    return this.connection.atr;
  }

  get milliseconds(): number {
    return this.spent;
  }

  get isMute(): boolean {
    return this.muteness;
  }

  async transmit(command: Uint8Array, deadlineMs: number): ReturnType<CardConnection['transmit']> {
    const begin = this.watch.clock.elapsed();
    const answer = await watched(this.watch, deadlineMs, () => this.connection.transmit(command, deadlineMs));
    this.spent += this.watch.clock.elapsed() - begin;
    this.muteness ||= answer.kind === 'mute';
    return answer;
  }

  disconnect(): Promise<void> {
    return this.connection.disconnect();
  }
}
