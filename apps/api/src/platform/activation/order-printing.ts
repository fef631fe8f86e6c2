// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrintEnvelopeJob, PrintFormJob } from '@sportello/contracts';
import { type Outcome, formNumberOf, localDateAt, refuse } from '@sportello/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings';
import type { SignedInOperator } from '../access/caller';
import type { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import type { SheetRow } from '../database/rows/sheet-row';
import type { Transaction } from '../database/transaction';
import type { Act } from '../idempotency/act';
import { TrustAnchors } from '../keys/trust-anchors';
import type { Refusal } from '../problems/refusal';
import { advanceCase } from './advance-case';
import { CaseRepository } from './case.repository';
import { JobRepository } from './job.repository';
import { SheetRepository } from './sheet.repository';
import { type CardAtStation, isObstacle, printingPlace } from './situation';
import { SituationRepository } from './situation.repository';

/** authorised → printing: the next sheet, and the two print jobs; or what stands in the way. */
@Injectable()
export class OrderPrinting {
  constructor(
    private readonly settings: Settings,
    private readonly trustAnchors: TrustAnchors,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    const situation = await transaction.repository(SituationRepository).of(row.deskId, row.idCarta, transaction.now);
    const place = printingPlace(row.idCarta, situation);
    if (isObstacle(place)) return refuse(place);
    const document = await transaction.repository(CaseRepository).documentOf(row.id);
    if (!document || !row.holder) throw new Error('an authorised case without its evidence');
    const sheet = await transaction.repository(SheetRepository).takeNext(row.deskId, row.id, transaction.now);
    // Another desk act took the last one since the situation was read.
    if (!sheet) return refuse({ kind: 'no-sheets' });

    const receiptNumber = row.receiptNumber ?? (await this.newReceiptNumber(transaction, act.caller.desk.bodyId));
    const moved = await advanceCase(transaction, act, row, {
      to: 'printing',
      act: 'case.print-ordered',
      details: { controlNumber: sheet.controlNumber, stationId: place.station.id },
      changes: { receiptNumber },
    });
    if (!moved.ok) return moved;
    const jobs = transaction.repository(JobRepository);
    await jobs.order(this.envelopeJob(transaction, act.caller, moved.value, sheet, place), transaction.now);
    await jobs.order(this.formJob(transaction, act.caller, moved.value, sheet, place, document), transaction.now);
    transaction.notify({ to: 'station', stationId: place.station.id });
    return moved;
  }

  private async newReceiptNumber(transaction: Transaction, bodyId: string): Promise<string> {
    const year = Number(localDateAt(transaction.now).slice(0, 4));
    const number = await transaction.repository(CaseRepository).nextNumber('receipt-of-body', bodyId, year);
    return `${year}-${String(number).padStart(6, '0')}`;
  }

  private envelopeJob(transaction: Transaction, { desk }: SignedInOperator, row: CaseRow, sheet: SheetRow, { station }: CardAtStation): PrintEnvelopeJob {
    const holder = holderOf(row);
    return {
      type: 'print-envelope',
      ...this.head(transaction, row, station.id),
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
        isTest: this.trustAnchors.isTest || station.isTest,
      },
    };
  }

  private formJob(
    transaction: Transaction,
    { desk, operator }: SignedInOperator,
    row: CaseRow,
    sheet: SheetRow,
    { station }: CardAtStation,
    document: IdentityDocumentRow,
  ): PrintFormJob {
    const holder = holderOf(row);
    return {
      type: 'print-form',
      ...this.head(transaction, row, station.id),
      text: {
        body: desk.body,
        deskName: desk.name,
        place: desk.place,
        formNumber: formNumberOf(row.number, row.year).value,
        receiptNumber: row.receiptNumber ?? '',
        holder: {
          fullName: fullNameOf(holder),
          sex: holder.sex,
          birthDate: holder.birthDate,
          birthPlace: holder.birthPlace ?? '',
          codiceFiscale: holder.codiceFiscale,
        },
        card: { type: row.cardType, idCartaLast4: row.idCarta.slice(-4), expiresOn: holder.cardExpiresOn },
        document: { type: document.type, last4: document.number.slice(-4) },
        requestedAt: document.identifiedAt.toISOString(),
        mode: row.mode,
        controlNumber: sheet.controlNumber,
        operator: operator.displayName,
        controller: this.settings.dataController ?? desk.body,
        noticeVersion: this.settings.noticeVersion,
        isTest: this.trustAnchors.isTest || station.isTest,
      },
    };
  }

  private head(transaction: Transaction, row: CaseRow, stationId: string) {
    return { jobId: transaction.newId(), caseId: row.id, stationId, issuedAt: transaction.now.toISOString() };
  }
}

function holderOf({ holder }: CaseRow) {
  if (!holder) throw new Error('an authorised case without its holder');
  return holder;
}

function fullNameOf({ surname, name }: { readonly surname: string; readonly name: string }): string {
  return `${surname} ${name}`.trim();
}
