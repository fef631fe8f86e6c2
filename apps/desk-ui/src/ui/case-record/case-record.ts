// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import { Layers } from '../layer/layers';
import { CaseRecordLayer } from './case-record-layer';

/** Opens the record of a case from the search and from the case in hand alike. */
@Service()
export class CaseRecord {
  readonly #layers = inject(Layers);

  open(caseId: string): void {
    this.#layers.open(CaseRecordLayer, { data: caseId, labelledBy: 'record-title' });
  }
}
