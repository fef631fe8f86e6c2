// SPDX-License-Identifier: AGPL-3.0-or-later
/** DateAndTime of RFC 2579 §2 in eleven octets: year, month, day, hour, minutes, seconds, deciseconds, direction, hours and minutes from UTC. */
export const dateTimeLength = 11;

const minute = 60_000;

export const encodeDateTime = (at: Date, offsetMinutes: number): Uint8Array => {
  if (Number.isNaN(at.getTime())) throw new RangeError('not a date');
  const offset = Math.abs(offsetMinutes);
  if (!Number.isInteger(offsetMinutes) || offset >= 14 * 60) throw new RangeError('not an offset from UTC');
  const local = new Date(at.getTime() + offsetMinutes * minute);
  const year = local.getUTCFullYear();
  if (year < 0 || year > 0xffff) throw new RangeError('not a year of two octets');
  return Uint8Array.of(
    year >> 8, year & 0xff, local.getUTCMonth() + 1, local.getUTCDate(), local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds(),
    Math.floor(local.getUTCMilliseconds() / 100), (offsetMinutes < 0 ? '-' : '+').charCodeAt(0), Math.floor(offset / 60), offset % 60,
  );
};

/** The moment and its offset, or nothing when the octets are no date. */
export const decodeDateTime = (octets: Uint8Array): { readonly at: Date; readonly offsetMinutes: number } | undefined => {
  if (octets.length !== dateTimeLength) return undefined;
  const [yearHigh = 0, yearLow = 0, month = 0, day = 0, hour = 0, minutes = 0, seconds = 0, deciseconds = 0, direction = 0, offsetHours = 0, offsetRest = 0] = octets;
  const sign = { '+': 1, '-': -1 }[String.fromCharCode(direction)];
  // 60 seconds is a leap second; the offset ends at 13:59 in RFC 2579.
  if (sign === undefined || hour > 23 || minutes > 59 || seconds > 60 || deciseconds > 9 || offsetHours > 13 || offsetRest > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear((yearHigh << 8) | yearLow, month - 1, day);
  // A day that its month does not have becomes one of another month.
  if (date.getUTCMonth() !== month - 1) return undefined;
  date.setUTCHours(hour, minutes, seconds, deciseconds * 100);
  const offsetMinutes = sign * (offsetHours * 60 + offsetRest);
  return { at: new Date(date.getTime() - offsetMinutes * minute), offsetMinutes: offsetMinutes === 0 ? 0 : offsetMinutes };
};
