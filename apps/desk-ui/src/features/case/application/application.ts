// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { LocalDate } from '@sportello/domain';
import type { CaseNeedsView, IdentificationRequest } from '@sportello/contracts';
import { wording } from '../../../ui/words/wording';
import type { Missing } from '../../../ui/identity/missing';
import { ApplicantCardForm } from './applicant-card-form';
import type { PresentedCard } from './applicant-card-form';
import { DecreeForm } from '../../../ui/identity/decree-form';
import { DelegationForm } from '../../../ui/identity/delegation-form';
import type { DelegateName } from '../../../ui/identity/delegation-form';
import { gapOf } from '../../../ui/identity/gap';
import type { Gap } from '../../../ui/identity/gap';
import { PapersForm } from '../../../ui/identity/papers-form';

/** What the application of a case is told from, besides what is typed into it. */
export interface CaseAround {
  readonly needs: () => CaseNeedsView | null;
  readonly presentedCard: () => PresentedCard | null;
  /** The signed declarations came back: their barcode was scanned. */
  readonly isDeclarationFiled: () => boolean;
  /** Who was identified for the visit's earlier card and goes on with this one. */
  readonly sameApplicant: () => DelegateName | null;
}

/** What travels with the identification besides document and person. */
export type ApplicationMessage = Pick<IdentificationRequest, 'applicantCard' | 'papers' | 'declarations' | 'decree' | 'delegation' | 'emancipationTitle'>;

/** As short a title as the API takes. */
const SHORTEST_TITLE = 3;

/** What a kind of case asks for besides a document and a face: the applicant's card, papers, declarations, decree, delegation. Each part counts only where it is asked for. */
export class Application {
  readonly card: ApplicantCardForm;
  readonly papers: PapersForm;
  readonly decree: DecreeForm;
  readonly delegation: DelegationForm;
  readonly emancipationTitle = signal('');
  /** The operator says that the visit's earlier applicant is not who stands here. */
  readonly isSomebodyElse = signal(false);

  /** Identified for the visit's earlier card: document, card and declarations carry over, the papers of this card's holder do not. */
  readonly isCarriedOver: () => boolean;
  readonly asksCard = computed(() => !this.isCarriedOver() && (this.around.needs()?.asksApplicantCard ?? false));
  readonly asksDecree = computed(() => this.around.needs()?.asksDecree ?? false);
  readonly asksDelegation = computed(() => this.#asks('delegation'));
  readonly asksTitle = computed(() => this.#asks('emancipation-title'));
  readonly titleGaps = computed<readonly Gap<'title'>[]>(() => gapOf('title', this.emancipationTitle(), this.emancipationTitle().trim().length >= SHORTEST_TITLE));

  /** In the order of the page. The applicant's card stands above the document, everything else below the comparison. */
  readonly missingCard = computed<readonly Missing[]>(() => (this.asksCard() ? this.card.gaps().map(toMissing('card')) : []));
  readonly missingPapers = computed<readonly Missing[]>(() => [
    ...(this.asksDecree() ? this.decree.gaps().map(toMissing('decree')) : []),
    ...(this.asksDelegation() ? this.delegation.gaps().map(toMissing('delegation')) : []),
    ...(this.asksTitle() ? this.titleGaps().map(toMissing('emancipation')) : []),
    ...this.papers.gaps().map(toMissing('papers')),
  ]);

  constructor(
    private readonly around: CaseAround,
    today: () => LocalDate,
    onDocument: () => DelegateName,
  ) {
    const carriedOver = () => (this.isSomebodyElse() ? null : around.sameApplicant());
    this.isCarriedOver = () => carriedOver() !== null;
    this.card = new ApplicantCardForm(around.presentedCard);
    this.papers = new PapersForm(around.needs, around.isDeclarationFiled, this.isCarriedOver);
    this.decree = new DecreeForm(today);
    this.delegation = new DelegationForm(today, () => carriedOver() ?? onDocument());
  }

  /** Once nothing of it is missing; what is not asked for does not travel. */
  message(): ApplicationMessage {
    const card = this.asksCard() ? this.card.message() : null;
    const decree = this.asksDecree() ? this.decree.message() : null;
    const delegation = this.asksDelegation() ? this.delegation.message() : null;
    const { papers, declarations } = this.papers.message();
    return {
      ...(card && { applicantCard: card }),
      ...(papers.length > 0 && { papers }),
      ...(declarations.length > 0 && { declarations }),
      ...(decree && { decree }),
      ...(delegation && { delegation }),
      ...(this.asksTitle() && { emancipationTitle: this.emancipationTitle().trim() }),
    };
  }

  #asks(paper: 'delegation' | 'emancipation-title'): boolean {
    return this.papers.asked().some((asked) => asked.paper === paper);
  }
}

function toMissing(part: 'card' | 'decree' | 'delegation' | 'emancipation' | 'papers'): (gap: Gap) => Missing {
  return ({ field, is }) => ({ target: `${part}-${field}`, words: wording(`application.${is === 'absent' ? 'missing' : 'toMend'}.${part}.${field}`) });
}
