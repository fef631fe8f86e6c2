// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseKind } from '@sportello/domain';
import type { Wording } from '../words/wording';
import type { PhraseId } from './citizen-languages';

/** Refusals that citizens hear most, and can read in their own language. */
const REFUSALS = ['document-expired', 'paper-id', 'document-not-accepted', 'no-chip', 'card-expired', 'already-active', 'minor-as-holder', 'stp-eni'] as const satisfies readonly PhraseId[];

/** The phrase that says what a sentence of the page says; null when there is none, and then the page's own languages have to do. */
export function phraseOf({ key }: Wording): PhraseId | null {
  const [root, name] = key.split('.');
  if (root !== 'problems' && root !== 'documentRefusals') return null;
  return REFUSALS.find((refusal) => refusal === name) ?? null;
}

/** What to bring, for each who may come. */
export function bringPhraseOf(kind: CaseKind): PhraseId {
  return `bring-${kind}`;
}
