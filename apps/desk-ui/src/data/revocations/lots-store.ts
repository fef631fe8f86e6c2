// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { ConfirmLotRequest, DryRunLotRequest, RevocationLotsView, RevocationLotView, WithdrawLotRequest } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** Faulty lots whose certificates end together: one supervisor tries, another confirms. */
@Service({ autoProvided: false })
export class LotsStore extends CustodyStore<RevocationLotsView> {
  protected readonly path = '/api/revocation-lots';

  /** What would happen; null when it was refused. */
  async tryOut(request: DryRunLotRequest): Promise<RevocationLotView | null> {
    const lot = await this.actFor<RevocationLotView>(this.path, request);
    if (lot) await this.refresh();
    return lot;
  }

  withdraw(lotId: string, request: WithdrawLotRequest): Promise<boolean> {
    return this.actElsewhere(`${this.path}/${lotId}/withdrawal`, request);
  }

  confirm(lotId: string, request: ConfirmLotRequest): Promise<boolean> {
    return this.actElsewhere(`${this.path}/${lotId}/confirmation`, request);
  }
}
