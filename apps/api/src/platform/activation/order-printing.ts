// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrintEnvelopeJob } from '@sportello/contracts';
import { CASE_KIND_RULES, type EnvelopeStyle, type Outcome, localDateAt, refuse } from '@sportello/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings';
import type { CallerDesk } from '../access/caller';
import type { CaseRow } from '../database/rows/case-row';
import type { SheetRow } from '../database/rows/sheet-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { Keys } from '../keys/keys';
import { TrustAnchors } from '../keys/trust-anchors';
import { fullNameOf } from '../paper/holder-on-paper';
import { leafletText } from '../paper/leaflet-text';
import { applicationText } from '../paper/paper-facts';
import { PaperJobs } from '../paper/paper-jobs';
import type { Refusal } from '../problems/refusal';
import type { StationChoice } from '../stations/station-choice';
import { advanceCase } from './advance-case';
import { CaseRepository } from './case.repository';
import { columnsOf, styleOf } from './envelope-style';
import { JobRepository } from './job.repository';
import { SheetRepository } from './sheet.repository';
import { type CardAtStation, isObstacle, printingPlace } from './situation';
import { SituationRepository } from './situation.repository';

/** At which desk, which is named on the paper, and at which of its stations. */
export interface PrintingCaller {
  readonly desk: CallerDesk;
  readonly at: StationChoice;
}

/** Who has it printed, and for which desk. */
export interface PrintingAct extends Doer {
  readonly caller: PrintingCaller;
}

/** authorised → printing: the next sheet, and what is printed with it: envelope, form and, where the kind has one, leaflet; or what stands in the way. */
@Injectable()
export class OrderPrinting {
  constructor(
    private readonly settings: Settings,
    private readonly trustAnchors: TrustAnchors,
    private readonly paperJobs: PaperJobs,
    private readonly keys: Keys,
  ) {}

  /** `style`: what the citizen wishes; left out, what the case has. */
  async run(transaction: Transaction, act: PrintingAct, row: CaseRow, style: EnvelopeStyle = styleOf(row)): Promise<Outcome<CaseRow, Refusal>> {
    const situation = await transaction.repository(SituationRepository).of({ deskId: row.deskId, at: act.caller.at }, row.idCarta, transaction.now);
    const place = printingPlace(row, situation);
    if (isObstacle(place)) return refuse(place);
    const document = await transaction.repository(CaseRepository).documentOf(row.id);
    if (!document || !row.holder) throw new Error('an authorised case without its evidence');
    const sheet = await transaction.repository(SheetRepository).takeNext(place.station.id, row.id, transaction.now);
    // Another desk act took the last one since the situation was read.
    if (!sheet) return refuse({ kind: 'no-sheets' });

    const receiptNumber = row.receiptNumber ?? (await this.newReceiptNumber(transaction, act.caller.desk.bodyId));
    const moved = await advanceCase(transaction, act, row, {
      to: 'printing',
      act: 'case.print-ordered',
      details: { controlNumber: sheet.controlNumber, stationId: place.station.id, ...style },
      changes: { receiptNumber, ...columnsOf(style) },
    });
    if (!moved.ok) return moved;
    const jobs = transaction.repository(JobRepository);
    await jobs.order(this.envelopeJob(transaction, act.caller, moved.value, sheet, place), transaction.now);
    const text = { paper: 'form', ...(await applicationText(transaction, { row: moved.value, sheet, document })) } as const;
    await this.paperJobs.order(transaction, { text, language: style.language, caseId: row.id, deskId: row.deskId, station: place.station });
    await this.orderLeaflet(transaction, moved.value, place, style);
    return moved;
  }

  /** Once for a case: whoever gets new codes has the leaflet in hand. */
  private async orderLeaflet(transaction: Transaction, row: CaseRow, { station }: CardAtStation, { language }: EnvelopeStyle): Promise<void> {
    const isPrinted = CASE_KIND_RULES[row.kind].printouts.includes('leaflet');
    if (!isPrinted || (await transaction.repository(JobRepository).hasPaperOf(row.id, 'leaflet'))) return;
    await this.paperJobs.order(transaction, { text: leafletText(row.cardType), language, caseId: row.id, deskId: row.deskId, station });
  }

  private async newReceiptNumber(transaction: Transaction, bodyId: string): Promise<string> {
    const year = Number(localDateAt(transaction.now).slice(0, 4));
    const number = await transaction.repository(CaseRepository).nextNumber('receipt-of-body', bodyId, year);
    return `${year}-${String(number).padStart(6, '0')}`;
  }

  private envelopeJob(transaction: Transaction, { desk }: PrintingCaller, row: CaseRow, sheet: SheetRow, { station }: CardAtStation): PrintEnvelopeJob {
    const { holder } = row;
    if (!holder) throw new Error('an authorised case without its holder');
    return {
      type: 'print-envelope',
      jobId: transaction.newId(),
      caseId: row.id,
      stationId: station.id,
      issuedAt: transaction.now.toISOString(),
      idCarta: row.idCarta,
      birthDate: holder.birthDate,
      controlNumber: sheet.controlNumber,
      cipPattern: { ...this.settings.cipPattern },
      text: {
        body: desk.body,
        deskName: desk.name,
        place: desk.place,
        date: localDateAt(transaction.now),
        recipient: fullNameOf(holder),
        cardType: row.cardType,
        style: styleOf(row),
        isTest: this.trustAnchors.isTest || station.isTest,
      },
      ...(this.keys.vaultIdentity && { vault: this.keys.vaultIdentity }),
    };
  }
}
