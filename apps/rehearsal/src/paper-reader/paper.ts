// SPDX-License-Identifier: AGPL-3.0-or-later
/** Points (1/72 inch) from the top left corner. */
export type Point = { readonly x: number; readonly y: number };

/** Text as it stands on the sheet: `y` is the baseline, `font` the face's PostScript name. */
export type TextRun = Point & { readonly kind: 'text'; readonly size: number; readonly font: string; readonly text: string };
/** A filled rectangle, such as the bars of a barcode. Shades run from 0, black, to 1, white. */
export type Box = Point & { readonly kind: 'box'; readonly width: number; readonly height: number; readonly shade: number };
export type Stroke = { readonly kind: 'stroke'; readonly from: Point; readonly to: Point; readonly width: number; readonly shade: number };
export type Mark = TextRun | Box | Stroke;

/** One side of a sheet: what was put on it, in the order in which it was. */
export type PaperPage = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] };
export type Paper = { readonly kind: 'paper'; readonly pages: readonly PaperPage[] };

export const textsOf = (page: PaperPage | undefined): readonly TextRun[] => (page?.marks ?? []).filter((mark) => mark.kind === 'text');
