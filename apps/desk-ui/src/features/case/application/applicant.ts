// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal, untracked } from '@angular/core';
import type { ComparedPart, DocumentType, LocalDate } from '@sportello/domain';
import type { Mrz } from '@sportello/domain/mrz';
import type { IdentificationRequest } from '@sportello/contracts';
import { wording } from '../../../ui/words/wording';
import { Comparison } from '../identity/comparison';
import type { Missing } from '../../../ui/identity/missing';
import type { PresentedCard } from './applicant-card-form';
import type { DelegateName } from '../../../ui/identity/delegation-form';
import { PERSON_FIELDS, PersonForm } from '../../../ui/identity/person-form';

/** Whoever came for the holder: as their document names them, compared with their own card while that is in a reader. */
export class Applicant {
  readonly person: PersonForm;
  /** What was typed of a card's rows stays while that card is out for a moment. */
  readonly #comparisons = new Map<string, Comparison>();
  #mrz: Mrz | undefined;
  /** Where there is no comparison: what is written otherwise, and the operator judged to be the same person. */
  readonly #accepted = signal<readonly ComparedPart[]>([]);

  readonly comparison = computed(() => {
    const card = this.card();
    return card && this.#comparisonWith(card);
  });
  readonly birthDate = computed<LocalDate | undefined>(() => this.comparison()?.chip.birthDate ?? this.person.born());
  /** Whose name the delegation has to bear. */
  readonly name = computed<DelegateName>(() => {
    const comparison = this.comparison();
    if (comparison) return { surname: comparison.written('surname'), name: comparison.written('name') };
    return { surname: this.person.surname().trim(), name: this.person.name().trim() };
  });
  readonly missing = computed<readonly Missing[]>(() => {
    const comparison = this.comparison();
    if (comparison) return missingOf(comparison);
    return this.person.gaps().map(({ field, is }) => ({ target: `person-${field}`, words: wording(`application.${is === 'absent' ? 'missing' : 'toMend'}.person.${field}`) }));
  });

  constructor(
    private readonly card: () => PresentedCard | null,
    private readonly documentType: () => DocumentType,
    today: () => LocalDate,
  ) {
    this.person = new PersonForm(today);
  }

  fillFrom(mrz: Mrz): void {
    this.#mrz = mrz;
    this.person.fillFrom(mrz);
    for (const comparison of this.#comparisons.values()) comparison.fillFrom(mrz);
  }

  takeCodiceFiscale(code: string): void {
    this.person.codiceFiscale.set(code);
    this.comparison()?.type('codiceFiscale', code);
  }

  accept(parts: readonly ComparedPart[]): void {
    this.#accepted.update((accepted) => [...new Set([...accepted, ...parts])]);
  }

  clear(): void {
    this.#mrz = undefined;
    this.#accepted.set([]);
    this.person.clear();
    for (const comparison of this.#comparisons.values()) comparison.clear();
  }

  message(): Pick<IdentificationRequest, 'person' | 'accepted'> | null {
    const comparison = this.comparison();
    if (comparison) return comparison.message();
    const person = this.person.message();
    return person && { person, accepted: [...this.#accepted()] };
  }

  /** A card that comes late is compared with what was told before it. */
  #comparisonWith({ idCarta, holder }: PresentedCard): Comparison {
    return untracked(() => {
      const kept = this.#comparisons.get(idCarta);
      if (kept) return kept;
      const made = new Comparison(holder, this.documentType);
      if (this.#mrz) made.fillFrom(this.#mrz);
      else for (const field of PERSON_FIELDS) if (this.person[field]() !== '') made.type(field, this.person[field]());
      this.#comparisons.set(idCarta, made);
      return made;
    });
  }
}

/** The rows that stand between the operator and the primary action. */
export function missingOf(comparison: Comparison): readonly Missing[] {
  return comparison.toDecide().map(({ part, isUnreadable }) => ({ target: `compare-${part}`, words: wording(`identity.${isUnreadable ? 'toMend' : 'toDecide'}.${part}`) }));
}
