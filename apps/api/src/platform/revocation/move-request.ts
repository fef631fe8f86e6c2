// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RevocationCause, type RevocationState, moveRevocation } from '@sportello/domain';
import type { Transaction } from '../database/transaction';
import type { Move } from './revocation-way.repository';

/** A move that the table has: whoever asks has asked before whether it is open. @throws on one that the table forbids */
export function moveOf(transaction: Transaction, requestId: string, from: RevocationState, to: RevocationState, cause?: RevocationCause): Move {
  const moved = moveRevocation(from, to, cause);
  if (!moved.ok) throw new Error(`a request does not go from ${from} to ${to}`);
  return { id: transaction.newId(), requestId, from, to, cause };
}
