// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CertificateAct, type CardState, moveCard } from '@sportello/domain';
import { CardRegisterRepository } from '../activation/card-register.repository';
import type { StatusSource } from '../authority/status/certificate-status';
import type { Transaction } from '../database/transaction';
import { moveOf } from './move-request';
import { requestFacts, requestNumber } from './request-facts';
import { type OnItsWay, RevocationWayRepository } from './revocation-way.repository';

const STATE_AFTER: Readonly<Record<CertificateAct, Exclude<CardState, 'unknown'>>> = { revocation: 'revoked', suspension: 'suspended', reactivation: 'active' };

/** accepted → confirmed: the authority publishes what was asked of it, and the card's state in the register is what it says. The caller holds the request. */
export async function seeChanged(transaction: Transaction, request: OnItsWay, by: StatusSource | undefined): Promise<void> {
  const { now } = transaction;
  const way = transaction.repository(RevocationWayRepository);
  await way.move([moveOf(transaction, request.requestId, request.state, 'confirmed')], now);
  await way.end(request.attemptId, now);
  const register = transaction.repository(CardRegisterRepository);
  const before = await register.stateOf(request.idCarta);
  const after = STATE_AFTER[request.act];
  // Whether suspension is on was judged when it was asked for. A card that has expired or was replaced stays so.
  const isMoved = moveCard(before, after, { isSuspensionOn: true }).ok;
  if (isMoved) await register.change(request.idCarta, after, now);
  transaction.audit({
    act: 'revocation.confirmed',
    ...requestFacts(request),
    details: { number: requestNumber(request), by: by ?? null, secondsSinceAsked: Math.round((now.getTime() - request.recordedAt.getTime()) / 1000) },
    change: { before: { card: before }, after: { card: isMoved ? after : before } },
  });
  transaction.notify({ to: 'revocations', requestId: request.requestId });
}
