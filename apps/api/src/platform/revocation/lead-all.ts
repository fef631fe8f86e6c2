// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationState } from '@sportello/domain';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { type RequestUnderWay, type RevocationStep, takeStep } from './advance-revocation';
import { type NewRevocationMove, RevocationRepository } from './revocation.repository';

/** What goes to the authority and comes back is nobody's act. */
export const INSTALLATION: Doer = { actor: { kind: 'installation' }, requestId: null };

/** A request, which the caller holds, and the states through which it goes, one after the other. */
export interface Led extends Pick<RevocationStep, 'cause' | 'details'> {
  readonly row: RequestUnderWay;
  readonly states: readonly RevocationState[];
  /** Left out: the instant of the step, when it went out by it. */
  readonly changes?: Pick<RequestUnderWay, 'transmittedAt'>;
}

/** Leads many requests, in one statement for all. @throws on a move that the table does not have: which one it is has been judged before */
export async function leadAll(transaction: Transaction, all: readonly Led[]): Promise<void> {
  const moves: NewRevocationMove[] = [];
  const rows = all.flatMap(({ row, states, ...step }) => {
    const led = states.reduce((from, to) => {
      const taken = takeStep(transaction, INSTALLATION, from, { ...step, to });
      if (!taken.ok) throw new Error(`a request does not go from ${from.state} to ${to}`);
      moves.push(taken.value.move);
      return { ...from, ...taken.value.written };
    }, row);
    return states.length === 0 ? [] : [led];
  });
  if (rows.length > 0) await transaction.repository(RevocationRepository).stepAll(rows, inOrder(moves));
}

/** Of one instant: by their ids they stand in the order in which they were made. */
function inOrder(moves: readonly NewRevocationMove[]): readonly NewRevocationMove[] {
  const ids = moves.map(({ id }) => id).sort();
  return moves.map((move, index) => ({ ...move, id: ids[index] ?? move.id }));
}
