// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import * as z from 'zod';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import { ManagedBodiesRepository } from '../../platform/people/managed-bodies.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { EnrolmentCodes } from '../../platform/stations/enrolment-codes';
import { makeEnrolmentCode } from '../../platform/stations/make-enrolment-code';

export const EnrolmentCode = z.object({ code: z.string() }).meta({ id: 'EnrolmentCode' });
export type EnrolmentCode = z.infer<typeof EnrolmentCode>;

@Injectable()
export class MakeEnrolmentCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: EnrolmentCodes,
    private readonly keys: Keys,
  ) {}

  async run(caller: SignedInOperator, requestId: string, stationId: string): Promise<Outcome<EnrolmentCode, Refusal>> {
    const code = this.codes.draw();
    const station = await this.unitOfWork.run(async (transaction) => {
      const isManaged = await transaction.repository(ManagedBodiesRepository).managesStation(caller.desk.bodyId, stationId);
      return isManaged ? makeEnrolmentCode(transaction, { actor: actorOf(caller), requestId }, { keys: this.keys, code, stationId }) : undefined;
    });
    return station ? accept({ code }) : refuse({ kind: 'not-found' });
  }
}
