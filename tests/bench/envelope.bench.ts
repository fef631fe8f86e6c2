// SPDX-License-Identifier: AGPL-3.0-or-later
/** What an envelope costs over the floor of its library: the same two pages, fonts embedded, with one line each. */
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { renderEnvelope } from '@sportello/paper/envelope';
import { report, rounded, time } from './measure.ts';

const ROUNDS = 300;
const FONT = join(import.meta.dirname, '../../libs/paper/src/fonts/TitilliumWeb-Regular.subset.ttf');
const digits = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'ascii'));

const data = {
  language: 'it',
  layout: 'normal',
  stationery: 'peel-label-mailer',
  isTest: true,
  body: 'Azienda sanitaria di esempio',
  deskName: 'Sportello 2',
  place: 'Massa',
  date: '2026-11-24',
  recipient: 'ROSSI MARIA',
  cardType: 'AC2018',
  controlNumber: '000419',
  outerCode: '000419-K7P4XR',
} as const;

function floor(): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: 'A4', font: FONT });
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.text(data.recipient).addPage().text(data.recipient).end();
  });
}

const render = (layout: 'normal' | 'large-print') => renderEnvelope({ ...data, layout }, { pin: digits('40718'), puk: digits('58302946'), cip: digits('7314098265') });

/** What the process holds after garbage collection, in kB. */
function held(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1_000);
}

const envelope = await time(() => render('normal'), ROUNDS, ROUNDS);
const large = await time(() => render('large-print'), ROUNDS, ROUNDS);
const bare = await time(floor, ROUNDS, ROUNDS);
const before = held();
for (let index = 0; index < 1_000; index += 1) await render('normal');
report('envelope', { rounds: ROUNDS, milliseconds: envelope, largePrintMilliseconds: large, floorMilliseconds: bare, ratio: rounded(envelope.median / bare.median), budgetMilliseconds: 6, ratioToBudget: rounded(envelope.median / 6), kilobytesBefore: before, kilobytesAfter1000: held() });
