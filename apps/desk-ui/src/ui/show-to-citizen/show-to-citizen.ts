// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import { Layers } from '../layer/layers';
import { CitizenLayer } from './citizen-layer';
import type { ShownPhrase } from './citizen-layer';

/** *Mostra al cittadino*: the phrase of the moment in letters that one reads across the counter, in the citizen's language. */
@Service()
export class ShowToCitizen {
  readonly #layers = inject(Layers);

  open(shown: ShownPhrase): void {
    this.#layers.open(CitizenLayer, { data: shown, labelledBy: 'citizen-title', isWide: true });
  }
}
