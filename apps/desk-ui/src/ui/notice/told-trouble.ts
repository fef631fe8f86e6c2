// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import { wording } from '../words/wording';
import type { Wording } from '../words/wording';
import { hasSentence, PROBLEM_TONES, wordsCodeOf } from './problem-tones';
import type { ProblemTone } from './problem-tones';
import { toldPrinter } from './told-printer';

/** The trouble with an act, as the store keeps it. */
export type Trouble =
  | { readonly kind: 'refused'; readonly problem: { readonly code: ProblemCode; readonly details?: Readonly<Record<string, unknown>> | undefined } }
  | { readonly kind: 'unreachable' };

export interface ToldTrouble {
  readonly tone: ProblemTone;
  readonly heading: Wording;
  readonly text: Wording;
  /** What is said across the counter. */
  readonly sentence: Wording | null;
}

/** A trouble in the words of its problem; `facts` fill what the problem's own details leave open. */
export function toldTrouble(trouble: Trouble, facts: Readonly<Record<string, unknown>> = {}): ToldTrouble {
  if (trouble.kind === 'unreachable') {
    return { tone: 'system', heading: wording('problems.unreachable.title'), text: wording('problems.unreachable.text'), sentence: null };
  }
  const { code, details } = trouble.problem;
  const params = { ...facts, ...details };
  const key = `problems.${wordsCodeOf(code)}`;
  const printer = code === 'printer-unavailable' ? toldPrinter(details) : undefined;
  return {
    tone: PROBLEM_TONES[code],
    heading: printer?.heading ?? wording(`${key}.title`, params),
    text: printer?.text ?? wording(`${key}.text`, params),
    sentence: hasSentence(code) ? wording(`${key}.sentence`, params) : null,
  };
}
