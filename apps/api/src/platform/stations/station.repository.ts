// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StationStatus } from '@sportello/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import { StationRow } from '../database/rows/station-row';

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
    await this.rows.update(
      StationRow,
      { id: stationId },
      { ...keys, enrolledAt: now, enrolmentUsedAt: now, lastSequence: sequence, lastSeenAt: now, streamId: null, streamSeenAt: null },
    );
  }

  async noteStatus(stationId: string, status: StationStatus): Promise<void> {
    await this.rows.update(StationRow, { id: stationId }, status);
  }

  /** The station opened a stream: from now on this one counts, whatever became of an earlier one. */
  async streamOpened(stationId: string, streamId: string, now: Date): Promise<void> {
    await this.rows.update(StationRow, { id: stationId }, { streamId, streamSeenAt: now, lastSeenAt: now });
  }

  /** Notes that the stream is still open; false when another has taken its place or the station was revoked. */
  async streamSeen(stationId: string, streamId: string, now: Date): Promise<boolean> {
    const { affected } = await this.rows.update(StationRow, { id: stationId, streamId, revokedAt: IsNull() }, { streamSeenAt: now, lastSeenAt: now });
    return affected === 1;
  }

  /** The stream ended; false when another had taken its place, and the station is not away. */
  async streamClosed(stationId: string, streamId: string): Promise<boolean> {
    const { affected } = await this.rows.update(StationRow, { id: stationId, streamId }, { streamId: null, streamSeenAt: null });
    return affected === 1;
  }
}
