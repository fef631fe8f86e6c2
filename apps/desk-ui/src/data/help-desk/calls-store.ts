// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service, signal } from '@angular/core';
import type { CallsRequest, CallsView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** The calls within reach, of some days, about something, or in a state. */
@Service({ autoProvided: false })
export class CallsStore extends CustodyStore<CallsView> {
  readonly #asked = signal<CallsRequest>({});

  protected get path(): string {
    const query = new URLSearchParams(Object.entries(this.#asked())).toString();
    return query === '' ? '/api/calls' : `/api/calls?${query}`;
  }

  search(asked: CallsRequest): Promise<void> {
    this.#asked.set(asked);
    return this.refresh();
  }
}
