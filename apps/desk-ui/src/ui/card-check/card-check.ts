// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import { SessionState } from '../../data/session/session-state';
import { Layers } from '../layer/layers';
import { CardCheckLayer } from './card-check-layer';

/** *Verifica funzionale* of a card in either reader, from wherever that card is shown. */
@Service()
export class CardCheck {
  readonly #layers = inject(Layers);
  readonly #session = inject(SessionState);

  may(): boolean {
    return this.#session.may('card.check');
  }

  open(insertionId: string): void {
    this.#layers.open(CardCheckLayer, { data: insertionId, labelledBy: 'check-title' });
  }
}
