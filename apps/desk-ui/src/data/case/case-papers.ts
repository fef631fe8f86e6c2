// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { CaseView } from '@sportello/contracts';
import type { Declaration, EnvelopeLanguage } from '@sportello/domain';
import { ApiClient } from '../api/api-client';

/** Orders the papers of a case from the Moduli printer. They are no steps of the case: none of them moves it. */
@Service()
export class CasePapers {
  readonly #api = inject(ApiClient);

  /** Each declaration is a form of its own. True once all of them are ordered. */
  async printDeclarations(caseId: CaseView['id'], declarations: readonly Declaration[], language: EnvelopeLanguage): Promise<boolean> {
    for (const declaration of declarations) {
      const answer = await this.#api.act(`/api/cases/${caseId}/papers`, { paper: 'self-declaration', language, declaration, signing: 'own-hand' });
      if (answer.kind !== 'done') return false;
    }
    return true;
  }
}
