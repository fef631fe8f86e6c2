// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { CallView } from '@sportello/contracts';
import type { CallCategory } from '@sportello/domain';
import { CallDraft } from './call-draft';
import type { ToldHere } from './call-draft';
import { CipForm } from '../../ui/revocation/cip-form';
import { RevocationDraft } from './revocation-draft';

/** What the call waits for: what Enter does. */
export type CallStage = 'category' | 'identify' | 'record' | 'close';

/** In these calls somebody surely wants a certificate revoked; in others only when they say so. */
const REVOKING: readonly CallCategory[] = ['lost-or-stolen'];

/** All that the page holds of one call beside what the server keeps. */
export class CallInHand {
  readonly draft: CallDraft;
  readonly cip = new CipForm();
  readonly revocation: RevocationDraft;
  readonly #isRevocationWished = signal(false);
  readonly isUnverified = signal(false);
  /** The same caller has another card revoked. */
  readonly isAnotherWished = signal(false);
  /** The caller said the number after us. */
  readonly isNumberRepeated = signal(false);

  readonly mayRevoke = computed(() => this.draft.script()?.byPhone.some((act) => act === 'revoke-by-cip' || act === 'record-unverified-request') ?? false);
  readonly isRevoking = computed(() => {
    const category = this.draft.category();
    return category !== null && (REVOKING.includes(category) || (this.mayRevoke() && this.#isRevocationWished()));
  });
  readonly hasRequest = computed(() => this.call().requests.length > 0);
  /** Cards for which nothing was asked yet. */
  readonly mayAskAnother = computed(() => this.hasRequest() && !this.isAnotherWished() && (this.call().identification?.cards ?? []).some(({ openRequest, state }) => openRequest === null && state !== 'revoked'));
  readonly stage = computed<CallStage>(() => {
    if (this.draft.category() === null) return 'category';
    if (!this.isRevoking() || (this.hasRequest() && !this.isAnotherWished())) return 'close';
    return this.call().identification !== null || this.isUnverified() ? 'record' : 'identify';
  });

  constructor(
    opened: CallView,
    readonly call: () => CallView,
    here: ToldHere,
  ) {
    this.draft = new CallDraft(opened, here);
    this.revocation = new RevocationDraft({ callerKind: this.draft.callerKind, identification: () => this.call().identification, isUnverified: this.isUnverified });
  }

  wishRevocation(): void {
    this.#isRevocationWished.set(true);
  }
}
