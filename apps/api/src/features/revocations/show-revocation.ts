// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationLine, RevocationView } from '@sportello/contracts';
import { isDecisionNeeded, requestNumberOf, serviceAgeOf } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { RevocationAttemptRow, RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';
import { type LineRow, RevocationViewRepository } from './revocation-view.repository';

export function lineOf({ id, year, number, initials, act, reason, state, standing, approval, recordedAt, since, isBreach, isOutOfHours }: LineRow, now: Date): RevocationLine {
  return {
    id,
    number: requestNumberOf(number, year).value,
    initials,
    act,
    reason,
    state,
    standing,
    approval,
    recordedAt: recordedAt.toISOString(),
    since: since.toISOString(),
    age: serviceAgeOf(state, since, now),
    isBreach,
    isOutOfHours,
  };
}

/** A request with its times, its moves, and what whoever looks may do with it. */
export async function showRevocation(transaction: Transaction, caller: SignedInOperator, id: string): Promise<RevocationView | undefined> {
  const row = await transaction.repository(RevocationRepository).byId(id);
  if (!row) return undefined;
  const views = transaction.repository(RevocationViewRepository);
  const attempt = await views.lastAttempt(id);
  const { asker, caseKind, way, crlReason, revision, happenedAt, proof, callId, lotId, told, callBackAt } = row;
  return {
    ...lineOf(row, transaction.now),
    revision,
    asker,
    caseKind,
    way,
    crlReason,
    card: cardOf(row),
    happenedAt: happenedAt?.toISOString() ?? null,
    proof,
    callId,
    lotId,
    ...(told && { told }),
    callBackAt,
    recordedBy: await views.nameOf(row.recordedBy),
    decidedBy: await views.nameOf(row.decidedBy),
    times: timesOf(row),
    moves: [...(await views.moves(id))],
    authority: attempt ? authorityOf(attempt) : null,
    ...whatMayBeDone(row, caller),
  };
}

function cardOf({ idCarta, certificateSerial, certificateExpiresOn }: RevocationRequestRow): RevocationView['card'] {
  return idCarta === null || certificateSerial === null || certificateExpiresOn === null ? null : { idCarta, expiresOn: certificateExpiresOn, certificateSerial };
}

function timesOf({ recordedAt, verifiedAt, transmittedAt, acceptedAt, visibleAt }: RevocationRequestRow): RevocationView['times'] {
  const text = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return { requestedAt: recordedAt.toISOString(), verifiedAt: text(verifiedAt), transmittedAt: text(transmittedAt), acceptedAt: text(acceptedAt), visibleAt: text(visibleAt) };
}

/** Nothing was sent while no authority is named. */
function authorityOf({ authority, transactionId, tries, lastAnswer, lastTryAt, nextTryAt }: RevocationAttemptRow): RevocationView['authority'] {
  if (authority === null) return null;
  return { by: authority, transactionId, tries, lastAnswer, lastTryAt: lastTryAt?.toISOString() ?? null, nextTryAt: nextTryAt?.toISOString() ?? null };
}

function whatMayBeDone({ state, standing, approval, recordedBy }: RevocationRequestRow, { operator, permissions }: SignedInOperator): Pick<RevocationView, 'canDecide' | 'canResolve'> {
  const decides = permissions.includes('revocation.decide');
  return { canDecide: decides && state === 'logged' && isDecisionNeeded(standing, approval) && recordedBy !== operator.id, canResolve: decides && state === 'awaiting-supervisor' };
}
