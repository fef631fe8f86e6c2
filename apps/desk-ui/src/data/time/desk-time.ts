// SPDX-License-Identifier: AGPL-3.0-or-later
const ZONE = 'Europe/Rome';
const timeOfDay = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const hourAndMinute = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** '10:43:58' on the wall of the desk. */
export function clockTime(instant: string | number): string {
  return timeOfDay.format(new Date(instant));
}

/** '10:43' */
export function shortClockTime(instant: string | number): string {
  return hourAndMinute.format(new Date(instant));
}

/** 'Martedì 24 novembre 2026' */
export function longDate(instant: string | number, language: string): string {
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'it-IT', { timeZone: ZONE, dateStyle: 'full' }).format(new Date(instant));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** '31/12/2030' from an ISO date. */
export function writtenDate(isoDate: string): string {
  return isoDate.slice(0, 10).split('-').reverse().join('/');
}

/** '24/11/2026', the day at the desk. */
export function writtenDay(instant: number): string {
  return dayOfYear.format(new Date(instant));
}

/** '24/11/2026 10:43' */
export function dateAndTime(instant: string): string {
  return `${writtenDay(Date.parse(instant))} ${shortClockTime(instant)}`;
}
