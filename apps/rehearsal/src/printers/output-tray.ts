// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Paper, PaperPage } from '../paper-reader/paper';
import { readPaper } from '../paper-reader/read-paper';
import { readInside, readOutside, type EnvelopeCodes, type SheetOutside } from '../paper-reader/read-sheet';

export type Sheet = {
  readonly id: string;
  readonly printedAt: Date;
  readonly outside: SheetOutside | { readonly kind: 'unreadable' };
  /** Null until the envelope is opened. */
  readonly codes: EnvelopeCodes | null;
};

type Lying = { readonly sheet: Sheet; readonly paper: Paper | undefined };

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly codes: EnvelopeCodes }
  | { readonly kind: 'no-such-sheet' }
  /** A form, or paper that shows no codes. */
  | { readonly kind: 'nothing-inside' };

/** Older paper is taken away by somebody, unseen. */
const deepest = 20;

/** What came out of one printer, newest first. Paper lives in memory only: codes that were printed are on no disk. */
export class OutputTray {
  private lying: readonly Lying[] = [];

  get sheets(): readonly Sheet[] {
    return this.lying.map(({ sheet }) => sheet);
  }

  receive(id: string, document: Uint8Array, printedAt: Date): void {
    const paper = readPaper(document);
    const outside = paper.kind === 'paper' ? readOutside(paper) : { kind: 'unreadable' as const };
    const arrived: Lying = { sheet: { id, printedAt, outside, codes: null }, paper: paper.kind === 'paper' ? paper : undefined };
    this.lying = [arrived, ...this.lying].slice(0, deepest);
  }

  /** Lifts the label. It cannot be put back. */
  open(id: string): OpenOutcome {
    const found = this.lying.find(({ sheet }) => sheet.id === id);
    if (found === undefined) return { kind: 'no-such-sheet' };
    const codes = found.paper !== undefined && found.sheet.outside.kind === 'envelope' ? readInside(found.paper) : undefined;
    if (codes === undefined) return { kind: 'nothing-inside' };
    this.lying = this.lying.map((other) => (other === found ? { ...found, sheet: { ...found.sheet, codes } } : other));
    return { kind: 'opened', codes };
  }

  /** The sides that can be looked at: of a closed envelope only the outside. */
  sidesOf(id: string): readonly PaperPage[] | undefined {
    const found = this.lying.find(({ sheet }) => sheet.id === id);
    if (found === undefined) return undefined;
    const pages = found.paper?.pages ?? [];
    const isClosed = found.sheet.outside.kind === 'envelope' && found.sheet.codes === null;
    return isClosed ? pages.slice(0, 1) : pages;
  }

  /** The citizen takes the sheet along. */
  take(id: string): boolean {
    const left = this.lying.filter(({ sheet }) => sheet.id !== id);
    const isTaken = left.length < this.lying.length;
    this.lying = left;
    return isTaken;
  }
}
