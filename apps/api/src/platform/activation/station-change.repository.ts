// SPDX-License-Identifier: AGPL-3.0-or-later
import { MoreThan, Not, type EntityManager } from 'typeorm';
import { StationChangeRow } from '../database/rows/station-change-row';

/** A change that waits for its second person, with the names that the page shows. */
export interface AskedChange {
  readonly row: StationChangeRow;
  readonly askedBy: string;
  readonly station: string;
}

export class StationChangeRepository {
  constructor(private readonly rows: EntityManager) {}

  async open(change: StationChangeRow): Promise<void> {
    await this.rows.insert(StationChangeRow, change);
  }

  /** Of this case and not over. */
  async living(caseId: string, id: string): Promise<StationChangeRow | undefined> {
    const row = await this.rows.findOneBy(StationChangeRow, { id, caseId });
    return row && row.endedAt === null ? row : undefined;
  }

  /** The newest change that was asked for and may still be confirmed. */
  async asked(caseId: string, now: Date): Promise<AskedChange | undefined> {
    const row = await this.rows.findOne(StationChangeRow, { where: { caseId, state: 'asked', expiresAt: MoreThan(now) }, order: { askedAt: 'DESC' } });
    if (!row) return undefined;
    const [names] = await this.rows.query<[{ readonly askedBy: string; readonly station: string }]>(
      'select (select display_name from operator where id = $1) as "askedBy", (select name from station where id = $2) as station',
      [row.openedBy, row.toStationId],
    );
    return { row, ...names };
  }

  /** The change that the operator is to approve, the newest of both sorts: their own that waits for their code, or another's that waits for a second person. */
  async openedFor(caseId: string, operatorId: string, now: Date): Promise<{ readonly row: StationChangeRow; readonly controlNumber: string } | undefined> {
    const where = { caseId, expiresAt: MoreThan(now) };
    const asked = await this.rows.findOne(StationChangeRow, { where: { ...where, state: 'asked', openedBy: Not(operatorId) }, order: { askedAt: 'DESC' } });
    const opened = await this.rows.findOne(StationChangeRow, { where: { ...where, state: 'opened', openedBy: operatorId }, order: { openedAt: 'DESC' } });
    // One's own that is younger was opened because the card went on to another station than the one that was asked for.
    const row = asked && opened ? (opened.openedAt > (asked.askedAt ?? asked.openedAt) ? opened : asked) : (asked ?? opened);
    if (!row) return undefined;
    const [{ controlNumber }] = await this.rows.query<[{ readonly controlNumber: string }]>('select control_number as "controlNumber" from intent where id = $1', [row.intentId]);
    return { row, controlNumber };
  }

  async move(id: string, changes: Partial<Pick<StationChangeRow, 'state' | 'reason' | 'askedAt' | 'confirmedBy' | 'endedAt' | 'lastFence'>>): Promise<void> {
    await this.rows.update(StationChangeRow, { id }, changes);
  }

  /** Writes with the codes of this intent that began before they were sealed to another station: what those sent to the card, only the lost station knew. */
  async writesBefore(caseId: string, intentId: string): Promise<number> {
    const [found] = await this.rows.query<[{ readonly writes: number }]>(
      `select count(*)::integer as writes from job j join intent i on i.id = $2
       where j.case_id = $1 and j.type = 'write-card' and j.created_at >= i.created_at
         and j.fence <= (select max(last_fence) from station_change where intent_id = $2 and state = 'done')`,
      [caseId, intentId],
    );
    return found.writes;
  }

  /** The name under which somebody is known to the vault: the one they sign in with. */
  async usernameOf(operatorId: string): Promise<string> {
    const [found] = await this.rows.query<[{ readonly username: string }]>('select username from operator where id = $1', [operatorId]);
    return found.username;
  }
}
