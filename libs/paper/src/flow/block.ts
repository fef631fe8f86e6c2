// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RichText } from '../drawing/rich-text';

/** A label and what it says. An empty value leaves its line free for a hand. */
export interface Row {
  readonly label: string;
  readonly value: RichText;
}

/** The parts of which all papers are made; each stays whole on its page. */
export type Block =
  | { readonly kind: 'rows'; readonly title: string; readonly rows: readonly Row[] }
  | { readonly kind: 'text'; readonly title?: string; readonly text: RichText }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly RichText[] }
  /** A warning, or what is to be seen from afar: one a page. */
  | { readonly kind: 'frame'; readonly title: string; readonly text: RichText }
  /** What a machine reads, as a QR code, and beside it what it is for. */
  | { readonly kind: 'qr-code'; readonly title: string; readonly text: RichText; readonly code: string; readonly alt: string }
  /** Lines to write on, side by side. */
  | { readonly kind: 'signatures'; readonly labels: readonly [string, string] };

/** One paper, or one copy of it. */
export interface Sheet {
  readonly title: string;
  readonly subtitle: RichText;
  /** Stands at the top right, as bars too. */
  readonly number: { readonly text: string; readonly alt: string } | null;
  readonly blocks: readonly Block[];
  readonly foot: RichText;
}
