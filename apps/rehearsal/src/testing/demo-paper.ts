// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvelopeLanguage, EnvelopeLayout, Stationery } from '@sportello/domain';
import { createIppClient } from '@sportello/ipp';
// eslint-disable-next-line @nx/enforce-module-boundaries -- only tests: the product's own paper is what the reader must be able to read
import { renderPaper } from '@sportello/paper';
// eslint-disable-next-line @nx/enforce-module-boundaries -- as above
import { renderEnvelope } from '@sportello/paper/envelope';

const desk = { body: 'Azienda sanitaria di esempio', deskName: 'Sportello 2', place: 'Massa', isTest: true } as const;

export type DemoEnvelope = {
  readonly controlNumber?: string;
  readonly language?: EnvelopeLanguage;
  readonly layout?: EnvelopeLayout;
  readonly stationery?: Stationery;
  readonly pin?: string;
  readonly puk?: string;
  readonly cip?: string;
};

/** What a station would send to the Buste printer: for ROSSI MARIA, outer code ending in K7P4XR. */
export const demoEnvelope = ({
  controlNumber = '000419',
  language = 'it',
  layout = 'normal',
  stationery = 'plain-paper',
  pin = '40718',
  puk = '58302946',
  cip = '7314098265',
}: DemoEnvelope = {}): Promise<Buffer> => {
  const holder = { date: '2026-11-24', recipient: 'ROSSI MARIA', cardType: 'AC2018' };
  const outside = { ...desk, ...holder, language, layout, stationery, controlNumber, outerCode: `${controlNumber}-K7P4XR` };
  return renderEnvelope(outside, { pin: Buffer.from(pin), puk: Buffer.from(puk), cip: Buffer.from(cip) });
};

/** What it would send to the Moduli printer: form P119-26. */
export const demoForm = (): Promise<Buffer> =>
  renderPaper({
    language: 'it',
    date: new Date('2026-11-24T09:43:00Z'),
    head: { body: desk.body, desk: { name: desk.deskName, place: desk.place }, controller: desk.body, noticeVersion: '3 del 1° settembre 2026', isTest: true },
    text: {
      paper: 'form',
      formNumber: 'P119-26',
      receiptNumber: '2026-000884',
      kind: 'holder',
      purpose: 'activation',
      duplicateReason: null,
      mode: 'direct',
      holder: { fullName: 'ROSSI MARIA', sex: 'F', birthDate: '1980-01-01', birthPlace: 'Roma', codiceFiscale: 'RSSMRA80A41H501Y' },
      applicant: null,
      card: { type: 'AC2018', idCartaLast4: '8013', expiresOn: '2030-05-20' },
      document: { type: 'cie', last4: '45AB' },
      requestedAt: '2026-11-24T10:43:00+01:00',
      controlNumber: '000419',
      operator: 'L. Bini',
    },
  });

/** Prints over IPP and waits for the job's end, not longer than a moment. */
export const printOver = async (uri: string, document: Uint8Array) => {
  const client = createIppClient({ uri });
  const job = await client.printJob({ jobName: 'test', requestingUser: 'test', format: 'application/pdf', document });
  if (job.kind !== 'job') throw new Error(job.kind);
  return client.waitForJob(job.jobId, { giveUpAfterMs: 400 });
};
