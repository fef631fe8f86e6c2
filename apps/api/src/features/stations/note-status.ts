// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { StationStatus } from '@sportello/contracts';
import type { CallingStation } from '../../platform/access/caller';
import { ContinueWriting } from '../../platform/activation/continue-writing';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Log, faultOf } from '../../platform/logging/log';
import { StationRepository } from '../../platform/stations/station.repository';
import { ReaderOfStationRepository } from './reader-of-station.repository';

/** The station's devices, as it sees them now. Not an act on a card or a case: the log does not tell it. */
@Injectable()
export class NoteStatus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly continueWriting: ContinueWriting,
    private readonly log: Log,
  ) {}

  async run({ id, deskId }: CallingStation, requestId: string, status: StationStatus): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await transaction.repository(StationRepository).noteStatus(id, status);
      transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
    });
    // A card that was recognised while the stream was away has its write begun now. A status comes behind all events of the cards before it, so that the card
    // that we believe to be in the reader is there.
    try {
      await this.unitOfWork.run(async (transaction) => {
        const stay = await transaction.repository(ReaderOfStationRepository).recognised(id);
        if (stay) await this.continueWriting.run(transaction, { actor: { kind: 'station', stationId: id }, requestId }, { ...stay, deskId, stationId: id });
      });
    } catch (error) {
      // The status was noted, and the next one tries again.
      this.log.error('a write did not go on', { stationId: id, fault: faultOf(error) });
    }
  }
}
