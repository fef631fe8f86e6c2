// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { Checkpoints } from '../../platform/audit/checkpoints';
import { HeldHeadRepository } from '../../platform/audit/held-head.repository';
import { Sealer } from '../../platform/audit/sealer';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Refusal } from '../../platform/problems/refusal';

/** A station that goes on holding something against the log says so each day. */
const ALARM_MS = 7 * 24 * 3_600_000;

export interface SealedAndHeld {
  readonly status: 'sealing';
  /** `not-stamped`: nobody is configured who would. */
  readonly checkpoints: 'stamped' | 'not-stamped';
}

@Injectable()
export class CheckLog {
  constructor(
    private readonly sealer: Sealer,
    private readonly unitOfWork: UnitOfWork,
    private readonly checkpoints: Checkpoints,
  ) {}

  async run(): Promise<Outcome<SealedAndHeld, Refusal>> {
    const stopped = Object.fromEntries(this.sealer.stopped());
    const contradictingStations = await this.unitOfWork.read((transaction) => transaction.repository(HeldHeadRepository).contradictingSince(new Date(transaction.now.getTime() - ALARM_MS)));
    const stamping = await this.checkpoints.stamping();
    const notStamped = stamping.kind === 'stamped' ? stamping.late : [];
    if (Object.keys(stopped).length === 0 && contradictingStations === 0 && notStamped.length === 0) return accept({ status: 'sealing', checkpoints: stamping.kind });
    return refuse({ kind: 'unavailable', details: { because: 'log', stopped, contradictingStations, notStamped } });
  }
}
