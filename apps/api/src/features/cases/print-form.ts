// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseActRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import { styleOf } from '../../platform/activation/envelope-style';
import { hasForm } from '../../platform/activation/has-form';
import { SheetRepository } from '../../platform/activation/sheet.repository';
import { formPlace, isObstacle } from '../../platform/activation/situation';
import { SituationRepository } from '../../platform/activation/situation.repository';
import { counterOf } from '../../platform/access/caller';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { applicationText } from '../../platform/paper/paper-facts';
import { PaperJobs } from '../../platform/paper/paper-jobs';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';

/** The form alone, printed again: it did not come out, or was spoiled at the desk. It carries no code, so that the case stays where it is. */
@Injectable()
export class PrintForm implements CaseUseCase<CaseActRequest> {
  constructor(private readonly paperJobs: PaperJobs) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    if (!hasForm(row.state)) return refuse({ kind: 'forbidden-transition', from: row.state, to: row.state, allowed: [] });
    // What the form told of the person is no more.
    if (row.erasedAt !== null) return refuse({ kind: 'evidence-gone' });
    const place = formPlace(row.idCarta, await transaction.repository(SituationRepository).of(counterOf(act.caller), row.idCarta, transaction.now));
    if (isObstacle(place)) return refuse(place);
    const [sheet, document] = [await transaction.repository(SheetRepository).ofCase(row.id), await transaction.repository(CaseRepository).documentOf(row.id)];
    if (!sheet || !document) throw new Error('a case with a form has its sheet and its evidence');
    const text = { paper: 'form', ...(await applicationText(transaction, { row, sheet, document })) } as const;
    await this.paperJobs.order(transaction, { text, language: styleOf(row).language, caseId: row.id, deskId: row.deskId, station: place });
    await transaction.repository(CaseRepository).forgetFormTrouble(row);
    transaction.audit({ act: 'case.form-ordered', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { stationId: place.id } });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    return accept(row);
  }
}
