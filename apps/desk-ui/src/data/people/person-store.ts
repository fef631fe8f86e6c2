// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, Service, signal } from '@angular/core';
import type { AskRolesRequest, ChangePersonRequest, DecideRolesRequest, EndServiceRequest, InvitationCode, PersonView, SignOutPersonRequest } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** One person, and what an administrator does about them. */
@Service({ autoProvided: false })
export class PersonStore extends CustodyStore<PersonView> {
  readonly #id = signal('');

  protected get path(): string {
    return `/api/people/${this.#id()}`;
  }

  /** An answer about somebody who is not looked at any more is not shown. */
  readonly person = computed(() => (this.view()?.id === this.#id() ? this.view() : null));

  look(id: string): Promise<void> {
    this.#id.set(id);
    return this.refresh();
  }

  change(request: ChangePersonRequest): Promise<boolean> {
    return this.act('changes', request);
  }

  askRoles(request: AskRolesRequest): Promise<boolean> {
    return this.act('roles', request);
  }

  decideRoles(request: DecideRolesRequest): Promise<boolean> {
    return this.act('roles/decision', request);
  }

  endService(request: EndServiceRequest): Promise<boolean> {
    return this.act('leaving', request);
  }

  signOut(request: SignOutPersonRequest): Promise<boolean> {
    return this.act('sign-out', request);
  }

  /** The code is in this answer and nowhere else. */
  makeCode(): Promise<InvitationCode | null> {
    return this.actFor<InvitationCode>(`${this.path}/invitation`, {});
  }
}
