// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { CaseNeedsView, PrintDeclarationRequest, RequesterIdentified } from '@sportello/contracts';
import type { ChosenDocuments, ComparedPart, LocalDate, RevocationNeeds } from '@sportello/domain';
import type { Mrz } from '@sportello/domain/mrz';
import { DecreeForm } from '../../ui/identity/decree-form';
import { DelegationForm } from '../../ui/identity/delegation-form';
import { standingRefusal, toMend } from '../../ui/identity/document-findings';
import { DocumentForm, UNTOLD_BIRTH_DATE } from '../../ui/identity/document-form';
import type { Gap } from '../../ui/identity/gap';
import type { Missing } from '../../ui/identity/missing';
import { PapersForm } from '../../ui/identity/papers-form';
import { PersonForm } from '../../ui/identity/person-form';
import { wording } from '../../ui/words/wording';

export interface DeskAround {
  readonly now: () => number;
  readonly today: () => LocalDate;
  readonly documents: () => ChosenDocuments;
  readonly keepsCopies: () => boolean;
  /** What the quality in which somebody asks takes; null: not known yet. */
  readonly needs: () => Pick<RevocationNeeds, 'papers' | 'declarations' | 'asksDecree'> | null;
}

type AtCounter = Omit<Extract<RequesterIdentified, { readonly by: 'document' }>, 'by'>;

/** Whoever stands at the counter: document, names, and the papers by which they speak for somebody else. */
export class WhoCame {
  readonly #accepted = signal<readonly ComparedPart[]>([]);
  readonly person: PersonForm;
  readonly document: DocumentForm;
  readonly papers: PapersForm;
  readonly decree: DecreeForm;
  readonly delegation: DelegationForm;

  readonly refusal = computed(() => standingRefusal(this.document.assessment()));
  readonly asksDecree = computed(() => this.around.needs()?.asksDecree ?? false);
  readonly asksDelegation = computed(() => this.papers.asked().some(({ paper }) => paper === 'delegation'));
  readonly hasPapers = computed(() => this.papers.toTick().length > 0 || this.papers.declarations().length > 0);
  readonly missing = computed<readonly Missing[]>(() => [
    ...toMend(this.document).map(({ field, is }) => ({ target: `document-${field}`, words: wording(`identity.${is === 'absent' ? 'missing' : 'toMend'}.${field}`) })),
    ...missingOf('person', this.person.gaps()),
    ...(this.asksDecree() ? missingOf('decree', this.decree.gaps()) : []),
    ...(this.asksDelegation() ? missingOf('delegation', this.delegation.gaps()) : []),
    ...missingOf('papers', this.papers.gaps()),
  ]);

  constructor(private readonly around: DeskAround) {
    const { today } = around;
    this.person = new PersonForm(today);
    this.document = new DocumentForm(() => {
      const born = this.person.born();
      return { today: today(), holderBirthDate: born ?? UNTOLD_BIRTH_DATE, isBirthDateUnknown: born === undefined, chosen: around.documents() };
    });
    this.papers = new PapersForm(
      () => papersOf(around),
      () => false,
      () => false,
    );
    this.decree = new DecreeForm(today);
    this.delegation = new DelegationForm(today, () => ({ surname: this.person.surname().trim(), name: this.person.name().trim() }));
  }

  fillFrom(mrz: Mrz): 'taken' | 'no-document' {
    if (!mrz.documentType) return 'no-document';
    this.document.fillFrom(mrz, this.around.now());
    this.person.fillFrom(mrz);
    return 'taken';
  }

  /** Written otherwise, and the operator looked: it is the same person. */
  accept(parts: readonly ComparedPart[]): void {
    this.#accepted.update((accepted) => [...new Set([...accepted, ...parts])]);
  }

  /** Who stands there, by which document, as far as a paper tells it; null while that is missing. */
  declarant(): Pick<PrintDeclarationRequest, 'person' | 'document'> | null {
    const [document, person] = [this.document.message(), this.person.message()];
    return document && person && { person, document: { type: this.document.type(), number: document.number } };
  }

  /** The operator's act says that the face is the document's. Null while something is missing. */
  message(): AtCounter | null {
    const [document, person] = [this.document.message(), this.person.message()];
    if (!document || !person || this.missing().length > 0) return null;
    return {
      document,
      person,
      accepted: [...this.#accepted()],
      isFaceConfirmed: true,
      ...this.papers.message(),
      decree: this.asksDecree() ? this.decree.message() : null,
      delegation: this.asksDelegation() ? this.delegation.message() : null,
    };
  }
}

function papersOf({ needs, keepsCopies }: DeskAround): Pick<CaseNeedsView, 'papers' | 'declarations'> | null {
  const asked = needs();
  return (
    asked && {
      papers: asked.papers.map(({ paper, handling }) => ({ paper, handling: handling === 'by-desk-kind' ? (keepsCopies() ? 'kept' : 'seen') : handling })),
      declarations: [...asked.declarations],
    }
  );
}

function missingOf(part: 'person' | 'decree' | 'delegation' | 'papers', gaps: readonly Gap[]): readonly Missing[] {
  return gaps.map(({ field, is }) => ({ target: `${part}-${field}`, words: wording(`application.${is === 'absent' ? 'missing' : 'toMend'}.${part}.${field}`) }));
}
