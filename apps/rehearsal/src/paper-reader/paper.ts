// SPDX-License-Identifier: AGPL-3.0-or-later
/** Points (1/72 inch) from the top left corner. */
export type Point = { readonly x: number; readonly y: number };
/** Text as it stands on the sheet: `y` is the baseline, `font` the face's PostScript name. */
export type TextRun = { readonly x: number; readonly y: number; readonly size: number; readonly font: string; readonly text: string };
/** A dark rectangle: bars and dots of the barcodes are such. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Stroke = { readonly from: Point; readonly to: Point };
export type PageContent = { readonly texts: readonly TextRun[]; readonly boxes: readonly Box[]; readonly strokes: readonly Stroke[] };
/** One side of a sheet. */
export type PaperPage = PageContent & { readonly width: number; readonly height: number };
export type Paper = { readonly kind: 'paper'; readonly pages: readonly PaperPage[] };
