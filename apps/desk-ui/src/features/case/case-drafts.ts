// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { CaseView, HolderView } from '@sportello/contracts';
import type { EnvelopeStyle } from '@sportello/domain';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { Clock } from '../../data/time/clock';
import { Identification } from './identity/identification';

/** What was typed about the document of each open case, until that case moves on or the operator signs out. Shown only while its card is in the reader. */
@Service({ autoProvided: false })
export class CaseDrafts {
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);
  readonly #session = inject(SessionState);
  readonly #drafts = new Map<string, Identification>();
  readonly #wishes = signal<ReadonlyMap<string, EnvelopeStyle>>(new Map());

  of(caseId: string, holder: HolderView): Identification {
    const kept = this.#drafts.get(caseId);
    if (kept) return kept;
    const made = new Identification(
      holder,
      () => this.#clock.now() + this.#desk.clockLead(),
      () => this.#session.session()?.identityDocuments ?? {},
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
