// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RevokeStationRequest, StationsView } from '@sportello/contracts';
import { accept } from '@sportello/domain';
import { EndRevokedJobs } from '../../platform/activation/end-revoked-jobs';
import type { Act } from '../../platform/idempotency/act';
import { ManagedStationRepository } from './managed-station.repository';
import { StationActs } from './station-acts';

/** A station is out, for good: its stream closes with the commit's notice at every copy of the API, and no request of its key is taken any more. */
@Injectable()
export class RevokeStation {
  constructor(
    private readonly acts: StationActs,
    private readonly endRevokedJobs: EndRevokedJobs,
  ) {}

  async run(act: Act, id: string, { revision, because }: RevokeStationRequest): Promise<StationsView> {
    const view = await this.acts.change(act, { id, revision }, async (transaction, station) => {
      await transaction.repository(ManagedStationRepository).revoke(station, because, transaction.now);
      transaction.audit({ act: 'station.revoked', actor: act.actor, requestId: act.requestId, deskId: station.deskId, stationId: id, details: { because }, change: { before: { name: station.name }, after: null } });
      transaction.notify({ to: 'revoked-station', stationId: id });
      transaction.notify({ to: 'desk', deskId: station.deskId, event: { topic: 'station' } });
      return accept({ subjectId: id });
    });
    // Not within: a case is held before a station's jobs are, everywhere else.
    await this.endRevokedJobs.run();
    return view;
  }
}
