// SPDX-License-Identifier: AGPL-3.0-or-later

/** Six hex digits of total length stand before the fields. */
export const personalDataHeaderLength = 6;

/** EF.Dati_personali is this long on the card, zero padded. */
export const personalDataFileLength = 400;

const fieldCount = 16;

export type PersonalDataExtent =
  /** All fields are here, in the first `length` bytes. */
  | { readonly kind: 'complete'; readonly length: number }
  /** The file has to be read up to `length`. */
  | { readonly kind: 'needs'; readonly length: number }
  | { readonly kind: 'malformed' };

/**
 * How far EF.Dati_personali reaches. The header's total counts its own six digits on some cards and not on others, so the fields decide (16, each
 * two hex digits of length and its characters); the header only says how much to read. What the fields mean is not known here.
 */
export function personalDataExtent(bytes: Uint8Array): PersonalDataExtent {
  if (bytes.length < personalDataHeaderLength) return { kind: 'needs', length: personalDataHeaderLength };
  const declared = hexDigits(bytes, 0, personalDataHeaderLength);
  if (declared === undefined || declared > personalDataFileLength) return { kind: 'malformed' };
  let end = personalDataHeaderLength;
  for (let field = 0; field < fieldCount; field += 1) {
    if (end + 2 > bytes.length) return more(bytes, declared);
    const length = hexDigits(bytes, end, 2);
    if (length === undefined) return { kind: 'malformed' };
    end += 2 + length;
  }
  return end > bytes.length ? more(bytes, declared) : { kind: 'complete', length: end };
}

function more(bytes: Uint8Array, declared: number): PersonalDataExtent {
  const length = Math.min(personalDataHeaderLength + declared, personalDataFileLength);
  return length > bytes.length ? { kind: 'needs', length } : { kind: 'malformed' };
}

function hexDigits(bytes: Uint8Array, start: number, count: number): number | undefined {
  const text = Buffer.from(bytes.subarray(start, start + count)).toString('latin1');
  return /^[0-9a-fA-F]+$/.test(text) && text.length === count ? Number.parseInt(text, 16) : undefined;
}
