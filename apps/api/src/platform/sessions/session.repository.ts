// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind, Role } from '@sportello/domain';
import { isAllowed, type Permission, permissionsOf } from '@sportello/domain';
import { type EntityManager, IsNull } from 'typeorm';
import type { SignedInOperator } from '../access/caller';
import { type PreparedStatement, queryPrepared } from '../database/prepared-statement';
import { SessionRow, type SignInMeans } from '../database/rows/operator-row';
import { isLivingSql } from '../stations/online';
import { ANY_STATION, type StationChoice, atStation } from '../stations/station-choice';
import { csrfTokenOf, hashOfToken } from './session-token';

/** What a session without the second factor that is required here may do: get one, and end. */
const TO_ENROL: readonly Permission[] = ['session.own', 'factors.own'];

interface FoundSession {
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date;
  readonly provedAt: Date;
  readonly lockedAt: Date | null;
  readonly mayOnlyEnrol: boolean;
  readonly operatorId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly codiceFiscale: string | null;
  readonly deskId: string;
  readonly deskName: string;
  readonly place: string;
  readonly deskKind: DeskKind;
  readonly bodyId: string;
  readonly body: string;
  readonly stationId: string | null;
  readonly stations: number;
}

/** What goes on: the sessions at these desks, and this one. */
export interface KeptSessions {
  readonly deskIds?: readonly string[];
  readonly sessionId?: string | null;
}

export interface EndedSession {
  readonly sessionId: string;
  readonly deskId: string;
}

/** Asked by every request of a page. */
const SIGNED_IN_BY: PreparedStatement = {
  name: 'signed-in-by',
  text: `select s.id as "sessionId", s.expires_at as "expiresAt", s.used_at as "usedAt", s.proved_at as "provedAt", s.locked_at as "lockedAt", s.may_only_enrol as "mayOnlyEnrol",
          o.id as "operatorId", o.display_name as "displayName", o.roles, o.codice_fiscale as "codiceFiscale",
          d.id as "deskId", d.name as "deskName", d.place, d.kind as "deskKind", b.id as "bodyId", b.name as body,
          living.stations, case when living.stations = 1 then living.ids[1] when s.station_id = any(living.ids) then s.station_id end as "stationId"
           from session s join operator o on o.id = s.operator_id join desk d on d.id = s.desk_id join body b on b.id = d.body_id,
     lateral (select array_agg(st.id) as ids, count(*)::int as stations from station st where st.desk_id = d.id and ${isLivingSql('st')}) living
           where s.token_hash = $1 and s.expires_at > $2 and o.disabled_at is null`,
};

export class SessionRepository {
  constructor(private readonly rows: EntityManager) {}

  async open(session: SessionRow): Promise<void> {
    await this.rows.insert(SessionRow, session);
  }

  /** The browser showed the station's code; false when it stood there already. */
  async bind(sessionId: string, stationId: string): Promise<boolean> {
    const [, changed] = await this.rows.query<[unknown, number]>('update session set station_id = $2 where id = $1 and station_id is distinct from $2', [sessionId, stationId]);
    return changed === 1;
  }

  async end(sessionId: string): Promise<void> {
    await this.rows.delete(SessionRow, { id: sessionId });
  }

  /** A hand did something in it. */
  async use(sessionId: string, now: Date): Promise<void> {
    await this.rows.update(SessionRow, { id: sessionId }, { usedAt: now });
  }

  /** False when it was locked already. */
  async lock(sessionId: string, now: Date): Promise<boolean> {
    const { affected } = await this.rows.update(SessionRow, { id: sessionId, lockedAt: IsNull() }, { lockedAt: now });
    return affected === 1;
  }

  /** Its person proved anew who they are: whatever locked it, it is not any more. */
  async prove(sessionId: string, now: Date): Promise<void> {
    await this.rows.update(SessionRow, { id: sessionId }, { lockedAt: null, usedAt: now, provedAt: now });
  }

  /** There is a second factor now: the session is like any other. */
  async enrolled(sessionId: string, means: SignInMeans): Promise<void> {
    await this.rows.update(SessionRow, { id: sessionId, mayOnlyEnrol: true }, { mayOnlyEnrol: false, means });
  }

  /** Ends what the operator has open, but for what is kept. */
  async endOf(operatorId: string, { deskIds = [], sessionId = null }: KeptSessions): Promise<readonly EndedSession[]> {
    const [ended] = await this.rows.query<[EndedSession[], number]>(
      'delete from session where operator_id = $1 and desk_id <> all($2) and id is distinct from $3 returning id as "sessionId", desk_id as "deskId"',
      [operatorId, deskIds, sessionId],
    );
    return ended;
  }

  async meansOf(sessionId: string): Promise<SignInMeans> {
    return (await this.rows.findOneByOrFail(SessionRow, { id: sessionId })).means;
  }

  /** Who bears the token: a session that has not ended, of an operator who is not disabled. */
  async signedInBy(token: string, now: Date): Promise<SignedInOperator | undefined> {
    const [found] = await queryPrepared<FoundSession>(this.rows, SIGNED_IN_BY, [hashOfToken(token), now]);
    return found && signedIn(found, token);
  }
}

function signedIn(found: FoundSession, token: string): SignedInOperator {
  const { operatorId, displayName, roles, codiceFiscale } = found;
  return {
    sessionId: found.sessionId,
    expiresAt: found.expiresAt,
    usedAt: found.usedAt,
    provedAt: found.provedAt,
    lockedAt: found.lockedAt,
    mayOnlyEnrol: found.mayOnlyEnrol,
    csrfToken: csrfTokenOf(token),
    operator: { id: operatorId, displayName, roles, codiceFiscale },
    desk: { id: found.deskId, name: found.deskName, place: found.place, kind: found.deskKind, bodyId: found.bodyId, body: found.body },
    at: choiceOf(found),
    permissions: found.mayOnlyEnrol ? TO_ENROL : permissionsOf(roles),
  };
}

/** A desk without a station has none to choose: what is missing there is said as of the desk. */
function choiceOf({ roles, stationId, stations }: FoundSession): StationChoice {
  if (stationId !== null && isAllowed(roles, 'case.open')) return atStation(stationId);
  return stations > 0 && isAllowed(roles, 'case.open') ? { kind: 'none' } : ANY_STATION;
}
