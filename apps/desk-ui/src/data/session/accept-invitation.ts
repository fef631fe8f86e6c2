// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { AcceptedInvitation, AcceptInvitationRequest } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import type { ApiAnswer } from '../api/api-answer';
import { SignIn } from './sign-in';

export type InvitationTrouble = Exclude<ApiAnswer<unknown>, { readonly kind: 'done' }>;

/** Takes an invitation up, and signs in with the password that was just chosen. */
@Service()
export class AcceptInvitation {
  readonly #api = inject(ApiClient);
  readonly #signIn = inject(SignIn);

  /** Null: it was taken up. Whoever is not signed in after all finds the sign-in page, and the password is theirs. */
  async accept(request: AcceptInvitationRequest): Promise<InvitationTrouble | null> {
    const answer = await this.#api.exchange<AcceptedInvitation>('POST', '/api/invitations/accept', request);
    if (answer.kind !== 'done') return answer;
    await this.#signIn.signIn({ username: answer.value.username, password: request.password });
    return null;
  }
}
