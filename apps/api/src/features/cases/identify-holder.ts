// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { IdentificationRequest } from '@sportello/contracts';
import { CASE_KIND_RULES, type DocumentType, type Outcome, localDateAt, moveCase, normaliseDocumentNumber, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { advanceCase } from '../../platform/activation/advance-case';
import type { HolderEvidence } from '../../platform/activation/card-on-desk';
import { CardRegisterRepository } from '../../platform/activation/card-register.repository';
import { CaseRepository } from '../../platform/activation/case.repository';
import { columnsOf } from '../../platform/activation/envelope-style';
import { OrderPrinting } from '../../platform/activation/order-printing';
import { isOwnCard } from '../../platform/activation/own-card';
import { AskApproval } from '../../platform/approval/ask-approval';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { type CardAtHand, cardNumbered } from './card-at-hand';
import type { CaseUseCase } from './case-acts';
import { compareWithChip, judgeDocument } from './judge-identity';
import { proposeCase } from './propose-case';

/** The holder is who the document says: evidence kept, and on to the printers in the same act, unless something there is missing. */
@Injectable()
export class IdentifyHolder implements CaseUseCase<IdentificationRequest> {
  constructor(
    private readonly orderPrinting: OrderPrinting,
    private readonly askApproval: AskApproval,
    private readonly settings: Settings,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, request: IdentificationRequest): Promise<Outcome<CaseRow, Refusal>> {
    const move = moveCase(row.state, 'identified');
    if (!move.ok) return move;
    const found = await cardNumbered(transaction, row.deskId, row.idCarta);
    if (!found.ok) return found;
    const atHand = found.value;
    const holder = atHand.parsed.reading.data;
    if (isOwnCard(act.caller.operator.codiceFiscale, holder.codiceFiscale.value)) return refuse({ kind: 'own-card' });
    // Time passes between the opening of a case and its identification: what made the card good is asked again.
    const state = await transaction.repository(CardRegisterRepository).stateOf(row.idCarta);
    const proposal = proposeCase(atHand, state, transaction.now, act.caller.desk.kind);
    if (!proposal.ok) return proposal;
    const document = judgeDocument(request.document, { today: localDateAt(transaction.now), holderBirthDate: holder.birthDate, chosen: this.settings.identityDocuments });
    if (!document.ok) return document;
    const comparison = compareWithChip(holder, request.person, request.accepted);
    if (!comparison.ok) return comparison;

    const known = await identified(transaction, act, row, { ...request, type: document.value }, atHand);
    if (!known.ok) return known;
    if (CASE_KIND_RULES[row.kind].needsApproval) return this.askApproval.run(transaction, act, known.value);
    const authorised = await advanceCase(transaction, act, known.value, { to: 'authorised', act: 'case.authorised', details: { approval: 'not-needed' } });
    if (!authorised.ok) return authorised;
    const printing = await this.orderPrinting.run(transaction, act, authorised.value);
    // What stands in the way of printing does not undo the identification: the case waits, authorised, and its view says for what.
    return printing.ok ? printing : authorised;
  }
}

/** Writes down who was identified by which document, with the differences that the operator accepted. */
async function identified(
  transaction: Transaction,
  act: Act,
  row: CaseRow,
  { document, type, person, accepted, envelope }: IdentificationRequest & { readonly type: DocumentType },
  atHand: CardAtHand,
): Promise<Outcome<CaseRow, Refusal>> {
  const { issuer, issuedOn, expiresOn, source } = document;
  const evidence = { type, number: normaliseDocumentNumber(document.number), issuer, issuedOn, expiresOn, source, person, accepted };
  await transaction.repository(CaseRepository).keepDocument({ caseId: row.id, ...evidence, identifiedBy: act.caller.operator.id, identifiedAt: transaction.now });
  return advanceCase(transaction, act, row, {
    to: 'identified',
    act: 'case.identified',
    details: { documentType: type, source, accepted },
    changes: { holder: evidenceOf(atHand), certificate: atHand.certificate, ...(envelope && columnsOf(envelope)) },
  });
}

function evidenceOf({ card, parsed }: CardAtHand): HolderEvidence {
  const { surname, name, birthDate, sex, codiceFiscale, expiresOn } = parsed.reading.data;
  return { surname, name, birthDate, birthPlace: card.birthPlace, sex, codiceFiscale: codiceFiscale.value, cardExpiresOn: expiresOn };
}
