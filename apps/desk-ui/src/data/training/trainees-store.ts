// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service } from '@angular/core';
import type { TraineesView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** Who is in training at the body's desks. Provided by its page: what it shows leaves with it. */
@Service({ autoProvided: false })
export class TraineesStore extends CustodyStore<TraineesView> {
  protected readonly path = '/api/trainees';
}
