// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvelopeCodes, EnvelopeData } from '../envelope';
import type { ActivationFormData } from '../form/form-data';

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

export const FORM: ActivationFormData = {
  language: 'it',
  isTest: false,
  body: 'Azienda sanitaria di esempio',
  deskName: 'Sportello 2',
  place: 'Massa',
  formNumber: 'P119-26',
  receiptNumber: '2026-000884',
  holder: { fullName: 'ROSSI MARIA', sex: 'F', birthDate: '1980-01-01', birthPlace: 'Roma', codiceFiscale: 'RSSMRA80A41H501Y' },
  card: { type: 'AC2018', idCartaLast4: '8013', expiresOn: '2030-05-20' },
  document: { type: 'cie', last4: '45AB' },
  requestedAt: '2026-11-24T09:43:00Z',
  mode: 'direct',
  controlNumber: '000419',
  operator: 'L. Bini',
  controller: 'Azienda sanitaria di esempio',
  noticeVersion: '3 del 1° settembre 2026',
};

/** Names that try the width of a line and the letters of the fonts. */
export const HARD_NAMES = [
  "DELLA VALLE D'ANNUNZIO MARIA ANTONIETTA FRANCESCA",
  'ŠKODA ÉLÉONORE',
  'ÅNGSTRÖM-ŁUKASIEWICZ ÞÓRGNÝR ŐRSÉBET ȘTEFĂNIȚA ĢIRTS ĦAMRUN ÐURAĐ ÑANDÚ ØYSTEIN ÇAĞRI',
  'W'.repeat(90),
] as const;
