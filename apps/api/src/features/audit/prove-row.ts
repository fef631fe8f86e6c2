// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { LogRowProof } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { ChainRepository } from '../../platform/audit/chain.repository';
import { proofOfRow } from '../../platform/audit/proof-of-act';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Refusal } from '../../platform/problems/refusal';
import { logReachOf } from './log-reach';
import { LogRowsRepository } from './log-rows.repository';

/** The proof that a row stands in the log. It holds the row, so taking it is reading it. */
@Injectable()
export class ProveRow {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run(caller: SignedInOperator, requestId: string, rowId: string): Promise<Outcome<LogRowProof, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      const isWithin = await transaction.repository(LogRowsRepository).isWithin(logReachOf(caller), rowId);
      const row = isWithin ? await transaction.repository(ChainRepository).row(rowId) : undefined;
      if (!row) return refuse({ kind: 'not-found' });
      const proof = await proofOfRow(transaction, row);
      if (proof === null) return refuse({ kind: 'not-sealed-yet' });
      transaction.audit({ act: 'audit.read', actor: actorOf(caller), requestId, deskId: caller.desk.id, subject: { kind: 'log', id: row.log }, details: { log: row.log, proofOf: rowId } });
      return accept({ proof });
    });
  }
}
