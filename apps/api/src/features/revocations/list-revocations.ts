// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RevocationsExportQuery, RevocationsRequest, RevocationsView } from '@sportello/contracts';
import { OPEN_REVOCATION_STATES, REVOCATION_SERVICE_LEVELS, REVOCATION_STATES, parseRequestNumber, requestNumberOf, serviceAgeOf } from '@sportello/domain';
import type { AuditEntry } from '../../platform/audit/audit-entry';
import { csvLine } from '../../platform/csv/csv-line';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/ports/clock';
import { type ExportedRequest, type Level, RevocationViewRepository } from './revocation-view.repository';
import { lineOf } from './show-revocation';

const MOST_LINES = 50;
/** Of a file, read at a time. */
const MOST_EXPORTED = 2_000;

const LEVELS: readonly Level[] = OPEN_REVOCATION_STATES.map((state) => ({ state, ...REVOCATION_SERVICE_LEVELS[state] }));

const COLUMNS = ['number', 'act', 'reason', 'asker', 'way', 'standing', 'state', 'recordedAt', 'verifiedAt', 'transmittedAt', 'acceptedAt', 'visibleAt', 'isBreach', 'isOutOfHours', 'desk', 'happenedAt', 'wronglyDelivered', 'since', 'age'] as const;

/** Which requests wait, for how long, and beyond what that is late. */
@Injectable()
export class ListRevocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Open ones, unless a state or a number is asked for. */
  async page({ states, ages, number, after }: RevocationsRequest): Promise<RevocationsView> {
    const asked = number === undefined || number === '' ? undefined : parseRequestNumber(number);
    const levels = LEVELS.map((level) => ({ ...level }));
    if (asked?.ok === false) return { requests: [], hasMore: false, levels };
    const usual = asked ? REVOCATION_STATES : OPEN_REVOCATION_STATES;
    const chosen = { states: states && states.length > 0 ? states : usual, ages: ages ?? [], number: asked ? { year: asked.value.yearOfCentury, serial: asked.value.serial } : null, after: after ?? null };
    return this.unitOfWork.read(async (transaction) => {
      const found = await transaction.repository(RevocationViewRepository).page(chosen, LEVELS, transaction.now, MOST_LINES + 1);
      return { requests: found.slice(0, MOST_LINES).map((row) => lineOf(row, transaction.now)), hasMore: found.length > MOST_LINES, levels };
    });
  }

  /** As text/csv, without a name in it. Who took it stands in the log before the first line leaves. */
  async csv(doing: Pick<AuditEntry, 'actor' | 'requestId' | 'deskId'>, period: RevocationsExportQuery): Promise<AsyncGenerator<string, void>> {
    await this.unitOfWork.tell({ act: 'revocation.exported', ...doing, details: { ...period, format: 'csv' } });
    return this.lines(period);
  }

  private async *lines(period: RevocationsExportQuery): AsyncGenerator<string, void> {
    yield csvLine(COLUMNS);
    const now = this.clock.now();
    for (let after: ExportedRequest | null = null, hasMore = true; hasMore; ) {
      const rows: readonly ExportedRequest[] = await this.recorded(period, after);
      yield rows.map((row) => csvOf(row, now)).join('');
      after = rows.at(-1) ?? null;
      hasMore = rows.length === MOST_EXPORTED;
    }
  }

  private recorded(period: RevocationsExportQuery, after: ExportedRequest | null): Promise<readonly ExportedRequest[]> {
    return this.unitOfWork.read((transaction) => transaction.repository(RevocationViewRepository).recorded(period, after, MOST_EXPORTED));
  }
}

function csvOf(row: ExportedRequest, now: Date): string {
  const time = (instant: Date | null): string => instant?.toISOString() ?? '';
  const times = [row.recordedAt, row.verifiedAt, row.transmittedAt, row.acceptedAt, row.visibleAt].map(time);
  return csvLine([requestNumberOf(row.number, row.year).value, row.act, row.reason, row.asker, row.way, row.standing, row.state, ...times, String(row.isBreach), String(row.isOutOfHours), row.desk ?? '', time(row.happenedAt), row.wronglyDelivered ?? '', time(row.since), serviceAgeOf(row.state, row.since, now)]);
}
