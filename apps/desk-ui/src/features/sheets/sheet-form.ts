// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetsView } from '@sportello/contracts';
import { typedNumber } from '../../ui/matters/ranges';

export const SHEET_ACTS = ['receive', 'load', 'number', 'send', 'spoil', 'destroy'] as const;
export type SheetAct = (typeof SHEET_ACTS)[number];

export type SheetField = 'first' | 'last' | 'station' | 'desk' | 'reason' | 'words' | 'note' | 'isSpent';

/** Which fields an act asks for, in their order; `note` may stay empty. */
export const FIELDS: Readonly<Record<SheetAct, readonly SheetField[]>> = {
  receive: ['first', 'last', 'note'],
  load: ['station', 'first', 'last'],
  number: ['station', 'first', 'isSpent'],
  send: ['desk', 'first', 'last', 'note'],
  spoil: ['first', 'last', 'reason'],
  destroy: ['first', 'last', 'words'],
};

/** What was filled in, as text. */
export type Draft = Readonly<Record<Exclude<SheetField, 'isSpent'>, string>> & { readonly isSpent: boolean };

export const EMPTY_DRAFT: Draft = { first: '', last: '', station: '', desk: '', reason: 'sheet-damaged', words: '', note: '', isSpent: false };

export interface SheetRequest {
  readonly path: string;
  readonly body: object;
}

/** The first field that keeps the act from being sent, in the order of the form; undefined when nothing does. */
export function missingIn(act: SheetAct, draft: Draft): SheetField | undefined {
  return FIELDS[act].find((field) => {
    switch (field) {
      case 'first':
        return typedNumber(draft.first) === undefined;
      case 'last':
        return !isLastGood(draft);
      case 'station':
      case 'desk':
        return draft[field] === '';
      case 'words':
        return draft.words.trim().length < 3;
      case 'reason':
      case 'note':
      case 'isSpent':
        return false;
    }
  });
}

/** An empty last number means one sheet. */
function isLastGood({ first, last }: Draft): boolean {
  const [from, to] = [typedNumber(first), typedNumber(last)];
  return last.trim() === '' || (to !== undefined && (from === undefined || to >= from));
}

/** What is sent; call it when nothing is missing. */
export function requestOf(act: SheetAct, draft: Draft): SheetRequest {
  const first = typedNumber(draft.first) ?? '';
  const range = { first, last: draft.last.trim() === '' ? first : (typedNumber(draft.last) ?? '') };
  const note = draft.note.trim() === '' ? null : draft.note.trim();
  switch (act) {
    case 'receive':
      return { path: 'boxes', body: { ...range, note } };
    case 'load':
      return { path: 'loads', body: { stationId: draft.station, ...range } };
    case 'number':
      return { path: 'numbers', body: { stationId: draft.station, number: first, isSpent: draft.isSpent } };
    case 'send':
      return { path: 'transfers', body: { toDeskId: draft.desk, ...range, note } };
    case 'spoil':
      return { path: 'spoiled', body: { ...range, reason: draft.reason } };
    case 'destroy':
      return { path: 'destructions', body: { ...range, reason: draft.words.trim() } };
  }
}

/** A form that begins with what there is only one of. */
export function freshDraft({ trays, otherDesks }: Pick<SheetsView, 'trays' | 'otherDesks'>): Draft {
  const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);
  return { ...EMPTY_DRAFT, station: only(trays)?.stationId ?? '', desk: only(otherDesks)?.id ?? '' };
}
