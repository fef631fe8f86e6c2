// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { HolderView } from '@sportello/contracts';
import { DeskStore } from '../../data/desk/desk-store';
import { Clock } from '../../data/time/clock';
import { Identification } from './identity/identification';

/** What was typed about the document of each open case, until that case moves on or the operator signs out. Shown only while its card is in the reader. */
@Service({ autoProvided: false })
export class CaseDrafts {
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);
  readonly #drafts = new Map<string, Identification>();

  of(caseId: string, holder: HolderView): Identification {
    const kept = this.#drafts.get(caseId);
    if (kept) return kept;
    const made = new Identification(holder, () => this.#clock.now() + this.#desk.clockLead());
    this.#drafts.set(caseId, made);
    return made;
  }

  drop(caseId: string): void {
    this.#drafts.delete(caseId);
  }
}
