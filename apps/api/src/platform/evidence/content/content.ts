// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceType } from '@sportello/domain';

/** How large a file may be, as it comes and as it unfolds; and how many of them a case may have. */
export interface EvidenceLimits {
  readonly bytes: number;
  readonly pixels: number;
  readonly pages: number;
  readonly files: number;
}

/** A file as it is kept: not the bytes that came, but what was understood of them, written anew. */
export interface TakenContent {
  readonly type: EvidenceType;
  readonly pages: number;
  readonly whole: Uint8Array;
  /** JPEG, longest side THUMBNAIL_SIDE. */
  readonly thumbnail: Uint8Array;
}

export type ContentRefusal =
  | { readonly kind: 'evidence-too-large'; readonly exceeded: 'bytes' | 'pixels' | 'pages' }
  | { readonly kind: 'evidence-type-refused' }
  | { readonly kind: 'evidence-protected' }
  /** `found`: the name of the first thing that acts, as PDF calls it. */
  | { readonly kind: 'evidence-active-content'; readonly found: string }
  | { readonly kind: 'evidence-unreadable' };

export const THUMBNAIL_SIDE = 320;
