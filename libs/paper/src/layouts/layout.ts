// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rectangle } from '../drawing/page';
import type { Style } from '../drawing/styles';

/** A line of text: its style and its baseline. */
export interface LineLayout {
  readonly style: Style;
  readonly baseline: number;
}

/** Body and desk at the left, the control number at the right. */
export interface HeadLayout {
  readonly body: LineLayout;
  readonly desk: LineLayout;
  readonly label: LineLayout;
  readonly number: LineLayout;
  readonly expected: LineLayout;
  readonly cornerWidth: number;
}

/** Code 39 with its text, Data Matrix, and what they are; between two rules. */
export interface OuterCodeLayout {
  readonly upperRule: number;
  readonly lowerRule: number;
  readonly bars: { readonly x: number; readonly y: number; readonly module: number; readonly height: number };
  readonly text: LineLayout;
  readonly matrix: Rectangle;
  readonly note: LineLayout & { readonly x: number };
}

export interface OutsideLayout {
  readonly recipientLabel: LineLayout;
  /** A long name is set smaller, down to `least`, and then in two lines. */
  readonly recipient: LineLayout & { readonly least: number };
  readonly delivery: LineLayout;
  readonly outerCode: OuterCodeLayout;
  readonly seal: { readonly width: number; readonly title: Style; readonly text: Style; readonly tab: Style };
  /** `under` and `over`: from the masked area's lower edge, or from the rule over it, to the first baseline. */
  readonly steps: { readonly title: Style; readonly text: Style; readonly width: number; readonly under: number; readonly over: number };
}

/** One code: baselines from the top of its row. */
export interface CodeRowLayout {
  readonly name: LineLayout;
  readonly code: LineLayout;
  readonly use: LineLayout;
}

export interface InsideLayout {
  readonly title: LineLayout & { readonly least: number };
  readonly codesX: number;
  /** Codes as the text flows: the first row's top, the baseline of what one must know of a code, and the room after it. */
  readonly flow: CodeRowLayout & { readonly top: number; readonly more: LineLayout; readonly after: number };
  /** Codes behind the masked area, in three rows of equal height; what one must know of them stands before. */
  readonly masked: CodeRowLayout & { readonly notes: LineLayout & { readonly gap: number } };
  readonly warning: { readonly title: Style; readonly text: Style; readonly padding: number; readonly titleDrop: number };
  readonly columns: { readonly title: Style; readonly text: Style };
}

/** How an envelope is laid out; all lengths in points. */
export interface Layout {
  readonly head: HeadLayout;
  readonly outside: OutsideLayout;
  readonly inside: InsideLayout;
  /** The last line stands on the bottom margin; the rule stands over the first. */
  readonly footer: { readonly style: Style; readonly last: number; readonly rise: number };
}
