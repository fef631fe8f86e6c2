// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RenameStationRequest, StationsView } from '@sportello/contracts';
import { accept, refuse } from '@sportello/domain';
import type { Act } from '../../platform/idempotency/act';
import { ManagedStationRepository } from './managed-station.repository';
import { StationActs } from './station-acts';

/** Pages say the new name at once; the station itself learns it when it is enrolled anew. */
@Injectable()
export class RenameStation {
  constructor(private readonly acts: StationActs) {}

  run(act: Act, id: string, { revision, name }: RenameStationRequest): Promise<StationsView> {
    return this.acts.change(act, { id, revision }, async (transaction, station) => {
      const stations = transaction.repository(ManagedStationRepository);
      if (await stations.hasNamesake(station, name)) return refuse({ kind: 'name-taken', details: { field: 'name' } });
      await stations.rename(station, name);
      transaction.audit({ act: 'station.renamed', actor: act.actor, requestId: act.requestId, deskId: station.deskId, stationId: id, change: { before: { name: station.name }, after: { name } } });
      transaction.notify({ to: 'desk', deskId: station.deskId, event: { topic: 'station' } });
      return accept({ subjectId: id });
    });
  }
}
