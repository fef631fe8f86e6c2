// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, permissionsOf, refuse } from '@sportello/domain';
import { CaseRepository } from '../../../platform/activation/case.repository';
import type { OperatorRow } from '../../../platform/database/rows/operator-row';
import type { Transaction } from '../../../platform/database/transaction';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { Act } from '../../../platform/idempotency/act';
import { CheckCredentials, type GivenCredentials } from '../../../platform/passwords/check-credentials';
import type { Refusal } from '../../../platform/problems/refusal';
import type { Signer } from './signer';

const PERMISSION = 'case.decide-approval';

/** Who typed their credentials at the desk of a session that is somebody else's. Tries are counted as sign-ins are, and no session comes of them. */
@Injectable()
export class CheckSigner {
  constructor(
    private readonly credentials: CheckCredentials,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(act: Act, caseId: string, given: GivenCredentials): Promise<Outcome<Signer, Refusal>> {
    // No password is looked at, and nothing told in the log, for a case that is another desk's or none.
    const row = await this.unitOfWork.read((transaction) => transaction.repository(CaseRepository).byId(caseId));
    if (row?.deskId !== act.caller.desk.id) return refuse({ kind: 'not-found' });
    const checked = await this.credentials.run(given, (transaction, operator) => conclude(transaction, act, caseId, operator));
    if (!checked.ok) return checked;
    if (!checked.value) return refuse({ kind: 'sign-in-failed' });
    return maySign(checked.value, act) ? accept(checked.value) : refuse({ kind: 'forbidden', details: { permission: PERMISSION } });
  }
}

/** The log says at whose session it was tried in vain, and never which name was typed. */
async function conclude(transaction: Transaction, act: Act, caseId: string, operator: OperatorRow | undefined): Promise<Signer | undefined> {
  const signer = operator && (await signerNamed(transaction, operator));
  if (!signer || !maySign(signer, act)) {
    transaction.audit({ act: 'case.approval-not-signed', actor: act.actor, requestId: act.requestId, deskId: act.caller.desk.id, caseId, details: { because: signer ? 'forbidden' : 'sign-in-failed' } });
  }
  return signer;
}

async function signerNamed(transaction: Transaction, operator: OperatorRow): Promise<Signer> {
  const { id, codiceFiscale, roles } = operator;
  return { id, codiceFiscale, permissions: permissionsOf(roles), bodyId: await transaction.repository(CaseRepository).bodyOf(operator), signedAt: 'operators-desk' };
}

function maySign({ permissions, bodyId }: Signer, { caller }: Act): boolean {
  return permissions.includes(PERMISSION) && bodyId === caller.desk.bodyId;
}
