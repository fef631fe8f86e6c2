// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from './read-file';
import { selectFile } from './select-file';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';
import type { Extent } from './read-file';
import type { FilePlace } from './select-file';

export type PublicFile = 'id-carta' | 'personal-data' | 'certificate';

export type UnreadableFile =
  | { readonly kind: 'unreadable'; readonly file: PublicFile; readonly because: 'not-found' | 'malformed' }
  | { readonly kind: 'unreadable'; readonly file: PublicFile; readonly because: 'refused'; readonly sw: number };

export type PublicFileOutcome = { readonly kind: 'read'; readonly bytes: Uint8Array } | UnreadableFile | CardFault;

export interface PublicFilePlace extends FilePlace {
  readonly extent: (bytes: Uint8Array) => Extent;
  /** Bytes of the first read, when the file's length is known beforehand. */
  readonly first?: number;
}

/** Selects one file and reads it. A file that the card would have let us select, had it been there, is `unreadable`; faults pass through. */
export async function readPublicFile(session: CardSession, file: PublicFile, place: PublicFilePlace): Promise<PublicFileOutcome> {
  const selected = await selectFile(session, place);
  if (selected.kind === 'not-found') return { kind: 'unreadable', file, because: 'not-found' };
  if (selected.kind === 'refused') return { kind: 'unreadable', file, because: 'refused', sw: selected.sw };
  if (selected.kind !== 'selected') return selected;
  const outcome = await readFile(session, place.extent, place.first);
  if (outcome.kind === 'refused') return { kind: 'unreadable', file, because: 'refused', sw: outcome.sw };
  return outcome.kind === 'malformed' ? { kind: 'unreadable', file, because: 'malformed' } : outcome;
}
