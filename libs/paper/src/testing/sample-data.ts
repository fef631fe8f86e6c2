// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvelopeCodes, EnvelopeData } from '../envelope';
import type { FormData, PaperData } from '../papers/paper-data';
import type { PaperHead } from '../papers/paper-head';

/** An invented person with invented codes. */
export const ENVELOPE: EnvelopeData = {
  language: 'it',
  layout: 'normal',
  stationery: 'plain-paper',
  isTest: false,
  body: 'Azienda sanitaria di esempio',
  deskName: 'Sportello 2',
  place: 'Massa',
  date: '2026-11-24',
  recipient: 'ROSSI MARIA',
  cardType: 'AC2018',
  controlNumber: '000419',
  outerCode: '000419-K7P4XR',
};

export const CODES = { pin: '40718', puk: '58302946', cip: '7314098265' } as const;

export function codeBytes(codes: Readonly<Record<keyof EnvelopeCodes, string>> = CODES): EnvelopeCodes {
  const bytes = (digits: string) => Uint8Array.from(Buffer.from(digits, 'ascii'));
  return { pin: bytes(codes.pin), puk: bytes(codes.puk), cip: bytes(codes.cip) };
}

export const HEAD: PaperHead = {
  body: 'Azienda sanitaria di esempio',
  desk: { name: 'Sportello 2', place: 'Massa' },
  controller: 'Azienda sanitaria di esempio',
  noticeVersion: '3 del 1° settembre 2026',
  isTest: false,
};

const MARIA = { fullName: 'ROSSI MARIA', sex: 'F', birthDate: '1980-01-01', birthPlace: 'Roma', codiceFiscale: 'RSSMRA80A41H501Y' } as const;
const LUCA = { fullName: 'BIANCHI LUCA', sex: 'M', birthDate: '2016-05-02', birthPlace: 'Massa', codiceFiscale: 'BNCLCU16E02F023H' } as const;

export const FORM: FormData = {
  paper: 'form',
  formNumber: 'P119-26',
  receiptNumber: '2026-000884',
  kind: 'holder',
  purpose: 'activation',
  duplicateReason: null,
  mode: 'direct',
  holder: MARIA,
  applicant: null,
  card: { type: 'AC2018', idCartaLast4: '8013', expiresOn: '2030-05-20' },
  document: { type: 'cie', last4: '45AB' },
  requestedAt: '2026-11-24T09:43:00Z',
  controlNumber: '000419',
  operator: 'L. Bini',
};

/** The same for a child, asked for by the mother. */
export const PARENTS_FORM: FormData = { ...FORM, kind: 'parent-of-minor', mode: 'parental', holder: LUCA, applicant: { ...MARIA, quality: 'parent' } };

const CHILD = { fullName: LUCA.fullName, birthDate: LUCA.birthDate, codiceFiscale: LUCA.codiceFiscale, idCartaLast4: '8021' };
const DOCUMENT = { type: 'cie', last4: '45AB' } as const;
const declared = { paper: 'self-declaration', formNumber: 'D119-26', declarant: MARIA, document: DOCUMENT, holders: [CHILD], decree: null, title: '', duplicateReason: null, signing: 'own-hand' } as const;
const bought = { quantity: 2, unitNetCents: 350, vatPercent: 22, netCents: 700, vatCents: 154, totalCents: 854 } as const;

/** One of every paper, by a name that tells the variant. */
/** As long as the proof of a row in a block of a thousand, in its characters. */
export const LONGEST_PROOF = `TSCNS1:${Array.from({ length: 1_190 }, (_, at) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'[(at * at + 7 * at) % 45] ?? '').join('')}`;

export const EVERY_PAPER: Readonly<Record<string, PaperData>> = {
  form: FORM,
  'form-parent': PARENTS_FORM,
  'form-duplicate': { ...FORM, purpose: 'duplicate', duplicateReason: 'pin-blocked' },
  receipt: { ...PARENTS_FORM, paper: 'receipt', deliveredAt: '2026-11-24T09:51:00Z', logProof: LONGEST_PROOF },
  'receipt-undelivered': { ...FORM, paper: 'receipt', deliveredAt: null, logProof: null },
  'declaration-parent': { ...declared, declaration: 'parental-responsibility', holders: [CHILD, { ...CHILD, fullName: 'BIANCHI EMMA' }, { ...CHILD, fullName: 'BIANCHI SOFIA' }] },
  'declaration-guardian': { ...declared, declaration: 'guardianship' },
  'declaration-curator': { ...declared, declaration: 'curatorship', signing: 'mark' },
  'declaration-administrator': { ...declared, declaration: 'support-administration', decree: { number: '1234/2025', issuedOn: '2025-03-10', court: 'Tribunale di Massa' } },
  'declaration-emancipated': { ...declared, declaration: 'emancipation', title: 'Atto di matrimonio del 10/05/2026, Comune di Massa' },
  'declaration-loss': { ...declared, declaration: 'loss-of-codes', duplicateReason: 'envelope-lost' },
  'delegation-blank': { paper: 'delegation', formNumber: null, holder: null, delegate: null },
  delegation: { paper: 'delegation', formNumber: 'G119-26', holder: { ...MARIA, document: DOCUMENT }, delegate: { ...LUCA, birthDate: '1979-05-02', document: { type: 'passport', last4: '7788' } } },
  leaflet: { paper: 'leaflet', cardType: 'AC2018', software: 'IDProtect (Athena/Actalis)' },
  'leaflet-any': { paper: 'leaflet', cardType: null, software: null },
  'return-slip': { paper: 'return-slip', reason: 'document-expired', caseNumber: null, issuedAt: '2026-11-24T09:43:00Z' },
  'return-slip-priority': { paper: 'return-slip', reason: 'approval-waiting', caseNumber: 119, issuedAt: '2026-11-24T09:43:00Z' },
  'what-to-bring': { paper: 'what-to-bring', kind: 'health-delegate', purpose: 'activation' },
  'what-to-bring-administrator': { paper: 'what-to-bring', kind: 'support-administrator', purpose: 'duplicate' },
  'functional-check': {
    paper: 'functional-check',
    checkedAt: '2026-11-24T09:43:00Z',
    operator: 'L. Bini',
    cardType: 'AC2018',
    idCartaLast4: '8013',
    verdict: 'works-not',
    advice: 'replace',
    rows: [
      { check: 'chip', finding: 'chip-read' },
      { check: 'dates', finding: 'expires-soon' },
      { check: 'certificate', finding: 'certificate-untrusted' },
      { check: 'state', finding: 'active' },
      { check: 'revocation', finding: 'revocation-not-checked' },
      { check: 'lot', finding: 'lot-none' },
    ],
  },
  'sale-receipt': { paper: 'sale-receipt', receiptNumber: '2026-000012', soldAt: '2026-11-24T09:43:00Z', operator: 'L. Bini', ...bought },
  'revocation-declaration': { paper: 'revocation-declaration', reason: 'theft', happenedAt: '2026-11-24T08:12:33Z', declarant: MARIA, document: DOCUMENT, isHolder: true, idCartaLast8: '00000018' },
  'revocation-declaration-for-another': { paper: 'revocation-declaration', reason: 'loss', happenedAt: '2026-11-24T08:12:33Z', declarant: MARIA, document: DOCUMENT, isHolder: false, idCartaLast8: '00000018' },
  'revocation-receipt': { paper: 'revocation-receipt', requestNumber: 'R26-000419-K', recordedAt: '2026-11-24T09:43:07Z', operator: 'L. Bini', act: 'revocation', reason: 'loss', idCartaLast8: '00000018', isDecided: true },
};

/** Names that try the width of a line and the letters of the fonts. */
export const HARD_NAMES = [
  "DELLA VALLE D'ANNUNZIO MARIA ANTONIETTA FRANCESCA",
  'ŠKODA ÉLÉONORE',
  'ÅNGSTRÖM-ŁUKASIEWICZ ÞÓRGNÝR ŐRSÉBET ȘTEFĂNIȚA ĢIRTS ĦAMRUN ÐURAĐ ÑANDÚ ØYSTEIN ÇAĞRI',
  'W'.repeat(90),
] as const;
