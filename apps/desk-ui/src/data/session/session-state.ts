// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, Service, signal } from '@angular/core';
import type { SessionView } from '@sportello/contracts';
import type { Permission } from '@sportello/domain';

/**
 * Where the operator stands: `expired` keeps the session that was, so that the page under the sign-in layer stays as it is; `locked` keeps the page too, and covers it.
 * What was covered when the session expired stays covered.
 */
export type SessionStatus =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'active'; readonly session: SessionView }
  | { readonly kind: 'locked'; readonly session: SessionView }
  | { readonly kind: 'expired'; readonly session: SessionView; readonly isCovered: boolean };

/** The session as the page knows it; `SignIn` changes it by talking to the API. */
@Service()
export class SessionState {
  readonly #status = signal<SessionStatus>({ kind: 'unknown' });
  #isLeaving = false;

  readonly status = this.#status.asReadonly();
  readonly session = computed(() => {
    const status = this.#status();
    return 'session' in status ? status.session : null;
  });
  readonly isExpired = computed(() => this.#status().kind === 'expired');
  /** Whether what the page shows is nobody's to see now. */
  readonly isCovered = computed(() => {
    const status = this.#status();
    return status.kind === 'locked' || (status.kind === 'expired' && status.isCovered);
  });

  begin(session: SessionView): void {
    this.#status.set({ kind: session.isLocked ? 'locked' : 'active', session });
  }

  /** The operator signs out: until `end` or `stay`, a request that was on its way and finds no session asks nobody to sign in again. */
  leave(): void {
    this.#isLeaving = true;
  }

  stay(): void {
    this.#isLeaving = false;
  }

  end(): void {
    this.#isLeaving = false;
    this.#status.set({ kind: 'absent' });
  }

  /** Whether the operator's role allows something; the API decides anew at each act. */
  may(permission: Permission): boolean {
    return this.session()?.permissions.includes(permission) ?? false;
  }

  /** Nobody touched it for a while, or its person locked it: the page stays as it is, and is covered. */
  lock(): void {
    const status = this.#status();
    if (status.kind === 'active') this.#status.set({ kind: 'locked', session: { ...status.session, isLocked: true } });
  }

  unlock(): void {
    const status = this.#status();
    if (status.kind === 'locked') this.#status.set({ kind: 'active', session: { ...status.session, isLocked: false } });
  }

  /** The API no longer knows the session. */
  lose(): void {
    if (this.isExpired() || this.#isLeaving) return;
    const session = this.session();
    this.#status.set(session ? { kind: 'expired', session, isCovered: this.isCovered() } : { kind: 'absent' });
  }
}
