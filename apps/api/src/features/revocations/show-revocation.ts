// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationLine, RevocationView } from '@sportello/contracts';
import { isDecisionNeeded, requestNumberOf, serviceAgeOf } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { RevocationAttemptRow, RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';
import { type LineRow, RevocationViewRepository } from './revocation-view.repository';
import { toldPersonOf } from './told-person';

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
  const decides = caller.permissions.includes('revocation.decide');
  const { asker, caseKind, way, crlReason, revision, happenedAt, proof, wronglyDelivered, callId, lotId, told, callBackAt } = row;
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
    wronglyDelivered,
    ...(decides ? await whatIsToWeigh(transaction, row) : NOTHING_TO_WEIGH),
    callId,
    lotId,
    ...(told && { told }),
    callBackAt,
    recordedBy: await views.nameOf(row.recordedBy),
    decidedBy: await views.nameOf(row.decidedBy),
    times: timesOf(row),
    moves: (await views.moves(id)).map((move) => (decides ? move : { ...move, reason: null })),
    authority: attempt ? authorityOf(attempt, decides) : null,
    ...whatMayBeDone(row, caller),
  };
}

const NOTHING_TO_WEIGH = { notes: null, seenAtDesk: null, toldPerson: null } as const satisfies Weighed;

type Weighed = Pick<RevocationView, 'notes' | 'seenAtDesk' | 'toldPerson'>;

/** What only whoever decides needs to see. */
async function whatIsToWeigh(transaction: Transaction, { notes, atDesk, told, idCarta }: RevocationRequestRow): Promise<Weighed> {
  const card = told && idCarta !== null ? await transaction.repository(CardToRevokeRepository).of(idCarta) : null;
  return { notes, seenAtDesk: atDesk && { ...atDesk, papers: [...atDesk.papers], declarations: [...atDesk.declarations] }, toldPerson: told && toldPersonOf(told, card?.holder ?? null) };
}

function cardOf({ idCarta, certificateSerial, certificateExpiresOn }: RevocationRequestRow): RevocationView['card'] {
  return idCarta === null || certificateSerial === null || certificateExpiresOn === null ? null : { idCarta, expiresOn: certificateExpiresOn, certificateSerial };
}

function timesOf({ recordedAt, verifiedAt, transmittedAt, acceptedAt, visibleAt }: RevocationRequestRow): RevocationView['times'] {
  const text = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return { requestedAt: recordedAt.toISOString(), verifiedAt: text(verifiedAt), transmittedAt: text(transmittedAt), acceptedAt: text(acceptedAt), visibleAt: text(visibleAt) };
}

/** Nothing was sent while no authority is named. */
function authorityOf({ authority, transactionId, tries, lastAnswer, answerWords, lastTryAt, nextTryAt }: RevocationAttemptRow, decides: boolean): RevocationView['authority'] {
  if (authority === null) return null;
  return { by: authority, transactionId, tries, lastAnswer, words: decides ? answerWords : null, lastTryAt: lastTryAt?.toISOString() ?? null, nextTryAt: nextTryAt?.toISOString() ?? null };
}

function whatMayBeDone({ state, standing, approval, recordedBy }: RevocationRequestRow, { operator, permissions }: SignedInOperator): Pick<RevocationView, 'canDecide' | 'canResolve'> {
  const decides = permissions.includes('revocation.decide');
  return { canDecide: decides && state === 'logged' && isDecisionNeeded(standing, approval) && recordedBy !== operator.id, canResolve: decides && state === 'awaiting-supervisor' };
}
