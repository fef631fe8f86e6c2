// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ForApiPlain } from '@sportello/contracts';

const names = { cip: 'cip', outerCode: 'outerCode' } as const satisfies Record<keyof ForApiPlain, string>;
const quotes: ReadonlySet<number> = new Set([0x22, 0x5c]);

/** `ForApiPlain` as JSON bytes, without making a string of the CIP, which could not be wiped. The caller wipes the bytes. */
export function forApiPlain({ cip, outerCode }: { readonly cip: Uint8Array; readonly outerCode: string }): Uint8Array {
  const before = Buffer.from(`{${JSON.stringify(names.cip)}:"`, 'ascii');
  const after = Buffer.from(`",${JSON.stringify(names.outerCode)}:${JSON.stringify(outerCode)}}`, 'ascii');
  const escapes = cip.filter((byte) => quotes.has(byte)).length;
  const bytes = new Uint8Array(before.length + cip.length + escapes + after.length);
  bytes.set(before);
  let at = before.length;
  for (const byte of cip) {
    // RFC 8259 §7: quotation mark and backslash are escaped, other printable ASCII is itself.
    if (quotes.has(byte)) bytes[at++] = 0x5c;
    bytes[at++] = byte;
  }
  bytes.set(after, at);
  return bytes;
}
