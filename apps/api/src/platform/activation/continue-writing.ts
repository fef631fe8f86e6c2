// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { advanceCase } from './advance-case';
import { BeginWriting, needsSupervisor } from './begin-writing';
import { CaseRepository } from './case.repository';
import { JobRepository } from './job.repository';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { atStation } from '../stations/station-choice';

/** The card that a case waits for is in the reader again: the write goes on by itself, with the same codes and a new lease. No key to press. */
@Injectable()
export class ContinueWriting {
  constructor(private readonly beginWriting: BeginWriting) {}

  async run(transaction: Transaction, doer: Doer, stay: { readonly deskId: string; readonly stationId: string; readonly insertionId: string; readonly idCarta: string }): Promise<void> {
    const row = await transaction.repository(CaseRepository).heldOpenOf(stay.idCarta);
    if (row?.deskId !== stay.deskId) return;
    const waiting = row.state === 'writing' ? await this.interruptLostWrite(transaction, doer, row, stay.insertionId) : row;
    if (!waiting || (waiting.state !== 'printed' && waiting.state !== 'interrupted') || needsSupervisor(waiting)) return;
    // A card that goes mute in each of these writes is worn, or torn on purpose: a supervisor looks at it.
    if (waiting.fence >= waiting.fenceLimit) return stop(transaction, doer, waiting);
    // One write for each stay of the card: after a trouble the card is put in again.
    if (await transaction.repository(JobRepository).hasWriteFor(waiting.id, stay.insertionId)) return;
    // What stands in the way (no transport codes, another station's codes) is what the case's view shows; the card's recognition is good without it.
    await this.beginWriting.run(transaction, doer, waiting, atStation(stay.stationId));
  }

  /**
   * A write belongs to one stay of the card. The card came in again and nobody reported how that write ended (power cut, station replaced, report lost): it is over,
   * and its lease is outrun by the next.
   */
  private async interruptLostWrite(transaction: Transaction, doer: Doer, row: CaseRow, insertionId: string): Promise<CaseRow | undefined> {
    const jobs = transaction.repository(JobRepository);
    const job = await jobs.pendingWriteOf(row.id);
    if (job?.insertionId === insertionId) return undefined;
    if (job) await jobs.end(job.id, 'cancelled', 'superseded', transaction.now);
    const interrupted = await advanceCase(transaction, doer, row, { to: 'interrupted', act: 'case.write-interrupted', details: { reason: 'superseded', fence: row.fence } });
    return interrupted.ok ? interrupted.value : undefined;
  }
}

async function stop(transaction: Transaction, doer: Doer, row: CaseRow): Promise<void> {
  const because = 'too-many-writes';
  await transaction.repository(CaseRepository).stop(row, { because, fence: row.fence }, transaction.now);
  transaction.audit({ act: 'case.stopped', actor: doer.actor, requestId: doer.requestId, deskId: row.deskId, caseId: row.id, details: { because, fence: row.fence } });
  transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
}
