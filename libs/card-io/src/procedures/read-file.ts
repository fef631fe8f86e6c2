// SPDX-License-Identifier: AGPL-3.0-or-later
import { concatBytes } from '../bytes/concat';
import { maxRead, readBinary } from '../commands/read-binary';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';

/** What a file's own contents say about its length, given its first bytes. */
export type Extent = { readonly kind: 'complete' | 'needs'; readonly length: number } | { readonly kind: 'malformed' };

export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'refused'; readonly sw: number }
  | CardFault;

/**
 * Reads the selected EF up to where `extent` says that it ends, and no byte more: on a real card a byte costs 86 µs and an APDU 12 ms, so the
 * first read takes `first` bytes, and the last one what is missing.
 */
export async function readFile(session: CardSession, extent: (bytes: Uint8Array) => Extent, first = maxRead): Promise<FileRead> {
  let bytes: Uint8Array = new Uint8Array();
  let wanted = first;
  while (bytes.length < wanted) {
    const length = Math.min(wanted - bytes.length, maxRead);
    const part = await session.run(readBinary(bytes.length, length));
    if (part.kind !== 'read') return part;
    bytes = concatBytes(bytes, part.data);
    const found = extent(bytes);
    if (found.kind === 'malformed') return found;
    if (found.kind === 'complete') return { kind: 'read', bytes: bytes.slice(0, found.length) };
    if (part.data.length < length) return { kind: 'malformed' }; // the file ends before its contents do
    wanted = found.length;
  }
  return { kind: 'malformed' };
}
