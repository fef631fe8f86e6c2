// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { CaseView, HolderView } from '@sportello/contracts';
import type { EnvelopeStyle } from '@sportello/domain';
import { CaseStore } from '../../data/case/case-store';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { Clock } from '../../data/time/clock';
import { presentedCard } from './application/applicant-card-form';
import type { CaseAround } from './application/application';
import { Identification } from './identity/identification';

/** As the case tells the signed form that came back. */
const SELF_DECLARATION = 'self-declaration';

/** What was typed about the document and the application of each open case, until that case moves on or the operator signs out. Shown only while its card is in the reader. */
@Service({ autoProvided: false })
export class CaseDrafts {
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);
  readonly #session = inject(SessionState);
  readonly #inHand = inject(CaseStore).case;
  readonly #drafts = new Map<string, Identification>();
  readonly #wishes = signal<ReadonlyMap<string, EnvelopeStyle>>(new Map());

  /** A draft is shown only while its case is the one in hand. */
  readonly #around: CaseAround = {
    needs: () => this.#inHand()?.needs ?? null,
    presentedCard: () => presentedCard(this.#desk.desk()?.secondCard ?? null, this.#inHand()?.card?.idCarta),
    isDeclarationFiled: () => this.#inHand()?.papersFiled.some(({ paper }) => paper === SELF_DECLARATION) ?? false,
    sameApplicant: () => (this.#inHand()?.acts.includes('identify-same-visit') ? (this.#inHand()?.sameVisit?.applicant ?? null) : null),
  };

  of(caseId: string, holder: HolderView): Identification {
    const kept = this.#drafts.get(caseId);
    if (kept) return kept;
    const made = new Identification(
      holder,
      () => this.#clock.now() + this.#desk.clockLead(),
      () => this.#session.session()?.identityDocuments ?? {},
      this.#around,
    );
    this.#drafts.set(caseId, made);
    return made;
  }

  /** How its envelope is to be printed: as was chosen here, else as the case has it. */
  envelopeOf({ id, envelope }: Pick<CaseView, 'id' | 'envelope'>): EnvelopeStyle {
    return this.#wishes().get(id) ?? envelope;
  }

  wish(caseId: string, style: EnvelopeStyle): void {
    this.#wishes.update((wishes) => new Map(wishes).set(caseId, style));
  }

  drop(caseId: string): void {
    this.#drafts.delete(caseId);
  }
}
