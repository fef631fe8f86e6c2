// SPDX-License-Identifier: AGPL-3.0-or-later
import { pause } from '../reader/pause';
import { slotFlags, slotState } from './constants';
import type { PcscContext, PcscSlotState } from './binding';

/** What is in a slot. `count` tells one card from the next when the pull between them was too quick to be seen. */
export type SlotContents =
  | { readonly kind: 'empty' }
  | { readonly kind: 'card'; readonly atr: Uint8Array; readonly count: number }
  | { readonly kind: 'unresponsive'; readonly count: number };

export interface SlotWatchOptions {
  /** How long a card must have been in before it is told. */
  readonly settleMs: number;
  readonly signal: AbortSignal;
}

/** How long one wait may hold a thread of the pool, and with it the end of the process. */
const longestWaitMs = 1_000;

/**
 * What is in the slot, from the first look on and after each change, until the reader is gone or the signal is aborted; throws the binding's
 * error when PC/SC is gone. A card is let settle: contacts bounce, and a card that is pushed in slowly may come and go.
 */
export async function* watchSlot(context: PcscContext, name: string, { settleMs, signal }: SlotWatchOptions): AsyncGenerator<SlotContents> {
  let known: number = slotState.unaware;
  while (!signal.aborted) {
    const seen = await look(context, { name, state: known }, longestWaitMs);
    if (!seen) continue;
    if (seen.state & (slotState.unknown | slotState.unavailable)) return;
    known = seen.state & ~slotState.changed; // with its count: a swap during our own work is a change, too
    if (seen.state & slotState.present) {
      await pause(settleMs, signal);
      const settled = await look(context, { name, state: slotState.unaware }, 0);
      if (!settled || countOf(settled) !== countOf(seen)) continue;
    }
    yield contentsOf(seen);
  }
}

async function look(context: PcscContext, slot: { readonly name: string; readonly state: number }, timeoutMs: number): Promise<PcscSlotState | undefined> {
  const [seen] = (await context.waitForChange([slot], timeoutMs)) ?? [];
  return seen;
}

function contentsOf(seen: PcscSlotState): SlotContents {
  if (!(seen.state & slotState.present)) return { kind: 'empty' };
  const count = countOf(seen);
  return seen.state & slotState.mute || !seen.atr?.length ? { kind: 'unresponsive', count } : { kind: 'card', atr: Uint8Array.from(seen.atr), count };
}

function countOf({ state }: PcscSlotState): number {
  return (state & ~slotFlags) >>> 16;
}
