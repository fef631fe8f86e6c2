// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { StationsView } from '@sportello/contracts';
import { type Outcome, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { StationRow } from '../../platform/database/rows/station-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { ManagedBodiesRepository } from '../../platform/people/managed-bodies.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { listStations } from './list-stations';
import { ManagedStationRepository } from './managed-station.repository';

type Work = (transaction: Transaction) => Promise<Outcome<SubjectDone, Refusal>>;

/** What an administrator does with stations, each act once. */
@Injectable()
export class StationActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  show({ desk }: SignedInOperator): Promise<StationsView> {
    return this.unitOfWork.read((transaction) => listStations(transaction, desk.bodyId));
  }

  perform(act: Act, work: Work): Promise<StationsView> {
    return this.acts.perform<StationsView, SubjectDone>(act, work, (transaction) => listStations(transaction, act.caller.desk.bodyId));
  }

  /** The same to one station, held, that is as the administrator saw it and not revoked. */
  change(act: Act, { id, revision }: { readonly id: string; readonly revision: number }, work: (transaction: Transaction, station: StationRow) => ReturnType<Work>): Promise<StationsView> {
    return this.perform(act, async (transaction) => {
      const station = await transaction.repository(ManagedStationRepository).held(id);
      if (!station || !(await transaction.repository(ManagedBodiesRepository).managesDesk(act.caller.desk.bodyId, station.deskId))) return refuse({ kind: 'not-found' });
      if (station.revokedAt !== null || station.revision !== revision) return refuse({ kind: 'place-changed', details: { revision: station.revision, isRevoked: station.revokedAt !== null } });
      return work(transaction, station);
    });
  }
}
