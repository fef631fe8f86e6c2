// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind, Role } from '@sportello/domain';
import { permissionsOf } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import type { SignedInOperator } from '../access/caller';
import { SessionRow } from '../database/rows/operator-row';
import { csrfTokenOf, hashOfToken } from './session-token';

interface FoundSession {
  readonly sessionId: string;
  readonly expiresAt: Date;
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
}

export class SessionRepository {
  constructor(private readonly rows: EntityManager) {}

  async open(session: SessionRow): Promise<void> {
    await this.rows.insert(SessionRow, session);
  }

  async end(sessionId: string): Promise<void> {
    await this.rows.delete(SessionRow, { id: sessionId });
  }

  /** Who bears the token: a session that has not ended, of an operator who is not disabled. */
  async signedInBy(token: string, now: Date): Promise<SignedInOperator | undefined> {
    const [found] = await this.rows.query<FoundSession[]>(
      `select s.id as "sessionId", s.expires_at as "expiresAt", o.id as "operatorId", o.display_name as "displayName", o.roles, o.codice_fiscale as "codiceFiscale",
              d.id as "deskId", d.name as "deskName", d.place, d.kind as "deskKind", b.id as "bodyId", b.name as body
       from session s join operator o on o.id = s.operator_id join desk d on d.id = s.desk_id join body b on b.id = d.body_id
       where s.token_hash = $1 and s.expires_at > $2 and o.disabled_at is null`,
      [hashOfToken(token), now],
    );
    return found && signedIn(found, token);
  }
}

function signedIn(found: FoundSession, token: string): SignedInOperator {
  const { operatorId, displayName, roles, codiceFiscale } = found;
  return {
    sessionId: found.sessionId,
    expiresAt: found.expiresAt,
    csrfToken: csrfTokenOf(token),
    operator: { id: operatorId, displayName, roles, codiceFiscale },
    desk: { id: found.deskId, name: found.deskName, place: found.place, kind: found.deskKind, bodyId: found.bodyId, body: found.body },
    permissions: permissionsOf(roles),
  };
}
