// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { FULL_AGE, parseCodiceFiscale } from '@sportello/domain';
import type { ABSENT_CARD_REASONS, ApplicantCard, CardInReader, HolderView } from '@sportello/contracts';
import { gapOf } from '../../../ui/identity/gap';
import type { Gap } from '../../../ui/identity/gap';

export type AbsentReason = (typeof ABSENT_CARD_REASONS)[number];
// The contract's list, checked by the compiler.
export const ABSENT_REASONS: typeof ABSENT_CARD_REASONS = ['forgotten', 'not-issued', 'lost', 'expired', 'foreigner'];

/** The applicant's own card in the desk's second reader. */
export interface PresentedCard {
  readonly insertionId: string;
  readonly idCarta: string;
  readonly holder: HolderView;
}

export type CardField = 'how' | 'last8' | 'codiceFiscale' | 'reason';

const LAST_8 = /^\d{8}$/;

/** A card in the second reader is the applicant's, unless it is the case's own. */
export function presentedCard(inReader: CardInReader | null, caseIdCarta: string | undefined): PresentedCard | null {
  if (inReader?.state !== 'recognised' || inReader.card.idCarta === caseIdCarta) return null;
  return { insertionId: inReader.insertionId, idCarta: inReader.card.idCarta, holder: inReader.card.holder };
}

/** A child's card where the adult's is looked for: the two are most likely swapped. */
export function isOfChild(card: PresentedCard | null): boolean {
  return card !== null && card.holder.age < FULL_AGE;
}

/** The applicant's own card: in the second reader by itself, else shown across the counter, else absent for a reason. */
export class ApplicantCardForm {
  readonly how = signal<'seen' | 'absent' | null>(null);
  readonly last8 = signal('');
  readonly codiceFiscale = signal('');
  readonly reason = signal<AbsentReason | null>(null);
  readonly note = signal('');

  readonly gaps = computed<readonly Gap<CardField>[]>(() => {
    const presented = this.presented();
    if (presented) return isOfChild(presented) ? [{ field: 'how', is: 'wrong' }] : [];
    switch (this.how()) {
      case null:
        return [{ field: 'how', is: 'absent' }];
      case 'seen':
        return [
          ...gapOf('last8', this.last8(), LAST_8.test(this.#last8())),
          ...gapOf('codiceFiscale', this.codiceFiscale(), this.#code().length === 16 && parseCodiceFiscale(this.#code()).ok),
        ];
      case 'absent':
        return this.reason() === null ? [{ field: 'reason', is: 'absent' }] : [];
    }
  });

  constructor(readonly presented: () => PresentedCard | null) {}

  /** The barcode at the back of a health card, read while its chip is in no reader: the card was shown. */
  take(codiceFiscale: string): void {
    this.how.set('seen');
    this.codiceFiscale.set(codiceFiscale);
  }

  message(): ApplicantCard | null {
    if (this.gaps().length > 0) return null;
    const presented = this.presented();
    if (presented) return { state: 'presented', insertionId: presented.insertionId };
    const reason = this.reason();
    if (this.how() === 'absent') return reason && { state: 'absent', reason, note: this.note().trim() || null };
    return { state: 'seen', idCartaLast8: this.#last8(), codiceFiscale: this.#code() };
  }

  #last8(): string {
    return this.last8().replace(/\s/g, '');
  }

  #code(): string {
    return this.codiceFiscale().replace(/\s/g, '').toUpperCase();
  }
}
