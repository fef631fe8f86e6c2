// SPDX-License-Identifier: AGPL-3.0-or-later
import { openingHours } from '../places/opening-hours';
import type { OpeningHours, Weekday } from '../places/opening-hours';

const WORKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** A number to call, as the leaflets print it, and its week. */
export interface TelephoneLine {
  readonly phone: string;
  readonly email: string | null;
  readonly hours: OpeningHours;
  /** What the source says of holidays; null: it says nothing, and so do we. */
  readonly isClosedOnHolidays: boolean | null;
}

/** What citizens are told to call. A body's configuration may say otherwise. */
export const TELEPHONE_LINES = {
  /** TS-CNS and SPID, Regione Toscana's guide. */
  'help-desk': { phone: '800 004477', email: 'help.cse@regione.toscana.it', hours: week(['09:00', '19:00'], ['09:00', '13:00']), isClosedOnHolidays: true },
  /** Blocks a CIE; the same guide. */
  'cie-block': { phone: '800 263388', email: null, hours: week(['08:00', '18:00'], ['08:00', '14:00']), isClosedOnHolidays: null },
} as const satisfies Readonly<Record<string, TelephoneLine>>;

function week(workday: readonly [string, string], saturday: readonly [string, string]): OpeningHours {
  const hours = openingHours([...WORKDAYS.map((weekday) => ({ weekday, from: workday[0], to: workday[1] })), { weekday: 'saturday' as const, from: saturday[0], to: saturday[1] }]);
  if (!hours.ok) throw new Error(hours.refusal.because);
  return hours.value;
}
