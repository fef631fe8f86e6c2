// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { FactorResetsView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** Second factors that were asked to be reset, and wait for the second of two administrators. */
@Service({ autoProvided: false })
export class FactorResetsStore extends CustodyStore<FactorResetsView> {
  protected readonly path = '/api/factor-resets';

  ask(operatorId: string): Promise<boolean> {
    return this.actElsewhere(this.path, { operatorId });
  }

  confirm(id: string): Promise<boolean> {
    return this.act(`${id}/confirmation`, {});
  }
}
