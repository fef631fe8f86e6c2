// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { Address } from './address';
import type { OpeningHours } from './opening-hours';

/** What says whether a desk can stand in the public list. */
export interface DeskToList {
  readonly address: Address | null;
  readonly hours: OpeningHours;
  /** For good. */
  readonly isClosed: boolean;
}

export interface NotListable {
  readonly kind: 'desk-not-listable';
  readonly because: 'closed' | 'no-address' | 'no-hours';
}

/** Nobody is sent to a desk that has gone, or without saying where it is and when. */
export function judgeListing({ address, hours, isClosed }: DeskToList): Outcome<'may', NotListable> {
  if (isClosed) return refuse({ kind: 'desk-not-listable', because: 'closed' });
  if (address === null) return refuse({ kind: 'desk-not-listable', because: 'no-address' });
  return hours.length === 0 ? refuse({ kind: 'desk-not-listable', because: 'no-hours' }) : accept('may');
}
