// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { CaseNeedsView, PaperSeen } from '@sportello/contracts';
import type { CasePaper, Declaration } from '@sportello/domain';
import type { Gap } from './gap';

/** Their details are fields of their own on this page, and say that the paper was in hand. */
const TOLD_BY_THEIR_FIELDS: readonly CasePaper[] = ['applicant-identity-document', 'appointment-decree', 'emancipation-title'];

/** Told of a card and not of whoever signs: it does not carry over to the next card of a visit. */
const TOLD_OF_A_CARD: readonly Declaration[] = ['loss-of-codes'];

type PaperGap = Gap<`paper-${CasePaper}` | `declaration-${Declaration}`>;

/** The papers to look at or to keep, and the declarations to have signed. */
export class PapersForm {
  readonly #inHand = signal<ReadonlySet<CasePaper>>(new Set());
  readonly #signed = signal<ReadonlySet<Declaration>>(new Set());

  readonly asked = computed<readonly PaperSeen[]>(() => this.needs()?.papers ?? []);
  readonly toTick = computed(() => this.asked().filter(({ paper, handling }) => handling === 'kept' || !TOLD_BY_THEIR_FIELDS.includes(paper)));
  readonly declarations = computed<readonly Declaration[]>(() => {
    const declarations = this.needs()?.declarations ?? [];
    return this.isCarriedOver() ? declarations.filter((declaration) => TOLD_OF_A_CARD.includes(declaration)) : declarations;
  });
  readonly gaps = computed<readonly PaperGap[]>(() => [
    ...this.toTick().flatMap(({ paper }) => (this.isInHand(paper) ? [] : [{ field: `paper-${paper}`, is: 'absent' } as const])),
    ...this.declarations().flatMap((declaration) => (this.isSigned(declaration) ? [] : [{ field: `declaration-${declaration}`, is: 'absent' } as const])),
  ]);

  constructor(
    private readonly needs: () => Pick<CaseNeedsView, 'papers' | 'declarations'> | null,
    /** The signed form came back: its barcode was scanned. */
    readonly isFiled: () => boolean,
    /** What was signed for the visit's earlier card counts here, too. */
    private readonly isCarriedOver: () => boolean,
  ) {}

  isInHand(paper: CasePaper): boolean {
    return this.#inHand().has(paper);
  }

  isSigned(declaration: Declaration): boolean {
    return this.isFiled() || this.#signed().has(declaration);
  }

  tick(paper: CasePaper, isInHand: boolean): void {
    this.#inHand.update((papers) => withEntry(papers, paper, isInHand));
  }

  sign(declaration: Declaration, isSigned: boolean): void {
    this.#signed.update((declarations) => withEntry(declarations, declaration, isSigned));
  }

  /** Every paper asked for, once there are no gaps. */
  message(): { readonly papers: PaperSeen[]; readonly declarations: Declaration[] } {
    return { papers: [...this.asked()], declarations: [...this.declarations()] };
  }
}

function withEntry<Entry>(entries: ReadonlySet<Entry>, entry: Entry, isIn: boolean): ReadonlySet<Entry> {
  const others = [...entries].filter((each) => each !== entry);
  return new Set(isIn ? [...others, entry] : others);
}
