// SPDX-License-Identifier: AGPL-3.0-or-later
import { canonicalJson, canonicalJsonBytes, type JsonValue } from '../canonical-json/canonical-json';
import type { Head, SignedBlock } from './block';

/**
 * The export of a log: JSON lines (UTF-8, each ended by one LF). The first line says whose log it is; then come the blocks in order, each followed by the hashes of its
 * rows (they lead to the signed root, so that the row that lies can be named and not its block alone), by as many rows as it says, each row exactly the bytes that were hashed (its canonical JSON), and then by the openings of their personal fields that were not erased; at the end what others
 * hold of it. A line other than a row has one property, which names its kind.
 */
export type LogLine =
  | { readonly log: LogTitle }
  | { readonly block: SignedBlock }
  /** The hashes of the block's rows, one after the other, base64url. */
  | { readonly leaves: string }
  | { readonly opening: Opening }
  | { readonly countersignature: Countersignature }
  | { readonly stamp: Stamp };

export const EXPORT_FORMAT = 'sportello-log/1';

export type LogTitle = {
  readonly format: typeof EXPORT_FORMAT;
  readonly installation: string;
  readonly name: string;
  /** The first block of this export; above 1, what lies before it is not in this file. */
  readonly firstBlock: number;
  /** The public key of the first block here. */
  readonly key: string;
};

/** What a commitment in a row stands for. `salt`: base64url of 32 bytes. */
export type Opening = { readonly row: string; readonly field: string; readonly salt: string; readonly value: JsonValue };

/** For which purpose a station signs `{ head, station }` (`signDocument`). */
export const HEAD_PURPOSE = 'audit-head';

/** A station's signature over a head that it saw. `publicKey`: P-256, as stations are enrolled. */
export type Countersignature = { readonly head: Head; readonly station: string; readonly publicKey: string; readonly signature: string };

/** A time stamp (RFC 3161) over the SHA-256 that is the block's hash; `token`: the DER of its TimeStampToken, base64. */
export type Stamp = { readonly number: number; readonly hash: string; readonly token: string };

/** A row of the log. What it says is the writer's; it names itself by `id`, and `personal` has a commitment for each personal field. */
export type LogRow = { readonly id: string; readonly personal?: Readonly<Record<string, string>>; readonly [name: string]: JsonValue | undefined };

/** The bytes of a row: those that are hashed, and those of its line. */
export const rowBytes = (row: LogRow): Uint8Array => canonicalJsonBytes(row as JsonValue);

/** A line of another kind, without its end. */
export const lineText = (line: LogLine): string => canonicalJson(line);
