// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColleaguesView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { servesDeskSql } from '../../platform/people/serving';

interface NewHandOver {
  readonly id: string;
  readonly caseId: string;
  readonly fromOperator: string;
  readonly toOperator: string;
  readonly note: string | null;
  /** Of the case once it is handed over: while it has this one it waits for its new keeper. */
  readonly revision: number;
  readonly at: Date;
}

export class HandOverRepository {
  constructor(private readonly rows: EntityManager) {}

  async keep({ id, caseId, fromOperator, toOperator, note, revision, at }: NewHandOver): Promise<void> {
    await this.rows.query('insert into case_hand_over (id, case_id, from_operator, to_operator, note, revision, at) values ($1, $2, $3, $4, $5, $6, $7)', [id, caseId, fromOperator, toOperator, note, revision, at]);
  }

  /** Who works cases at the desk, but for the one who has this case. */
  async colleagues(deskId: string, callerId: string, inCharge: string): Promise<ColleaguesView['colleagues']> {
    return this.rows.query<ColleaguesView['colleagues']>(
      `select id, display_name as name, id = $2 as "isMe" from operator
       where ${servesDeskSql('operator.id', '$1')} and id <> $3 and disabled_at is null and 'operator' = any(roles) order by display_name, id`,
      [deskId, callerId, inCharge],
    );
  }
}
