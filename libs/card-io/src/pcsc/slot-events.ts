// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReaderEvent } from '../reader/card-reader';
import type { SlotContents } from './slot-watch';

/** What is known of the slot: its contents, or why they cannot be seen. */
export type SlotView = SlotContents | { readonly kind: 'unavailable'; readonly because: 'no-service' | 'no-reader' };

/** The events that lead from one view to the next: none when nothing changed, a removal of its own when one card took another's place. */
export function eventsBetween(before: SlotView | undefined, after: SlotView): readonly ReaderEvent[] {
  if (before && isSame(before, after)) return [];
  const hadCard = before?.kind === 'card' || before?.kind === 'unresponsive';
  return hadCard ? [{ kind: 'removed' }, arrivalOf(after)] : [arrivalOf(after)];
}

function isSame(before: SlotView, after: SlotView): boolean {
  const particularOf = (view: SlotView): number | string | undefined => ('count' in view ? view.count : 'because' in view ? view.because : undefined);
  return before.kind === after.kind && particularOf(before) === particularOf(after);
}

function arrivalOf(view: SlotView): ReaderEvent {
  switch (view.kind) {
    case 'card':
      return { kind: 'inserted', atr: view.atr };
    case 'unresponsive':
      return { kind: 'unresponsive' };
    case 'empty':
      return { kind: 'empty' };
    case 'unavailable':
      return view;
  }
}
