// SPDX-License-Identifier: AGPL-3.0-or-later
/** The little of fontkit that is used here; it comes without types. pdfkit's own types do not know yet that `registerFont` takes a parsed font (pdfkit 0.20). */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
  }
  export interface GlyphPosition {
    readonly xAdvance: number;
  }
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
    readonly advanceWidth: number;
  }
  export interface Font {
    readonly postscriptName: string;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: unknown): GlyphRun;
  }
  export function create(file: Uint8Array): Font;
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, font: import('fontkit').Font): this;
  }
}
