// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { StationStatus } from '@sportello/contracts';
import type { CallingStation } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { StationRepository } from '../../platform/stations/station.repository';

/** The station's devices, as it sees them now. Not an act on a card or a case: the log does not tell it. */
@Injectable()
export class NoteStatus {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run({ id, deskId }: CallingStation, status: StationStatus): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await transaction.repository(StationRepository).noteStatus(id, status);
      transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
    });
  }
}
