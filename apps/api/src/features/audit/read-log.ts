// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { LOG_PAGE_ROWS, type LogRowsQuery, type LogRowsView } from '@sportello/contracts';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { logReachOf } from './log-reach';
import { LogRowsRepository } from './log-rows.repository';

/** The pages of an answer that is still being looked through are no new question. */
const SAME_LOOK_MS = 15 * 60_000;

/** A page of the log. Who read it, and by what they chose, stands in the log before the rows leave: once for all pages of an answer. */
@Injectable()
export class ReadLog {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run(caller: SignedInOperator, requestId: string, query: LogRowsQuery): Promise<LogRowsView> {
    const { after, log, ...chosen } = query;
    return this.unitOfWork.run(async (transaction) => {
      const rows = transaction.repository(LogRowsRepository);
      const found = await rows.find(logReachOf(caller), query, LOG_PAGE_ROWS + 1);
      const details = told(log, chosen);
      const since = new Date(transaction.now.getTime() - SAME_LOOK_MS);
      const isSameLook = after !== undefined && (await rows.wasAsked(caller.operator.id, details, since));
      if (!isSameLook) transaction.audit({ act: 'audit.read', actor: actorOf(caller), requestId, deskId: caller.desk.id, subject: { kind: 'log', id: log }, details });
      return { rows: found.slice(0, LOG_PAGE_ROWS), hasMore: found.length > LOG_PAGE_ROWS };
    });
  }
}

function told(log: LogRowsQuery['log'], chosen: Omit<LogRowsQuery, 'log' | 'after'>): Readonly<Record<string, string>> {
  return { log, ...Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))) };
}
