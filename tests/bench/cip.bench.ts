// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What whoever has the database, and the key of the CIPs as well, can try in a second on this machine; what guessing one card's CIP would take at that pace, and at that of
 * the HMAC alone, which is what bcrypt is held against. What can be tried at the help desk in a year, by the delays of a card.
 */
import { compare, hash } from 'bcrypt';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { report, rounded } from './measure.ts';

const load = createRequire(import.meta.url);
const { CIP_COMPANIONS, DEFAULT_CIP_PATTERN, TRIES_KEPT_HOURS, secondsToWait } = load('@sportello/domain') as typeof import('@sportello/domain');
const { keyedMac } = load('@sportello/seal') as typeof import('@sportello/seal');

/** The API's own (`BCRYPT_COST`), and how many hashes an identification takes (`CARDS_COMPARED`). */
const [COST, PER_IDENTIFICATION] = [12, 3];
const [BCRYPT_TRIES, MAC_TRIES] = [40, 200_000];
const YEAR_SECONDS = 365.25 * 86_400;
const CODES = DEFAULT_CIP_PATTERN.alphabet.length ** DEFAULT_CIP_PATTERN.length;
const key = randomBytes(32);
const secretOf = (cip: number): string => Buffer.from(keyedMac({ key, label: 'cip', parts: ['6090000000000001', String(cip).padStart(DEFAULT_CIP_PATTERN.length, '0')] })).toString('base64url');

/** By the time that the processor spent on it, whatever else the machine did meanwhile: bcrypt's threads are counted too. */
async function perProcessorSecond(tries: number, guess: (cip: number) => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let cip = 0; cip < tries; cip += 1) await guess(cip);
  const { user, system } = process.cpuUsage(before);
  return tries / ((user + system) / 1_000_000);
}

/** By whoever tries one card by one thing that they know of it, never waits longer than they have to, and is right with none. */
function triesOnCardInDays(days: number): number {
  const begun = Date.UTC(2026, 0, 1);
  let [now, tries, wrong] = [begun, 0, [] as readonly Date[]];
  while (now < begun + days * 86_400_000) {
    tries += 1;
    wrong = [...wrong.filter((at) => now - at.getTime() < TRIES_KEPT_HOURS * 3_600_000), new Date(now)];
    now += Math.max(1, secondsToWait({ caller: [], source: [], card: wrong }, new Date(now))) * 1000;
  }
  return tries;
}

const verifier = await hash(secretOf(BCRYPT_TRIES), COST);
const processors = availableParallelism();
const ofOne = await perProcessorSecond(BCRYPT_TRIES, (cip) => compare(secretOf(cip), verifier));
const macsOfOne = await perProcessorSecond(MAC_TRIES, secretOf);
const secondsFor = (perSecond: number): number => CODES / perSecond;
report('cip', {
  codes: CODES,
  cost: COST,
  processors,
  triesPerSecond: rounded(ofOne * processors),
  yearsForOneCard: rounded(secondsFor(ofOne * processors) / YEAR_SECONDS, 1),
  yearsForOneCardByThousandProcessors: rounded(secondsFor(ofOne * 1000) / YEAR_SECONDS, 2),
  identificationMs: rounded((PER_IDENTIFICATION * 1000) / ofOne, 0),
  macsPerSecond: rounded(macsOfOne * processors, 0),
  hoursForOneCardByMacAlone: rounded(secondsFor(macsOfOne * processors) / 3600, 1),
  ratio: rounded(ofOne / macsOfOne, 8),
});
const perDay = triesOnCardInDays(7) / 7;
const perYear = perDay * 365 * CIP_COMPANIONS.length;
report('cip-at-help-desk', { triesPerDayByOneClaim: rounded(perDay, 0), claims: CIP_COMPANIONS.length, triesPerYear: rounded(perYear, 0), chancePerYear: Number((perYear / CODES).toPrecision(2)) });
