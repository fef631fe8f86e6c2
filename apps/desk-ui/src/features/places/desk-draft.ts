// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskDraft, PlacesDesk } from '@sportello/contracts';
import { type AddressField, type DeskKind, parseAddress, type Weekday } from '@sportello/domain';
import { type TypedWeek, typedWeek, weekIn, weekTroubles } from './typed-week';

/** A desk as it stands in the form: each thing as it is typed. */
export interface TypedDesk {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly kind: DeskKind;
  readonly street: string;
  readonly cap: string;
  readonly municipality: string;
  readonly province: string;
  readonly istatCode: string;
  readonly phone: string;
  readonly hours: TypedWeek;
  readonly notes: string;
  readonly isListed: boolean;
  readonly isClosed: boolean;
}

/** What is missing or wrong, by field; the value is a key under `places.wrong`. */
export type DeskTroubles = Readonly<Partial<Record<'code' | 'name' | 'place' | AddressField | Weekday, string>>>;

const ADDRESS_FIELDS = ['street', 'cap', 'municipality', 'province', 'istatCode'] as const satisfies readonly AddressField[];

export function typedDesk(desk: PlacesDesk | null, kind: DeskKind): TypedDesk {
  return {
    code: desk?.code ?? '',
    name: desk?.name ?? '',
    place: desk?.place ?? '',
    kind: desk?.kind ?? kind,
    street: desk?.address?.street ?? '',
    cap: desk?.address?.cap ?? '',
    municipality: desk?.address?.municipality ?? '',
    province: desk?.address?.province ?? '',
    istatCode: desk?.address?.istatCode ?? '',
    phone: desk?.phone ?? '',
    hours: typedWeek(desk?.hours ?? []),
    notes: (desk?.hoursNotes ?? []).join('\n'),
    isListed: desk?.isListed ?? false,
    isClosed: desk?.isClosed ?? false,
  };
}

/** By the very rules that decide at the server. `isNew`: its code is typed, too. */
export function deskTroubles(typed: TypedDesk, isNew: boolean): DeskTroubles {
  const troubles: Partial<Record<keyof DeskTroubles, string>> = {};
  for (const field of ['code', 'name', 'place'] as const) if (typed[field].trim() === '' && (field !== 'code' || isNew)) troubles[field] = field;
  if (hasAddress(typed)) {
    const address = parseAddress(typed);
    if (!address.ok) troubles[address.refusal.field] = address.refusal.field;
  }
  return { ...troubles, ...weekTroubles(typed.hours) };
}

export function deskDraft(typed: TypedDesk): DeskDraft {
  const { name, place, kind, street, cap, municipality, province, istatCode, phone, hours, notes, isListed, isClosed } = typed;
  return {
    name: name.trim(),
    place: place.trim(),
    kind,
    address: hasAddress(typed) ? { street, cap, municipality, province, istatCode: istatCode.trim() === '' ? null : istatCode } : null,
    phone: phone.trim() === '' ? null : phone.trim(),
    hours: weekIn(hours),
    hoursNotes: notes.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    // Who has closed it for good has taken it out of the list.
    isListed: isListed && !isClosed,
    isClosed,
  };
}

/** Somebody has begun to type one. */
function hasAddress(typed: TypedDesk): boolean {
  return ADDRESS_FIELDS.some((field) => typed[field].trim() !== '');
}
