// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateSigningKeyPair, signingKeyOf } from '@sportello/seal';
import { newLogKey, sampleLog, type SampleLog, type SampleShape } from '@sportello/seal/testing';
import { LogVerifier, type Verdict } from '@sportello/seal/verify';
import { type Mutation, mutationsOf } from './mutations';
import { SeededRandom } from './random';

export interface Tally {
  readonly mutations: number;
  readonly found: number;
  readonly falseAlarms: number;
}

/** One mutation that was not found, or not where it was made. */
export interface Missed {
  readonly name: string;
  readonly sample: number;
  readonly changedLine: number;
  readonly verdict: Verdict;
}

/** Blocks of one row, of powers of two and their neighbours; fields erased and kept; one key and two; both logs; from the beginning and from later on. */
const SHAPES: readonly SampleShape[] = [
  { name: 'acts', blocks: [1] },
  { name: 'acts', blocks: [1, 1, 2, 3] },
  { name: 'acts', blocks: [4, 3, 5, 8, 7, 9], opensEach: 1 },
  { name: 'acts', blocks: [16, 1, 17, 15], handsOverAt: 2, opensEach: 5 },
  { name: 'access', blocks: [2, 6, 1, 31], handsOverAt: 1 },
  { name: 'access', blocks: [5, 5, 5, 5, 5], firstBlock: 3 },
];

interface Subject {
  readonly log: SampleLog;
  readonly whole: string;
  readonly mutations: readonly Mutation[];
}

export type Verify = (text: string, log: SampleLog) => Verdict;

/** As `audit:verify -- FILE --key PUB --head FILE` does. */
export const verifyWhole: Verify = (text, { publicKey, head }) => {
  const verifier = new LogVerifier({ key: publicKey, heads: [head] });
  const bytes = Buffer.from(text, isLatin(text) ? 'latin1' : 'utf8');
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    if (!verifier.read(bytes.subarray(start, end))) return verifier.end();
    start = end + 1;
  }
  return verifier.end(start < bytes.length);
};

/** Changes exports `count` times, as the seed decides, and has each judged; unchanged ones too, all along. */
export async function tamper(count: number, seed: string, verify: Verify, onMissed: (missed: Missed) => void): Promise<Tally> {
  const random = new SeededRandom(seed);
  const subjects = await Promise.all(SHAPES.map(subjectOf));
  let [mutations, found, falseAlarms] = [0, 0, 0];
  while (mutations < count) {
    const sample = random.below(subjects.length);
    const { log, whole, mutations: known } = subjects[sample] as Subject;
    const mutation = random.of(known);
    const text = mutation.run(log.lines, random);
    if (text === whole) continue;
    mutations += 1;
    const verdict = verify(text, log);
    const changedLine = firstDifference(whole, text);
    if (isFound(verdict, mutation, changedLine)) found += 1;
    else onMissed({ name: mutation.name, sample, changedLine, verdict });
    if (mutations % 20 === 0 && verify(whole, log).kind !== 'ok') falseAlarms += 1;
  }
  return { mutations, found, falseAlarms };
}

/** At the place or before it. What the title says is contradicted by the first block; what is whole in itself, by the key or the head that somebody else holds. */
function isFound(verdict: Verdict, { isWhole }: Mutation, changedLine: number): boolean {
  if (verdict.kind === 'ok') return false;
  return isWhole === true || changedLine === 1 || verdict.lie.line <= changedLine;
}

async function subjectOf(shape: SampleShape): Promise<Subject> {
  const station = signingKeyOf((await generateSigningKeyPair()).privateKey);
  const key = newLogKey();
  const [log, forged] = [await sampleLog({ ...shape, station }, key), await sampleLog({ ...shape, station }, newLogKey())];
  const moved = await sampleLog({ ...shape, installation: 'installation-2', station }, key);
  return { log, whole: `${log.lines.join('\n')}\n`, mutations: mutationsOf(forged, moved) };
}

function firstDifference(whole: string, text: string): number {
  const [left, right] = [whole.split('\n'), text.split('\n')];
  return left.findIndex((line, index) => line !== right[index]) + 1;
}

/** A flipped bit may leave bytes that are no UTF-8: such a text has one character for each byte. Samples are plain ASCII, so that both readings are the same for all others. */
function isLatin(text: string): boolean {
  return /[\u0080-\u00ff]/.test(text);
}
