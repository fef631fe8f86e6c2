// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { HeadContradiction, HeadCountersignature } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { HEAD_PURPOSE, verifyDocument } from '@sportello/seal';
import type { CallingStation } from '../../platform/access/caller';
import { type HeldAgainst, HeldHeadRepository } from '../../platform/audit/held-head.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Log } from '../../platform/logging/log';
import type { Refusal } from '../../platform/problems/refusal';

/** Heads of the log that stations keep. A countersignature is no act that the log tells: it would move the very head that was signed, without end. */
@Injectable()
export class HeldHeads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  async take(station: CallingStation, requestId: string, { head, signature, before }: HeadCountersignature): Promise<Outcome<undefined, Refusal>> {
    const { id, signingKey: publicKey } = station;
    if (!verifyDocument({ head, station: id }, signature, { purpose: HEAD_PURPOSE, publicKey })) return refuse({ kind: 'invalid-request', details: { fields: ['signature'] } });
    await this.unitOfWork.run(async (transaction) => {
      const held = transaction.repository(HeldHeadRepository);
      if (await held.isOwn(head)) await held.add({ head, station: id, publicKey, signature }, transaction.now);
      else await this.alarm(transaction, station, requestId, { stationId: id, log: head.log, held: head, told: null });
      // A log that was written anew and has grown past what the station holds tells heads that it cannot compare: here they can be.
      if (before && !(await held.isOwn(before))) await this.alarm(transaction, station, requestId, { stationId: id, log: before.log, held: before, told: head });
    });
    return accept(undefined);
  }

  /** A copy of the API that has not heard of the newest blocks yet tells older heads: what the station holds is the log's own then, and no alarm. */
  contradict(station: CallingStation, requestId: string, { held, told }: HeadContradiction): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      if (await transaction.repository(HeldHeadRepository).isOwn(held)) return;
      await this.alarm(transaction, station, requestId, { stationId: station.id, log: held.log, held, told });
    });
  }

  private async alarm(transaction: Transaction, { deskId }: CallingStation, requestId: string, against: HeldAgainst): Promise<void> {
    const { stationId, log, held, told } = against;
    if (!(await transaction.repository(HeldHeadRepository).noteContradiction(against, transaction.now))) return;
    const details = { heldBlock: held.number, heldHash: held.hash, ...(told && { toldBlock: told.number, toldHash: told.hash }) };
    transaction.audit({ act: 'audit.head-contradicted', actor: { kind: 'station', stationId }, requestId, deskId, subject: { kind: 'log', id: log }, details });
    this.log.error('A STATION HOLDS A HEAD THAT THE LOG DOES NOT HAVE: export and verify it with the heads of the stations', { stationId, log, ...details });
  }
}
