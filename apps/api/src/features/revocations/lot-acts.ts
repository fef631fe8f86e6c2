// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RevocationLotView, RevocationLotsView } from '@sportello/contracts';
import { DRY_RUN_HOURS } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { type ActWork, Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { LotRepository, type NamedLot } from './lot.repository';

const MOST_LOTS = 50;

/** What both acts on lots have in common, and the list. */
@Injectable()
export class LotActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(caller: SignedInOperator): Promise<RevocationLotsView> {
    return this.unitOfWork.read(async (transaction) => {
      const lots = await transaction.repository(LotRepository).last(MOST_LOTS);
      return { lots: lots.map((lot) => lotView(lot, caller, transaction.now)) };
    });
  }

  perform(act: Act, work: ActWork<SubjectDone>): Promise<RevocationLotView> {
    return this.acts.perform<RevocationLotView, SubjectDone>(act, work, async (transaction, { subjectId }) => {
      const lot = await transaction.repository(LotRepository).named(subjectId);
      if (!lot) throw new Error('a lot that was looked at cannot be shown');
      return lotView(lot, act.caller, transaction.now);
    });
  }
}

function lotView(lot: NamedLot, { operator }: SignedInOperator, now: Date): RevocationLotView {
  const { id, revision, state, reason, cards, left, toRevoke, alreadyRevoked, alreadyRequested, notActive, unknown } = lot;
  const until = new Date(lot.askedAt.getTime() + DRY_RUN_HOURS * 3_600_000);
  const isOwn = lot.askedBy === operator.id;
  return {
    id,
    revision,
    state,
    reason,
    digest: lot.digest.toString('hex'),
    cards,
    left,
    toRevoke,
    alreadyRevoked,
    alreadyRequested,
    notActive,
    unknown,
    askedBy: lot.askedByName,
    askedAt: lot.askedAt.toISOString(),
    until: until.toISOString(),
    confirmedBy: lot.confirmedByName,
    confirmedAt: lot.confirmedAt?.toISOString() ?? null,
    isOwn,
    canConfirm: state === 'dry-run' && !isOwn && until >= now,
  };
}
