// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, type SingleSignOnRefusal, refuse } from '@sportello/domain';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { Refusal } from '../../../platform/problems/refusal';
import { OpenSession, type OpenedSession } from '../../../platform/sessions/open-session';
import { hashOf } from './request-secrets';
import { SingleSignOnRepository } from './single-sign-on.repository';
import { SingleSignOnThrottle } from './single-sign-on-throttle';

export interface Collecting {
  readonly browser: string | undefined;
  readonly source: string;
  readonly requestId: string;
  /** A session that this browser had: it ends with the new one. */
  readonly earlierToken: string | undefined;
}

/** The page fetches what came of its request: a session, or why there is none. Nothing at all means that the address was an old one. */
@Injectable()
export class CollectSingleSignOn {
  constructor(
    private readonly throttle: SingleSignOnThrottle,
    private readonly unitOfWork: UnitOfWork,
    private readonly openSession: OpenSession,
  ) {}

  async run({ browser, source, requestId, earlierToken }: Collecting): Promise<Outcome<OpenedSession, Refusal>> {
    const seconds = this.throttle.secondsToWait(source);
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    if (browser === undefined) return refusedBecause('stale-request');
    return this.unitOfWork.run(async (transaction) => {
      const requests = transaction.repository(SingleSignOnRepository);
      const came = (await requests.collect(hashOf(browser), transaction.now)) ?? { kind: 'refused', refusal: 'stale-request' };
      if (came.kind === 'refused') return refusedBecause(came.refusal);
      const operator = await requests.activeOperator(came.operatorId);
      if (!operator) return refusedBecause('unknown-person');
      // Two factors were asked for there: level 2 is that.
      return this.openSession.run(transaction, { operator, means: came.means, requestId, earlierToken });
    });
  }
}

function refusedBecause(because: SingleSignOnRefusal): Outcome<never, Refusal> {
  return refuse({ kind: 'single-sign-on-refused', details: { because } });
}
