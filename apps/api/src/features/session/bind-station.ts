// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { BoundStation } from '@sportello/contracts';
import { type Outcome, accept, parseStationCode, refuse } from '@sportello/domain';
import { type SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import { Clock } from '../../platform/ports/clock';
import type { Refusal } from '../../platform/problems/refusal';
import { SessionRepository } from '../../platform/sessions/session.repository';
import { macOfStationCode, stationCookie } from '../../platform/stations/station-codes';
import { StationRepository } from '../../platform/stations/station.repository';
import { SourceThrottle } from '../../platform/throttle/source-throttle';

/** A hand mistypes a few times; a program that guesses one of 2^39 codes has not a chance in a hundred thousand in a year. */
const LIMITS = { mostOfSource: 30, windowMs: 5 * 60_000, mostSources: 10_000 };

export interface Binding {
  readonly station: BoundStation;
  readonly cookie: string;
}

/** The operator typed the code that a station of their desk shows: this browser stands there. The code of another desk's is as good as none. */
@Injectable()
export class BindStation {
  private readonly throttle = new SourceThrottle(LIMITS);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  async run(caller: SignedInOperator, requestId: string, text: string): Promise<Outcome<Binding, Refusal>> {
    const { sessionId, desk, operator } = caller;
    const seconds = this.throttle.secondsToWait(operator.id, this.clock.now());
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    const code = parseStationCode(text);
    return this.unitOfWork.run(async (transaction) => {
      const station = code && (await transaction.repository(StationRepository).livingWithCode(desk.id, macOfStationCode(this.keys, desk.id, code)));
      if (!station) {
        transaction.audit({ act: 'session.station-refused', actor: actorOf(caller), requestId, deskId: desk.id, details: { sessionId } });
        return refuse({ kind: 'station-code-unknown' });
      }
      await transaction.repository(SessionRepository).bind(sessionId, station.id);
      const actor = { kind: 'operator', operatorId: operator.id, stationId: station.id } as const;
      transaction.audit({ act: 'session.station-bound', actor, requestId, deskId: desk.id, details: { sessionId, by: 'code' } });
      // The session's other tabs.
      transaction.notify({ to: 'desk', deskId: desk.id, event: { topic: 'station' } });
      return accept({ station: { stationId: station.id, name: station.name }, cookie: stationCookie(this.keys, station) });
    });
  }
}
