// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SignedInOperator } from '../access/caller';
import { UnitOfWork } from '../database/unit-of-work';
import { Keys } from '../keys/keys';
import { SessionRepository } from '../sessions/session.repository';
import { bindingIn, isBoundTo } from './station-codes';
import { StationRepository } from './station.repository';
import { atStation } from './station-choice';

/** A browser that showed a station's code before says so by its cookie: each of its sessions at that station's desk is bound from its first request on. */
@Injectable()
export class BindSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Keys,
  ) {}

  async byCookie(caller: SignedInOperator, cookieHeader: string | undefined, requestId: string): Promise<SignedInOperator> {
    const binding = caller.at.kind === 'none' ? bindingIn(cookieHeader) : undefined;
    if (!binding) return caller;
    const { sessionId, desk, operator } = caller;
    return this.unitOfWork.run(async (transaction) => {
      const station = await transaction.repository(StationRepository).livingAt(desk.id, binding.stationId);
      if (!station || !isBoundTo(this.keys, station, binding)) return caller;
      const isNew = await transaction.repository(SessionRepository).bind(sessionId, station.id);
      const actor = { kind: 'operator', operatorId: operator.id, stationId: station.id } as const;
      // The page's first requests come together.
      if (isNew) transaction.audit({ act: 'session.station-bound', actor, requestId, deskId: desk.id, details: { sessionId, by: 'cookie' } });
      return { ...caller, at: atStation(station.id) };
    });
  }
}
