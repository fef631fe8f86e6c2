// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a browser transfers for the first page (sign-in), fonts and icons included, against the budget and against Bootstrap Italia taken whole. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { report, rounded } from './measure.ts';
import { withStack } from './stack.ts';

const BUDGET_BYTES = 180_000;

await withStack(async ({ deskUrl }) => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  try {
    const page = await browser.newPage();
    const network = await page.context().newCDPSession(page);
    const transferred: number[] = [];
    await network.send('Network.enable');
    network.on('Network.loadingFinished', ({ encodedDataLength }) => transferred.push(encodedDataLength));
    await page.goto(deskUrl, { waitUntil: 'networkidle' });
    const bytes = transferred.reduce((total, one) => total + one, 0);
    const whole = wholeBootstrapItalia();
    report('first-page', { requests: transferred.length, bytes, budgetBytes: BUDGET_BYTES, ratioToBudget: rounded(bytes / BUDGET_BYTES), wholeBootstrapItaliaBytes: whole, ratio: rounded(bytes / whole) });
  } finally {
    await browser.close();
  }
});

/** The peer: the library's complete style sheet, script and icon sprite, compressed alike, before any line of ours. */
function wholeBootstrapItalia(): number {
  const library = join(import.meta.dirname, '../../node_modules/bootstrap-italia/dist');
  return ['css/bootstrap-italia.min.css', 'js/bootstrap-italia.bundle.min.js', 'svg/sprites.svg'].map((file) => brotliCompressSync(readFileSync(join(library, file))).length).reduce((total, one) => total + one, 0);
}
