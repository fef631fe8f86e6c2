// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StationStatus } from '@sportello/contracts';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { SessionRow } from '../database/rows/operator-row';
import { StationRow } from '../database/rows/station-row';
import { isOnlineSql } from './online';

export class StationRepository {
  constructor(private readonly rows: EntityManager) {}

  /** A new code replaces the one before it; the keys of a station stay good until the new code is used. */
  async awaitEnrolment(stationId: string, enrolmentCodeMac: Buffer, enrolmentExpiresAt: Date): Promise<StationRow | undefined> {
    const changes = { enrolmentCodeMac, enrolmentExpiresAt, enrolmentUsedAt: null };
    const { affected } = await this.rows.update(StationRow, { id: stationId, revokedAt: IsNull() }, changes);
    return affected === 1 ? this.rows.findOneByOrFail(StationRow, { id: stationId }) : undefined;
  }

  /** The station that the code was handed out for, held. */
  async heldByCode(enrolmentCodeMac: Buffer): Promise<StationRow | undefined> {
    const where = { enrolmentCodeMac, revokedAt: IsNull() };
    return (await this.rows.findOne(StationRow, { where, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  async enrol(stationId: string, keys: Pick<StationRow, 'signingKey' | 'sealingKey'>, sequence: number, now: Date): Promise<void> {
    // With the same key its numbers go on: what was sent under a higher one must not be sent again.
    await this.rows.query(
      `update station set last_sequence = case when signing_key = $2 then greatest(last_sequence, $4) else $4 end,
         code_mac = case when signing_key = $2 then code_mac end, signing_key = $2, sealing_key = $3, enrolled_at = $5, enrolment_used_at = $5, last_seen_at = $5, stream_id = null
       where id = $1`,
      [stationId, keys.signingKey, keys.sealingKey, sequence, now],
    );
  }

  async livingAt(deskId: string, id: string): Promise<StationRow | undefined> {
    return (await this.rows.findOneBy(StationRow, { id, deskId, enrolledAt: Not(IsNull()), revokedAt: IsNull() })) ?? undefined;
  }

  /** The station of the desk that shows the code; two that drew the same are as good as none. */
  async livingWithCode(deskId: string, codeMac: Buffer): Promise<StationRow | undefined> {
    const [found, ...more] = await this.rows.findBy(StationRow, { deskId, codeMac, enrolledAt: Not(IsNull()), revokedAt: IsNull() });
    return more.length === 0 ? found : undefined;
  }

  /** The station shows this code from now on; false when it did before. Another one ends what browsers had by the one before it. */
  async takeCode(stationId: string, codeMac: Buffer): Promise<boolean> {
    const [, changed] = await this.rows.query<[unknown, number]>('update station set code_mac = $2 where id = $1 and code_mac is distinct from $2', [stationId, codeMac]);
    if (changed === 0) return false;
    await this.rows.update(SessionRow, { stationId }, { stationId: null });
    return true;
  }

  async noteStatus(stationId: string, status: StationStatus): Promise<void> {
    await this.rows.update(StationRow, { id: stationId }, status);
  }

  /** The station opened a stream (by a signed request, so that it was heard just now): from now on this one counts, whatever became of an earlier one. */
  async streamOpened(stationId: string, streamId: string): Promise<void> {
    await this.rows.update(StationRow, { id: stationId }, { streamId });
  }

  /** False when another stream has taken this one's place, the station was silent for too long, or was revoked. */
  async isStream(stationId: string, streamId: string): Promise<boolean> {
    return this.rows.existsBy(StationRow, { id: stationId, streamId, revokedAt: IsNull() });
  }

  /** Ends the streams of stations that have fallen silent, each once, whichever copy of the API served them. */
  async closeSilentStreams(now: Date): Promise<readonly Pick<StationRow, 'id' | 'deskId'>[]> {
    const [closed] = await this.rows.query<[Pick<StationRow, 'id' | 'deskId'>[], number]>(
      `update station s set stream_id = null where s.stream_id is not null and not ${isOnlineSql('s', '$1')} returning s.id, s.desk_id as "deskId"`,
      [now],
    );
    return closed;
  }

  /** The stream ended; false when another had taken its place, and the station is not away. */
  async streamClosed(stationId: string, streamId: string): Promise<boolean> {
    const { affected } = await this.rows.update(StationRow, { id: stationId, streamId }, { streamId: null });
    return affected === 1;
  }
}
