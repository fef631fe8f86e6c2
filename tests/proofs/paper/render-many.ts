// SPDX-License-Identifier: AGPL-3.0-or-later
/** `node --expose-gc … render-many.ts EACH TIMES [keep]`: renders a few hundred envelopes, then EACH of them TIMES over, and writes how much memory is held before and after each time. `keep`: holds two kilobytes of each, as a leak would. */
import { renderEnvelope } from '@sportello/paper/envelope';

const WARM_UP = 300;
const EACH = Number(process.argv[2]);
const TIMES = Number(process.argv[3]);
const KEEPS = process.argv[4] === 'keep';
const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'ascii'));
const kept: Buffer[] = [];
let rendered = 0;

async function renderNext(): Promise<void> {
  rendered += 1;
  const controlNumber = String(rendered).padStart(6, '0');
  await renderEnvelope(
    {
      language: (['it', 'en', 'de'] as const)[rendered % 3] ?? 'it',
      layout: rendered % 2 === 0 ? 'normal' : 'large-print',
      stationery: 'peel-label-mailer',
      isTest: false,
      body: 'Azienda sanitaria di esempio',
      deskName: 'Sportello 2',
      place: 'Massa',
      date: '2026-11-24',
      recipient: `ROSSI MARIA ${rendered}`,
      cardType: 'AC2018',
      controlNumber,
      outerCode: `${controlNumber}-K7P4XR`,
    },
    { pin: ascii('40718'), puk: ascii('58302946'), cip: ascii('7314098265') },
  );
  if (KEEPS) kept.push(Buffer.alloc(2_000, controlNumber));
}

function held(): number {
  for (let round = 0; round < 3; round++) global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function main(): Promise<void> {
  const after: number[] = [];
  for (const count of [WARM_UP, ...Array.from({ length: TIMES }, () => EACH)]) {
    for (let index = 0; index < count; index++) await renderNext();
    after.push(held());
  }
  process.stdout.write(JSON.stringify(after));
}

void main();
