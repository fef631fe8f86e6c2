// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { HeldHeadRepository } from '../../platform/audit/held-head.repository';
import { Sealer } from '../../platform/audit/sealer';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Refusal } from '../../platform/problems/refusal';

/** A station that goes on holding something against the log says so each day. */
const ALARM_MS = 7 * 24 * 3_600_000;

@Injectable()
export class CheckLog {
  constructor(
    private readonly sealer: Sealer,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(): Promise<Outcome<{ readonly status: 'sealing' }, Refusal>> {
    const stopped = Object.fromEntries(this.sealer.stopped());
    const contradictingStations = await this.unitOfWork.read((transaction) => transaction.repository(HeldHeadRepository).contradictingSince(new Date(transaction.now.getTime() - ALARM_MS)));
    if (Object.keys(stopped).length === 0 && contradictingStations === 0) return accept({ status: 'sealing' });
    return refuse({ kind: 'unavailable', details: { because: 'log', stopped, contradictingStations } });
  }
}
