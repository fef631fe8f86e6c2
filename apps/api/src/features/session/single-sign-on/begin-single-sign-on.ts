// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Log } from '../../../platform/logging/log';
import { Randomness } from '../../../platform/ports/randomness';
import type { Refusal } from '../../../platform/problems/refusal';
import { returnPath } from '../../../platform/single-sign-on/addresses';
import { IdentityProvider } from '../../../platform/single-sign-on/identity-provider';
import { hashOf, newToken, secretsOf } from './request-secrets';
import { SingleSignOnRepository } from './single-sign-on.repository';
import { SingleSignOnThrottle } from './single-sign-on-throttle';

/** As long as somebody may take at the provider. */
export const ASKED_SECONDS = 5 * 60;
/** As long as the page may take to fetch what came of it. */
export const CONCLUDED_SECONDS = 60;

export interface SingleSignOnWish {
  readonly source: string;
  readonly requestId: string;
  /** What the browser already has of an earlier request. */
  readonly browser: string | undefined;
  /** The page stays where it is, and a tab of its own goes to the provider. */
  readonly isInOwnTab: boolean;
}

export interface SingleSignOnBegun {
  /** The provider's; or our own page, which tells that it does not answer. */
  readonly address: string;
  readonly browser: string | undefined;
}

@Injectable()
export class BeginSingleSignOn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly throttle: SingleSignOnThrottle,
    private readonly unitOfWork: UnitOfWork,
    private readonly randomness: Randomness,
    private readonly log: Log,
  ) {}

  async run({ source, requestId, browser: known, isInOwnTab }: SingleSignOnWish): Promise<Outcome<SingleSignOnBegun, Refusal>> {
    if (!this.provider.isThere) return refuse({ kind: 'not-found' });
    // The page asks what came of it, and is told to wait.
    if (this.throttle.secondsToWait(source) > 0) return accept({ address: returnPath(isInOwnTab), browser: known });
    const state = newToken(this.randomness);
    const asked = await this.unitOfWork.run(async (transaction) => {
      const { now } = transaction;
      const requests = transaction.repository(SingleSignOnRepository);
      const browser = known !== undefined && (await requests.hasAsked(hashOf(known), now)) ? known : newToken(this.randomness);
      const id = transaction.newId();
      await requests.ask({ id, stateHash: hashOf(state), browserHash: hashOf(browser), isInOwnTab, askedAt: now, expiresAt: new Date(now.getTime() + ASKED_SECONDS * 1000) });
      return { id, browser };
    });
    const begun = await this.provider.begin(secretsOf(asked.browser, state));
    if (begun.ok) return accept({ address: begun.value.href, browser: asked.browser });
    const { because, detail } = begun.refusal;
    this.log.warn('single sign-on did not begin', { requestId, provider: this.provider.host, because, detail });
    await this.unitOfWork.run((transaction) =>
      transaction.repository(SingleSignOnRepository).conclude(asked.id, { kind: 'refused', refusal: because }, transaction.now, new Date(transaction.now.getTime() + CONCLUDED_SECONDS * 1000)),
    );
    return accept({ address: returnPath(isInOwnTab), browser: asked.browser });
  }
}
