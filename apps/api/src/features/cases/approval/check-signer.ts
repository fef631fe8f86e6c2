// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, permissionsOf, refuse } from '@sportello/domain';
import { CaseRepository } from '../../../platform/activation/case.repository';
import type { OperatorRow } from '../../../platform/database/rows/operator-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import { CheckCredentials, type GivenCredentials } from '../../../platform/passwords/check-credentials';
import type { Refusal } from '../../../platform/problems/refusal';
import type { Signer } from './signer';

const PERMISSION = 'case.decide-approval';

/** Who typed their credentials at the desk of a session that is somebody else's. Tries are counted as sign-ins are, and no session comes of them. */
@Injectable()
export class CheckSigner {
  constructor(private readonly credentials: CheckCredentials) {}

  async run(act: Act, caseId: string, given: GivenCredentials): Promise<Outcome<Signer, Refusal>> {
    const checked = await this.credentials.run(given, (transaction, operator) => conclude(transaction, act, caseId, operator));
    if (!checked.ok) return checked;
    if (!checked.value) return refuse({ kind: 'sign-in-failed' });
    const isSupervisorHere = checked.value.permissions.includes(PERMISSION) && checked.value.bodyId === act.caller.desk.bodyId;
    return isSupervisorHere ? accept(checked.value) : refuse({ kind: 'forbidden', details: { permission: PERMISSION } });
  }
}

/** The log says at whose session it was tried, and never which name was typed. */
async function conclude(transaction: Transaction, act: Act, caseId: string, operator: OperatorRow | undefined): Promise<Signer | undefined> {
  if (!operator) {
    transaction.audit({ act: 'case.approval-not-signed', actor: act.actor, requestId: act.requestId, deskId: act.caller.desk.id, caseId });
    return undefined;
  }
  const { id, codiceFiscale, roles } = operator;
  return { id, codiceFiscale, permissions: permissionsOf(roles), bodyId: await transaction.repository(CaseRepository).bodyOf(operator), signedAt: 'operators-desk' };
}
