// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Head } from '../log/block';

/** Why a line is not believed. */
export type LieKind =
  | 'not-a-log'
  | 'malformed-line'
  | 'unfinished-line'
  | 'unexpected-line'
  | 'other-log'
  | 'block-out-of-order'
  | 'block-does-not-follow'
  | 'block-rows-miscounted'
  | 'key-unknown'
  | 'block-signature-invalid'
  | 'leaves-altered'
  | 'row-altered'
  | 'rows-missing'
  | 'opening-wrong'
  | 'opening-of-nothing'
  | 'countersignature-invalid'
  | 'head-contradicted'
  | 'cut-off'
  | 'stamp-invalid'
  | 'not-by-this-key'
  | 'nothing-sealed';

/** The first thing that does not hold, and where. Lines are counted from 1, rows from 1 within their block. */
export interface Lie {
  readonly kind: LieKind;
  readonly line: number;
  readonly block: number | null;
  readonly row: number | null;
}

/** What was verified. */
export interface Figures {
  readonly installation: string;
  readonly log: string;
  readonly firstBlock: number;
  readonly blocks: number;
  readonly rows: number;
  readonly sealedFrom: string;
  readonly sealedTo: string;
  readonly head: Head;
  /** The keys that sealed, in their order: who was given none compares their names with what the installation published. */
  readonly keyIds: readonly string[];
  readonly isByPinnedKey: boolean;
  readonly openings: number;
  readonly countersignatures: number;
  /** How many stations countersigned, and the newest block of which one holds the head; null: none did. */
  readonly stations: number;
  readonly countersignedTo: number | null;
  readonly stamps: number;
  /** Stamps whose signature nobody could judge, for want of the authority's certificate. */
  readonly stampsNotJudged: number;
  /** Heads of this log that somebody else held. */
  readonly headsGiven: number;
  /** Those of them that were compared: blocks before the export are not here. */
  readonly headsHeld: number;
}

export type Verdict = { readonly kind: 'ok'; readonly figures: Figures } | { readonly kind: 'lie'; readonly lie: Lie };
