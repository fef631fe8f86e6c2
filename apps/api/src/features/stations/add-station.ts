// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AddStationRequest, StationsView } from '@sportello/contracts';
import { accept, refuse } from '@sportello/domain';
import type { Act } from '../../platform/idempotency/act';
import { ManagedBodiesRepository } from '../../platform/people/managed-bodies.repository';
import { ManagedStationRepository } from './managed-station.repository';
import { StationActs } from './station-acts';

/** A place for a station at a desk; a code enrols it. */
@Injectable()
export class AddStation {
  constructor(private readonly acts: StationActs) {}

  run(act: Act, { deskId, name }: AddStationRequest): Promise<StationsView> {
    return this.acts.perform(act, async (transaction) => {
      const stations = transaction.repository(ManagedStationRepository);
      if (!(await transaction.repository(ManagedBodiesRepository).managesDesk(act.caller.desk.bodyId, deskId))) return refuse({ kind: 'not-found' });
      const id = transaction.newId();
      if (!(await stations.add({ id, deskId, name, createdAt: transaction.now }))) return refuse({ kind: 'name-taken', details: { field: 'name' } });
      transaction.audit({ act: 'station.added', actor: act.actor, requestId: act.requestId, deskId, stationId: id, change: { before: null, after: { name } } });
      return accept({ subjectId: id });
    });
  }
}
