// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AccessLogPeriod } from '@sportello/contracts';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { csvLine } from '../../platform/csv/csv-line';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AccessLogRepository, type AccessRow } from './access-log.repository';
import { type LogReach, logReachOf } from './log-reach';

/** Of the file, read at a time. */
const MOST_LINES = 2_000;

const COLUMNS = ['at', 'act', 'outcome', 'personId', 'username', 'displayName', 'byId', 'byUsername', 'systemAccount', 'desk', 'station', 'details'] as const;

/** When administrators came in, went out and failed to, and which commands were run, as text/csv: for whoever watches them. */
@Injectable()
export class ExportAccesses {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Who took it stands in the log before the first line leaves. */
  async run(caller: SignedInOperator, requestId: string, { from, to }: AccessLogPeriod): Promise<AsyncGenerator<string, void>> {
    const details = { from: from ?? null, to: to ?? null, format: 'csv' };
    await this.unitOfWork.tell({ act: 'audit.exported', actor: actorOf(caller), requestId, deskId: caller.desk.id, subject: { kind: 'log', id: 'access' }, details });
    return this.lines(logReachOf(caller), { from, to });
  }

  private async *lines(reach: LogReach, period: AccessLogPeriod): AsyncGenerator<string, void> {
    yield csvLine(COLUMNS);
    for (let after: string | undefined, hasMore = true; hasMore; ) {
      const rows: readonly AccessRow[] = await this.unitOfWork.read((transaction) => transaction.repository(AccessLogRepository).page(reach, period, after, MOST_LINES));
      yield rows.map(lineOf).join('');
      after = rows.at(-1)?.id;
      hasMore = rows.length === MOST_LINES;
    }
  }
}

function lineOf({ at, act, outcome, person, by, systemAccount, desk, station, details }: AccessRow): string {
  const [ofPerson, ofDoer] = [[person?.id, person?.username, person?.displayName], [by?.id, by?.username]];
  return csvLine([at.toISOString(), act, outcome, ...ofPerson, ...ofDoer, systemAccount, desk, station, JSON.stringify(details)].map((text) => text ?? ''));
}
