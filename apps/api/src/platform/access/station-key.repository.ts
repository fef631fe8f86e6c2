// SPDX-License-Identifier: AGPL-3.0-or-later
import { IsNull, Not, type EntityManager } from 'typeorm';
import { StationRow } from '../database/rows/station-row';
import type { CallingStation } from './caller';

export class StationKeyRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The key of a station that is enrolled, revoked ones too: only to whoever has the key is it said that it was. */
  async signingKeyOf(stationId: string): Promise<string | undefined> {
    const [found] = await this.rows.query<{ signingKey: string }[]>(
      'select signing_key as "signingKey" from station where id = $1 and signing_key is not null',
      [stationId],
    );
    return found?.signingKey;
  }

  async isRevoked(stationId: string): Promise<boolean> {
    return this.rows.existsBy(StationRow, { id: stationId, revokedAt: Not(IsNull()) });
  }

  /** Takes the sequence number of a verified request; nothing when it is not new, or the station was revoked meanwhile. One statement, so that two copies of a request never both pass. */
  async takeSequence(stationId: string, sequence: number, now: Date): Promise<CallingStation | undefined> {
    const [[taken]] = await this.rows.query<[CallingStation[], number]>(
      `update station set last_sequence = $2, last_seen_at = $3
       where id = $1 and last_sequence < $2 and revoked_at is null and signing_key is not null
       returning id, desk_id as "deskId", signing_key as "signingKey", sealing_key as "sealingKey"`,
      [stationId, sequence, now],
    );
    return taken;
  }
}
