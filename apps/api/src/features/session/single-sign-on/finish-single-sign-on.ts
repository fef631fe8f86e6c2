// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type AssertedIdentity, type ProvenIdentity, type SingleSignOnRefusal, judgeIdentity, omocodesOf } from '@sportello/domain';
import type { OperatorRow } from '../../../platform/database/rows/operator-row';
import type { PendingSingleSignOnRow } from '../../../platform/database/rows/pending-single-sign-on-row';
import type { Transaction } from '../../../platform/database/transaction';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Log } from '../../../platform/logging/log';
import { returnPath } from '../../../platform/single-sign-on/addresses';
import { IdentityProvider } from '../../../platform/single-sign-on/identity-provider';
import { accountOf } from '../account-of';
import { CONCLUDED_SECONDS } from './begin-single-sign-on';
import { hashOf, isToken, secretsOf } from './request-secrets';
import { type Conclusion, SingleSignOnRepository } from './single-sign-on.repository';
import { SingleSignOnThrottle } from './single-sign-on-throttle';

export interface CameBack {
  readonly query: URLSearchParams;
  readonly browser: string | undefined;
  readonly source: string;
  readonly requestId: string;
}

/** For the log, more exactly than the person is told: whoever closed an account knows why it does not open. */
type AuditedRefusal = SingleSignOnRefusal | 'account-closed' | 'several-accounts';

interface Judgement {
  readonly conclusion: Conclusion;
  readonly because: AuditedRefusal | null;
  readonly level: number | null;
  /** The one account that the person has, open or not. */
  readonly account?: OperatorRow | undefined;
}

/** The browser is back from the provider. What came of it waits for the page, which fetches it from our own site: there the session's strict cookie goes with it, and an earlier session can end. */
@Injectable()
export class FinishSingleSignOn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly throttle: SingleSignOnThrottle,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  /** Answers the page's own address, always the same: nothing of the query is in it. */
  async run({ query, browser, source, requestId }: CameBack): Promise<string> {
    const state = query.get('state');
    if (!this.provider.isThere || this.throttle.secondsToWait(source) > 0) return returnPath(false);
    const request = isToken(state) && browser !== undefined ? await this.use(state, browser) : undefined;
    if (!request || !isToken(state) || browser === undefined) {
      // Nothing was tried against an account: anybody could fill the log with it.
      this.log.info('single sign-on came back to no request of ours', { requestId });
      return returnPath(false);
    }
    // Nothing is held open while the provider is asked.
    const asserted = await this.provider.finish(query, secretsOf(browser, state));
    if (!asserted.ok) this.log.warn('single sign-on was not concluded', { requestId, provider: this.provider.host, because: asserted.refusal.because, detail: asserted.refusal.detail });
    await this.unitOfWork.run(async (transaction) => {
      const judgement = asserted.ok ? await this.judge(transaction, asserted.value, request) : refused(asserted.refusal.because, null);
      await transaction.repository(SingleSignOnRepository).conclude(request.id, judgement.conclusion, transaction.now, new Date(transaction.now.getTime() + CONCLUDED_SECONDS * 1000));
      if (judgement.because !== null) this.tellRefused(transaction, requestId, judgement.because, judgement.level, judgement.account);
    });
    return returnPath(request.isInOwnTab);
  }

  private use(state: string, browser: string): Promise<PendingSingleSignOnRow | undefined> {
    return this.unitOfWork.run((transaction) => transaction.repository(SingleSignOnRepository).use(hashOf(state), hashOf(browser), transaction.now));
  }

  private async judge(transaction: Transaction, asserted: AssertedIdentity, request: PendingSingleSignOnRow): Promise<Judgement> {
    const proven = judgeIdentity(asserted, request.askedAt);
    if (!proven.ok) return refused(proven.refusal.kind, proven.refusal.level);
    const { codiceFiscale, level } = proven.value;
    const known = await transaction.repository(SingleSignOnRepository).operatorsKnownAs([codiceFiscale.base, ...omocodesOf(codiceFiscale)]);
    return judgePerson(known, proven.value, level);
  }

  private tellRefused(transaction: Transaction, requestId: string, because: AuditedRefusal, level: number | null, account?: OperatorRow): void {
    transaction.audit({ act: 'session.refused', actor: { kind: 'nobody' }, requestId, ...accountOf(account), details: { means: 'single-sign-on', because, level, provider: this.provider.host } });
  }
}

/** Exactly one account that is open. */
function judgePerson(known: readonly OperatorRow[], { means }: ProvenIdentity, level: number): Judgement {
  const [operator, ...more] = known.filter(({ disabledAt }) => disabledAt === null);
  if (operator && more.length === 0) return { conclusion: { kind: 'proven', operatorId: operator.id, means }, because: null, level };
  const because = operator ? 'several-accounts' : known.length > 0 ? 'account-closed' : 'unknown-person';
  return { conclusion: { kind: 'refused', refusal: 'unknown-person' }, because, level, account: known.length === 1 ? known[0] : undefined };
}

function refused(refusal: SingleSignOnRefusal, level: number | null): Judgement {
  return { conclusion: { kind: 'refused', refusal }, because: refusal, level };
}
