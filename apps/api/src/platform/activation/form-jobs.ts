// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PrintFormJob } from '@sportello/contracts';
import { formNumberOf } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { CallerDesk } from '../access/caller';
import type { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import type { SheetRow } from '../database/rows/sheet-row';
import type { Transaction } from '../database/transaction';
import { TrustAnchors } from '../keys/trust-anchors';
import type { StationAtDesk } from './situation';

/** Whose name is on the paper: of the operator at the counter, and of their desk. */
export interface PrintingCaller {
  readonly desk: CallerDesk;
  readonly operator: { readonly displayName: string };
}

/** What a form tells, and where it is printed. */
export interface FormOrder {
  readonly row: CaseRow;
  readonly sheet: SheetRow;
  readonly document: IdentityDocumentRow;
  readonly station: StationAtDesk;
}

/** The form that the citizen signs, as a job for a station. */
@Injectable()
export class FormJobs {
  constructor(
    private readonly settings: Settings,
    private readonly trustAnchors: TrustAnchors,
  ) {}

  of(transaction: Transaction, { desk, operator }: PrintingCaller, { row, sheet, document, station }: FormOrder): PrintFormJob {
    const holder = holderOf(row);
    return {
      type: 'print-form',
      ...jobHead(transaction, row, station.id),
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
}

export function jobHead(transaction: Transaction, row: CaseRow, stationId: string) {
  return { jobId: transaction.newId(), caseId: row.id, stationId, issuedAt: transaction.now.toISOString() };
}

export function holderOf({ holder }: CaseRow) {
  if (!holder) throw new Error('an authorised case without its holder');
  return holder;
}

export function fullNameOf({ surname, name }: { readonly surname: string; readonly name: string }): string {
  return `${surname} ${name}`.trim();
}
