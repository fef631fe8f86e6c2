// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ControlNumber, type LocalDate, MATTER_RULES, type MatterKind, type SheetRange, countOf, localDateAt } from '@sportello/domain';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { CustodyMatterRepository } from './custody-matter.repository';

export interface MatterToOpen {
  readonly kind: MatterKind;
  readonly deskId: string;
  readonly stationId?: string;
  readonly transferId?: string;
  readonly countId?: string;
  readonly ranges?: readonly SheetRange[];
  readonly expected?: ControlNumber;
  readonly numberRead?: ControlNumber;
  /** Today, unless it is about another. */
  readonly day?: LocalDate;
}

/** Something that people have to explain: written down, told in the log, and hinted to the desk. What the domain's table says stops, stops from here on. Returns its id. */
export async function openMatter(transaction: Transaction, doer: Doer, { kind, deskId, ranges = [], ...about }: MatterToOpen): Promise<string> {
  const id = transaction.newId();
  const isNew = await transaction.repository(CustodyMatterRepository).insertUnlessStopped({
    id,
    deskId,
    kind,
    ranges,
    stationId: about.stationId ?? null,
    transferId: about.transferId ?? null,
    countId: about.countId ?? null,
    expected: about.expected ?? null,
    numberRead: about.numberRead ?? null,
    day: about.day ?? localDateAt(transaction.now),
    openedBy: doer.actor.kind === 'operator' ? doer.actor.operatorId : null,
    openedAt: transaction.now,
    isStopping: MATTER_RULES[kind].stops !== 'nothing',
  });
  if (!isNew) return id;
  transaction.audit({
    act: 'matter.opened',
    actor: doer.actor,
    requestId: doer.requestId,
    deskId,
    ...(about.stationId !== undefined && { stationId: about.stationId }),
    details: { matterId: id, kind, sheets: countOf(ranges), expected: about.expected ?? null, read: about.numberRead ?? null },
  });
  transaction.notify({ to: 'desk', deskId, event: { topic: 'sheets' } });
  return id;
}
