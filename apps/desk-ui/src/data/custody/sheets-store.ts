// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { SheetsView, SignMatterRequest } from '@sportello/contracts';
import { CustodyStore } from './custody-store';

/** The blind sheets of the desk. */
@Service()
export class SheetsStore extends CustodyStore<SheetsView> {
  protected readonly path = '/api/sheets';

  sign(matterId: string, signature: SignMatterRequest): Promise<boolean> {
    return this.act(`matters/${matterId}/signatures`, signature);
  }
}
