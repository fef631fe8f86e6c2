// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
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
 * first read takes `first` bytes, and the last one what is missing. A card may give less than it was asked for, and be asked again. One that refuses to
 * read past the end of its file (6700) is asked for half as much, until it gives something.
 */
export async function readFile(session: CardSession, extent: (bytes: Uint8Array) => Extent, first = maxRead): Promise<FileRead> {
  let bytes: Uint8Array = new Uint8Array();
  let wanted = first;
  let most = maxRead;
  while (bytes.length < wanted) {
    const length = Math.min(wanted - bytes.length, most);
    const part = await session.run(readBinary(bytes.length, length));
    if (part.kind === 'too-long' && length === 1) return { kind: 'refused', sw: statusWord.wrongLength };
    if (part.kind === 'too-long') {
      most = Math.ceil(length / 2);
      continue;
    }
    if (part.kind !== 'read') return part;
    bytes = concatBytes(bytes, part.data);
    const found = extent(bytes);
    if (found.kind === 'malformed') return found;
    if (found.kind === 'complete') return { kind: 'read', bytes: bytes.slice(0, found.length) };
    if (part.isEnd) return { kind: 'malformed' }; // the file ends before its contents do
    wanted = found.length;
  }
  return { kind: 'malformed' };
}
