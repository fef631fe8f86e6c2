// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, Service, signal } from '@angular/core';
import type { DecideRevocationRequest, ResolveRevocationRequest, RevocationView } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** One request, and what a supervisor decides about it. */
@Service({ autoProvided: false })
export class RevocationStore extends CustodyStore<RevocationView> {
  readonly #id = signal('');

  protected get path(): string {
    return `/api/revocations/${this.#id()}`;
  }

  /** An answer about a request that is not looked at any more is not shown. */
  readonly request = computed(() => (this.view()?.id === this.#id() ? this.view() : null));

  look(id: string): Promise<void> {
    this.#id.set(id);
    return this.refresh();
  }

  decide(request: DecideRevocationRequest): Promise<boolean> {
    return this.act('decision', request);
  }

  resolve(request: ResolveRevocationRequest): Promise<boolean> {
    return this.act('resolution', request);
  }
}
