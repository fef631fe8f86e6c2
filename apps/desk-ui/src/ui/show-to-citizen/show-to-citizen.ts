// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import { Layers } from '../layer/layers';
import type { Wording } from '../words/wording';
import { CitizenLayer } from './citizen-layer';

/** *Mostra al cittadino*: the sentence of the moment in letters that one reads across the counter. */
@Service()
export class ShowToCitizen {
  readonly #layers = inject(Layers);

  open(sentence: Wording): void {
    this.#layers.open(CitizenLayer, { data: sentence, labelledBy: 'citizen-title', isWide: true });
  }
}
