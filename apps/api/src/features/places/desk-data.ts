// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskDraft } from '@sportello/contracts';
import { type Outcome, accept, judgeListing, openingHours, parseAddress } from '@sportello/domain';
import type { DeskRow } from '../../platform/database/rows/desk-row';
import type { Refusal } from '../../platform/problems/refusal';

/** The columns that an administrator writes. */
export type DeskData = Pick<DeskRow, 'name' | 'place' | 'kind' | 'street' | 'cap' | 'municipality' | 'province' | 'istatCode' | 'phone' | 'openingHours' | 'hoursNotes' | 'isListed' | 'closedAt'>;

const NOWHERE = { street: null, cap: null, municipality: null, province: null, istatCode: null } as const;

/** A draft as rows keep it, when the rules take it. `closedAt`: since when it is closed, if it was already. */
export function deskData(draft: DeskDraft, now: Date, closedAt: Date | null = null): Outcome<DeskData, Refusal> {
  const { address: written, hours: periods, isListed, isClosed, name, place, kind, hoursNotes } = draft;
  const address = written === null ? accept(null) : parseAddress(written);
  if (!address.ok) return address;
  const hours = openingHours(periods);
  if (!hours.ok) return hours;
  if (isListed) {
    const may = judgeListing({ address: address.value, hours: hours.value, isClosed });
    if (!may.ok) return may;
  }
  const phone = draft.phone === '' ? null : draft.phone;
  return accept({ name, place, kind, ...(address.value ?? NOWHERE), phone, openingHours: hours.value, hoursNotes, isListed, closedAt: isClosed ? (closedAt ?? now) : null });
}
