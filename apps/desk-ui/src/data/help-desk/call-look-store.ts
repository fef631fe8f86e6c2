// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, Service, signal } from '@angular/core';
import type { CallView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** A call that is looked at, and not answered. */
@Service({ autoProvided: false })
export class CallLookStore extends CustodyStore<CallView> {
  readonly #id = signal('');

  protected get path(): string {
    return `/api/calls/${this.#id()}`;
  }

  readonly call = computed(() => (this.view()?.id === this.#id() ? this.view() : null));

  look(id: string): Promise<void> {
    this.#id.set(id);
    return this.refresh();
  }
}
