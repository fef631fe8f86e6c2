// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { DayView, SignMatterRequest } from '@sportello/contracts';
import { CustodyStore } from './custody-store';

/** The day of the desk. */
@Service()
export class DayStore extends CustodyStore<DayView> {
  protected readonly path = '/api/desk/day';

  sign(matterId: string, signature: SignMatterRequest): Promise<boolean> {
    return this.actElsewhere(`/api/sheets/matters/${matterId}/signatures`, signature);
  }
}
