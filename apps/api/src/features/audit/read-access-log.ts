// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AccessLogEntry, AccessLogPeriod, AccessLogQuery, AccessLogView } from '@sportello/contracts';
import type { AuditEntry } from '../../platform/audit/audit-entry';
import { csvLine } from '../../platform/csv/csv-line';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AccessLogRepository, type AccessRow } from './access-log.repository';

const MOST_ROWS = 200;
/** Of a file, read at a time. */
const MOST_LINES = 2_000;

const COLUMNS = ['at', 'act', 'outcome', 'username', 'displayName', 'byUsername', 'systemAccount', 'desk', 'station', 'details'] as const;

/** When administrators came in, went out and failed to, and which commands were run: for whoever watches them. */
@Injectable()
export class ReadAccessLog {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async page({ from, to, after }: AccessLogQuery): Promise<AccessLogView> {
    const rows = await this.rows({ from, to }, after ?? null, MOST_ROWS);
    return { entries: rows.map(entryOf), next: rows.length === MOST_ROWS ? (rows.at(-1)?.position ?? null) : null };
  }

  /** The same as text/csv. Who took it stands in the log before the first line leaves. */
  async csv(doing: Pick<AuditEntry, 'actor' | 'requestId' | 'deskId'>, { from, to }: AccessLogPeriod): Promise<AsyncGenerator<string, void>> {
    await this.unitOfWork.tell({ act: 'audit.exported', ...doing, subject: { kind: 'log', id: 'access' }, details: { from, to, format: 'csv' } });
    return this.lines({ from, to });
  }

  private async *lines(period: AccessLogPeriod): AsyncGenerator<string, void> {
    yield csvLine(COLUMNS);
    for (let before: number | null = null, hasMore = true; hasMore; ) {
      const rows: readonly AccessRow[] = await this.rows(period, before, MOST_LINES);
      yield rows.map((row) => lineOf(entryOf(row))).join('');
      before = rows.at(-1)?.position ?? null;
      hasMore = rows.length === MOST_LINES;
    }
  }

  private rows(period: AccessLogPeriod, before: number | null, most: number): Promise<AccessRow[]> {
    return this.unitOfWork.read((transaction) => transaction.repository(AccessLogRepository).page(period, before, most));
  }
}

function entryOf({ at, act, outcome, person, by, systemAccount, desk, station, details }: AccessRow): AccessLogEntry {
  return { at: at.toISOString(), act, outcome, person, by, systemAccount, desk, station, details };
}

function lineOf({ at, act, outcome, person, by, systemAccount, desk, station, details }: AccessLogEntry): string {
  return csvLine([at, act, outcome, person?.username ?? '', person?.displayName ?? '', by?.username ?? '', systemAccount ?? '', desk ?? '', station ?? '', JSON.stringify(details)]);
}
