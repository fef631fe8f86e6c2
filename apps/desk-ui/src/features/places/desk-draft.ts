// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskDraft, PlacesDesk } from '@sportello/contracts';
import { type AddressField, type DeskKind, openingHours, parseAddress, type Weekday, WEEKDAYS, type WrittenPeriod } from '@sportello/domain';

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
  /** '8:30-12:30, 14:30-17:00'. */
  readonly hours: Readonly<Record<Weekday, string>>;
  readonly notes: string;
  readonly isListed: boolean;
  readonly isClosed: boolean;
}

/** What is missing or wrong, by field; the value is a key under `places.wrong`. */
export type DeskTroubles = Readonly<Partial<Record<'code' | 'name' | 'place' | AddressField | Weekday, string>>>;

const ADDRESS_FIELDS = ['street', 'cap', 'municipality', 'province', 'istatCode'] as const satisfies readonly AddressField[];

export function typedDesk(desk: PlacesDesk | null, kind: DeskKind): TypedDesk {
  const on = (weekday: Weekday): string => (desk?.hours ?? []).filter((period) => period.weekday === weekday).map(({ from, to }) => `${from}-${to}`).join(', ');
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
    hours: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, on(weekday)])) as Record<Weekday, string>,
    notes: (desk?.hoursNotes ?? []).join('\n'),
    isListed: desk?.isListed ?? false,
    isClosed: desk?.isClosed ?? false,
  };
}

/** The periods of a day as they were typed: between commas, each with a hyphen or a dash in it. */
export function writtenPeriods(weekday: Weekday, text: string): readonly WrittenPeriod[] {
  return text
    .split(/[,;]/)
    .map((period) => period.trim())
    .filter((period) => period !== '')
    .map((period) => {
      const [from = '', to = ''] = period.split(/[-–]/).map((time) => time.trim());
      return { weekday, from, to };
    });
}

/** By the very rules that decide at the server. `isNew`: its code is typed, too. */
export function deskTroubles(typed: TypedDesk, isNew: boolean): DeskTroubles {
  const troubles: Partial<Record<keyof DeskTroubles, string>> = {};
  for (const field of ['code', 'name', 'place'] as const) if (typed[field].trim() === '' && (field !== 'code' || isNew)) troubles[field] = field;
  if (hasAddress(typed)) {
    const address = parseAddress(typed);
    if (!address.ok) troubles[address.refusal.field] = address.refusal.field;
  }
  for (const weekday of WEEKDAYS) {
    const hours = openingHours(writtenPeriods(weekday, typed.hours[weekday]));
    if (!hours.ok) troubles[weekday] = hours.refusal.because;
  }
  return troubles;
}

export function deskDraft(typed: TypedDesk): DeskDraft {
  const { name, place, kind, street, cap, municipality, province, istatCode, phone, hours, notes, isListed, isClosed } = typed;
  return {
    name: name.trim(),
    place: place.trim(),
    kind,
    address: hasAddress(typed) ? { street, cap, municipality, province, istatCode: istatCode.trim() === '' ? null : istatCode } : null,
    phone: phone.trim() === '' ? null : phone.trim(),
    hours: WEEKDAYS.flatMap((weekday) => [...writtenPeriods(weekday, hours[weekday])]),
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
