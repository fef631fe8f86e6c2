// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { AddDeskRequest, BodyDraft, ChangeBodyRequest, ChangeCalendarRequest, ChangeDeskRequest, ChangeLineRequest, PlacesView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** Bodies and desks, as an administrator keeps them. */
@Service()
export class PlacesStore extends CustodyStore<PlacesView> {
  protected readonly path = '/api/places';

  addBody(draft: BodyDraft): Promise<boolean> {
    return this.act('bodies', draft);
  }

  changeBody(id: string, request: ChangeBodyRequest): Promise<boolean> {
    return this.act(`bodies/${id}`, request);
  }

  changeCalendar(id: string, request: ChangeCalendarRequest): Promise<boolean> {
    return this.act(`bodies/${id}/calendar`, request);
  }

  changeLine(request: ChangeLineRequest): Promise<boolean> {
    return this.act('line', request);
  }

  addDesk(request: AddDeskRequest): Promise<boolean> {
    return this.act('desks', request);
  }

  changeDesk(id: string, request: ChangeDeskRequest): Promise<boolean> {
    return this.act(`desks/${id}`, request);
  }
}
