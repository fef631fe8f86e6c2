// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DrillRecord, TraineeView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';

interface KeptRecord {
  readonly operatorId: string;
  readonly drills: DrillRecord['drills'];
  readonly madeAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

interface NewRecord {
  readonly id: string;
  readonly operatorId: string;
  readonly documentHash: Uint8Array;
  readonly keyId: string;
  readonly drills: DrillRecord['drills'];
  readonly madeAt: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export class DrillRecordRepository {
  constructor(private readonly rows: EntityManager) {}

  /** False when this very record was kept before. */
  async keep({ id, operatorId, documentHash, keyId, drills, madeAt, recordedBy, recordedAt }: NewRecord): Promise<boolean> {
    const kept = await this.rows.query<unknown[]>(
      `insert into drill_record (id, operator_id, document_hash, key_id, drills, made_at, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (operator_id, document_hash) do nothing returning 1`,
      [id, operatorId, Buffer.from(documentHash), keyId, JSON.stringify(drills), madeAt, recordedBy, recordedAt],
    );
    return kept.length === 1;
  }

  async of(operatorIds: readonly string[]): Promise<readonly KeptRecord[]> {
    return this.rows.query<KeptRecord[]>(
      `select r.operator_id as "operatorId", r.drills, r.made_at as "madeAt", r.recorded_at as "recordedAt", o.display_name as "recordedBy"
       from drill_record r join operator o on o.id = r.recorded_by where r.operator_id = any($1) order by r.recorded_at, r.id`,
      [operatorIds],
    );
  }
}

/** As the page shows what was recorded. */
export function recordViews(records: readonly KeptRecord[]): TraineeView['records'] {
  return records.map(({ drills, madeAt, recordedAt, recordedBy }) => ({
    madeAt: madeAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    recordedBy,
    drills: drills.map(({ drill }) => drill),
  }));
}
