// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { AddStationRequest, RenameStationRequest, RevokeStationRequest, StationsView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** The stations of the installation. No hint tells of all desks: the page says of when its view is. */
@Service()
export class StationsStore extends CustodyStore<StationsView> {
  protected readonly path = '/api/stations';

  add(request: AddStationRequest): Promise<boolean> {
    return this.actElsewhere(this.path, request);
  }

  rename(id: string, request: RenameStationRequest): Promise<boolean> {
    return this.act(`${id}/name`, request);
  }

  revoke(id: string, request: RevokeStationRequest): Promise<boolean> {
    return this.act(`${id}/revocation`, request);
  }

  /** A code that enrols the station once; undefined: none was made. */
  async enrolmentCode(id: string): Promise<string | undefined> {
    const answer = await this.api.act<{ readonly code: string }>(`${this.path}/${id}/enrolment-code`, {});
    if (answer.kind !== 'done') return undefined;
    await this.refresh();
    return answer.value.code;
  }
}
