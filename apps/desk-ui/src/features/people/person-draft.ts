// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { ChangePersonRequest, DeskName, InvitePersonRequest, PersonView } from '@sportello/contracts';
import { isReasonTold, parseCodiceFiscale, type Role } from '@sportello/domain';

export const PERSON_GAPS = ['name', 'username', 'code', 'desks', 'roles', 'reason'] as const;
export type PersonGap = (typeof PERSON_GAPS)[number];

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** What is being written about a person: somebody new, or one who is changed. */
export class PersonDraft {
  readonly displayName = signal('');
  readonly username = signal('');
  readonly codiceFiscale = signal('');
  /** The first is the home desk. */
  readonly deskIds = signal<readonly string[]>([]);
  readonly roles = signal<readonly Role[]>([]);
  readonly isInTraining = signal(false);
  readonly reason = signal('');

  constructor(readonly person: PersonView | null) {
    if (!person) return;
    this.displayName.set(person.displayName);
    this.username.set(person.username);
    this.codiceFiscale.set(person.codiceFiscale ?? '');
    this.deskIds.set(person.desks.map(({ id }) => id));
  }

  /** Another codice fiscale than the person has: a second administrator decides on it. */
  readonly changesCode = computed(() => this.person !== null && this.#code() !== this.person.codiceFiscale);
  /** Somebody reads why. */
  readonly needsReason = computed(() => this.person === null || this.changesCode());

  /** What is missing or wrong, in the order of the page. */
  readonly gaps = computed<readonly PersonGap[]>(() => PERSON_GAPS.filter((gap) => this.#isOpen(gap)));

  serve({ id }: DeskName, isServed: boolean): void {
    this.deskIds.update((ids) => (isServed ? [...ids, id] : ids.filter((each) => each !== id)));
  }

  liveAt({ id }: DeskName): void {
    this.deskIds.update((ids) => [id, ...ids.filter((each) => each !== id)]);
  }

  invitation(): InvitePersonRequest {
    return { username: this.username().trim().toLowerCase(), ...this.#common(), roles: [...this.roles()], isInTraining: this.isInTraining(), reason: this.reason().trim() };
  }

  change(revision: number): ChangePersonRequest {
    return { revision, ...this.#common(), reason: this.changesCode() ? this.reason().trim() : null };
  }

  #common() {
    return { displayName: this.displayName().trim(), codiceFiscale: this.#code(), deskIds: [...this.deskIds()] };
  }

  #code(): string | null {
    const code = this.codiceFiscale().trim().toUpperCase();
    return code === '' ? null : code;
  }

  #isOpen(gap: PersonGap): boolean {
    const isNew = this.person === null;
    const code = this.codiceFiscale().trim();
    switch (gap) {
      case 'name':
        return this.displayName().trim() === '';
      case 'username':
        return isNew && !USERNAME.test(this.username().trim().toLowerCase());
      case 'code':
        return code !== '' && !parseCodiceFiscale(code).ok;
      case 'desks':
        return this.deskIds().length === 0;
      case 'roles':
        return isNew && this.roles().length === 0;
      case 'reason':
        return this.needsReason() && !isReasonTold(this.reason());
    }
  }
}
