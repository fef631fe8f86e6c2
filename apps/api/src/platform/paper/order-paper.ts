// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PaperLanguage, PaperText } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { counterOf } from '../access/caller';
import { CaseRepository } from '../activation/case.repository';
import { formPlace, isObstacle } from '../activation/situation';
import { SituationRepository } from '../activation/situation.repository';
import type { Transaction } from '../database/transaction';
import type { Act } from '../idempotency/act';
import type { SubjectDone } from '../idempotency/stored-answer';
import type { Refusal } from '../problems/refusal';
import { PaperJobs } from './paper-jobs';

export interface PaperOrder {
  readonly text: PaperText;
  readonly language: PaperLanguage;
  /** Null: no case's. */
  readonly caseId: string | null;
}

/**
 * Prints a paper at the caller's desk: at their own station, or, for whoever stands at none, where the case's card is, else where the Moduli printer can. The answer is the order's id, by which a page
 * asks what became of it. The log tells which sort of paper, and for which case; never what stands on it.
 */
@Injectable()
export class OrderPaper {
  constructor(private readonly jobs: PaperJobs) {}

  async run(transaction: Transaction, act: Act, { text, language, caseId }: PaperOrder): Promise<Outcome<SubjectDone, Refusal>> {
    const deskId = act.caller.desk.id;
    const row = caseId === null ? undefined : await transaction.repository(CaseRepository).byId(caseId);
    const idCarta = row?.idCarta ?? '';
    const station = formPlace(idCarta, await transaction.repository(SituationRepository).of(counterOf(act.caller), idCarta, transaction.now));
    if (isObstacle(station)) return refuse(station);
    const { jobId } = await this.jobs.order(transaction, { text, language, caseId, deskId, station });
    transaction.audit({
      act: 'paper.ordered',
      actor: act.actor,
      requestId: act.requestId,
      deskId,
      ...(caseId !== null && { caseId }),
      details: { paper: text.paper, stationId: station.id },
    });
    return accept({ subjectId: jobId });
  }
}
