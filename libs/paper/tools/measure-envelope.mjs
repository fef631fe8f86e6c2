// SPDX-License-Identifier: AGPL-3.0-or-later
/** Prints what an envelope costs, in one JSON line. Needs a build: npm run build, then node tools/measure-envelope.mjs [times]. */
import { createRequire } from 'node:module';

const { renderEnvelope } = createRequire(import.meta.url)('../dist/envelope/index.js');

const times = Number(process.argv[2] ?? 300);
const data = {
  language: 'it',
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
const codes = { pin: Buffer.from('40718'), puk: Buffer.from('58302946'), cip: Buffer.from('7314098265') };

async function once() {
  const start = performance.now();
  const { length } = await renderEnvelope(data, codes);
  return { ms: performance.now() - start, length };
}

const first = await once();
const runs = [];
for (let run = 0; run < times; run++) runs.push(await once());
const sorted = runs.slice(Math.floor(times / 10)).map(({ ms }) => ms).sort((a, b) => a - b);
const at = (/** @type {number} */ share) => Number(sorted[Math.floor((sorted.length - 1) * share)].toFixed(2));

process.stdout.write(`${JSON.stringify({ bench: 'envelope', firstMs: Number(first.ms.toFixed(2)), medianMs: at(0.5), p95Ms: at(0.95), leastMs: at(0), bytes: first.length })}\n`);
