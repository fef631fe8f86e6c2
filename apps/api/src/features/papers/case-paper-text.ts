// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CasePaperRequest, Decree, PaperText, PersonText } from '@sportello/contracts';
import { CASE_KIND_RULES, type Outcome, accept, assertNever, formNumberOf, isAdultAt, refuse } from '@sportello/domain';
import { parsedCardOf } from '../../platform/activation/card-on-desk';
import { CaseApplicationRepository } from '../../platform/activation/case-application.repository';
import { CaseRepository } from '../../platform/activation/case.repository';
import { ReaderRepository } from '../../platform/activation/reader.repository';
import { SheetRepository } from '../../platform/activation/sheet.repository';
import { proofOfCase } from '../../platform/audit/proof-of-act';
import type { CaseRow, IdentityDocumentRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import { fullNameOf, holderOnPaper } from '../../platform/paper/holder-on-paper';
import { leafletText } from '../../platform/paper/leaflet-text';
import { applicationText, personOnPaper } from '../../platform/paper/paper-facts';
import type { Refusal } from '../../platform/problems/refusal';
import type { StationChoice } from '../../platform/stations/station-choice';

type Declared = Extract<CasePaperRequest, { readonly paper: 'self-declaration' }>;

/** A person whom nobody has named yet: their lines stay free for a hand. */
const NOBODY_YET: PersonText = { fullName: '', sex: null, birthDate: null, birthPlace: '', codiceFiscale: '' };

/** What a case's paper tells: all that the case knows when it is ordered. */
export async function casePaperText(transaction: Transaction, row: CaseRow, at: StationChoice, request: CasePaperRequest): Promise<Outcome<PaperText, Refusal>> {
  switch (request.paper) {
    case 'leaflet':
      return accept(leafletText(row.cardType));
    case 'return-slip':
      return accept({ paper: 'return-slip', reason: request.reason, caseNumber: request.hasPriority ? row.number : null, issuedAt: transaction.now.toISOString() });
    case 'receipt':
      return receiptText(transaction, row);
    case 'delegation':
      return delegationText(transaction, row, at);
    case 'self-declaration':
      return declarationText(transaction, row, at, request);
    default:
      return assertNever(request);
  }
}

async function receiptText(transaction: Transaction, row: CaseRow): Promise<Outcome<PaperText, Refusal>> {
  const [sheet, document] = [await transaction.repository(SheetRepository).ofCase(row.id), await transaction.repository(CaseRepository).documentOf(row.id)];
  // There is a receipt from the printing on: it names the sheet.
  if (!sheet || !document || row.receiptNumber === null) return refuse({ kind: 'forbidden-transition', from: row.state, to: row.state, allowed: [] });
  const deliveredAt = row.state === 'delivered' ? row.changedAt.toISOString() : null;
  return accept({ paper: 'receipt', ...(await applicationText(transaction, { row, sheet, document })), deliveredAt, logProof: await proofOfCase(transaction, row.id) });
}

async function delegationText(transaction: Transaction, row: CaseRow, at: StationChoice): Promise<Outcome<PaperText, Refusal>> {
  const holder = await holderOnPaper(transaction, row, at);
  if (!holder.ok) return holder;
  const { sex, birthDate, birthPlace, codiceFiscale } = holder.value;
  const document = await transaction.repository(CaseRepository).documentOf(row.id);
  const delegate = document && CASE_KIND_RULES[row.kind].applicant === 'delegate' ? { ...personOnPaper(document), document: documentOnPaper(document) } : null;
  return accept({
    paper: 'delegation',
    formNumber: formNumberOf(row.number, row.year, 'delegation').value,
    holder: { fullName: fullNameOf(holder.value), sex, birthDate, birthPlace, codiceFiscale, document: null },
    delegate,
  });
}

async function declarationText(transaction: Transaction, row: CaseRow, at: StationChoice, { declaration, signing }: Declared): Promise<Outcome<PaperText, Refusal>> {
  const holder = await holderOnPaper(transaction, row, at);
  if (!holder.ok) return holder;
  const { sex, birthDate, birthPlace, codiceFiscale } = holder.value;
  const fullName = fullNameOf(holder.value);
  const document = await transaction.repository(CaseRepository).documentOf(row.id);
  const isOwn = CASE_KIND_RULES[row.kind].applicant === 'holder';
  const applicant = document ? personOnPaper(document) : ((await personOfShownCard(transaction, row, at)) ?? NOBODY_YET);
  const application = await transaction.repository(CaseApplicationRepository).of(row.id);
  return accept({
    paper: 'self-declaration',
    formNumber: formNumberOf(row.number, row.year, 'self-declaration').value,
    declaration,
    declarant: isOwn ? { fullName, sex, birthDate, birthPlace, codiceFiscale } : applicant,
    document: document ? documentOnPaper(document) : null,
    holders: [{ fullName, birthDate, codiceFiscale, idCartaLast4: row.idCarta.slice(-4) }],
    decree: application?.decree ? decreeOnPaper(application.decree) : null,
    title: application?.emancipationTitle ?? '',
    duplicateReason: declaration === 'loss-of-codes' ? row.duplicateReason : null,
    signing,
  });
}

/** Before the identification the applicant's own card says who will sign, when it is the only other card on the counter, and an adult's. */
async function personOfShownCard(transaction: Transaction, row: CaseRow, at: StationChoice): Promise<PersonText | undefined> {
  const [stay, ...more] = await transaction.repository(ReaderRepository).othersAt({ deskId: row.deskId, at }, row.idCarta, transaction.now);
  if (!stay?.facts || more.length > 0) return undefined;
  const { data } = parsedCardOf(stay.facts).reading;
  if (!isAdultAt(data.birthDate, transaction.now)) return undefined;
  return { fullName: fullNameOf(data), sex: data.sex, birthDate: data.birthDate, birthPlace: stay.facts.birthPlace ?? '', codiceFiscale: data.codiceFiscale.value };
}

function decreeOnPaper({ number, issuedOn, court }: Decree) {
  return { number, issuedOn, court };
}

function documentOnPaper({ type, number }: IdentityDocumentRow) {
  return { type, last4: number.slice(-4) };
}
