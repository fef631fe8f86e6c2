// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import { Layers } from '../../ui/layer/layers';
import { Guide } from './guide';

/** Opens the guide from the key and from the menu alike. */
@Service()
export class GuideOpener {
  readonly #layers = inject(Layers);

  open(): void {
    this.#layers.open(Guide, { labelledBy: 'guide-title' });
  }
}
