// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service, signal } from '@angular/core';
import type { InvitePersonRequest, PeopleView, PersonView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** The people of the body, as they were searched for. */
@Service({ autoProvided: false })
export class PeopleStore extends CustodyStore<PeopleView> {
  readonly #search = signal('');

  protected get path(): string {
    return `/api/people?search=${encodeURIComponent(this.#search())}`;
  }

  find(text: string): Promise<void> {
    this.#search.set(text.trim());
    return this.refresh();
  }

  /** The person who was added; null when it was refused. */
  async invite(request: InvitePersonRequest): Promise<PersonView | null> {
    const person = await this.actFor<PersonView>('/api/people', request);
    if (person) await this.refresh();
    return person;
  }
}
