// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run secret-sweep`: activations of every sort, and then a look for each of their codes everywhere. */
import { existsSync } from 'node:fs';
import type { Seen } from './judge';
import { whyNoCoreDumps } from './places/core-dumps';
import { everyScenario } from './scenarios';
import { sweep } from './sweep';
import { CHROMIUM } from './sweep-browser';

/** A sweep over less proves too little. */
const LEAST = { codes: 30, places: 8 } as const;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const place = ({ code, encoding, place: kind, part, around }: Seen): string => `${code.kind} (${encoding}) in ${kind}, ${part}: ${around}`;

async function main(): Promise<boolean> {
  const missing = [process.platform !== 'linux' && 'Linux', !existsSync('/usr/bin/pdftotext') && 'poppler-utils', !existsSync(CHROMIUM) && 'chromium'].filter(Boolean);
  if (missing.length > 0) throw new Error(`The sweep needs ${missing.join(', ')}.`);
  const noCores = await whyNoCoreDumps();
  if (noCores !== undefined) say(`Core dumps cannot be looked at: ${noCores}.`);
  const { codes, looked, found, cleared, notReached } = await sweep(everyScenario(), say);
  for (const { seen, because } of cleared) if (because !== 'raw memory, where so little proves nothing') say(`cleared: ${place(seen)} (${because})`);
  for (const each of found) say(`FOUND: ${place(each)}`);
  for (const name of notReached) say(`NOT REACHED: ${name}`);
  process.stdout.write(`${JSON.stringify({ codes, places: looked.size, found: found.length })}\n`);
  const isEnough = codes >= LEAST.codes && looked.size >= LEAST.places;
  if (!isEnough) say(`TOO LITTLE: at least ${LEAST.codes} codes and ${LEAST.places} kinds of place are to be looked at`);
  return isEnough && found.length === 0 && notReached.length === 0;
}

main().then(
  (isClean) => process.exit(isClean ? 0 : 1),
  (error: unknown) => {
    say(String(error instanceof Error ? error.stack : error));
    process.exit(1);
  },
);
