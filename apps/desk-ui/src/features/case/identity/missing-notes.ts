// SPDX-License-Identifier: AGPL-3.0-or-later
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';
import type { Note } from '../action-bar/action-bar';
import type { Missing } from '../../../ui/identity/missing';

/** As many lines as the bar has room for. */
const LINES = 3;

/** What is missing, in the order in which it can be solved: each on its line, or, when it is much, by parts of the page. */
export function notesOf(missing: readonly Missing[]): readonly Note[] {
  if (missing.length <= LINES) return missing.map(({ words }) => ({ shape: 'attention', words }));
  const counts = new Map<string, number>();
  for (const { target } of missing) counts.set(partOf(target), (counts.get(partOf(target)) ?? 0) + 1);
  const list = [...counts].map(([part, count]): Wording => (count === 1 ? wording(`application.parts.one.${part}`) : wording(`application.parts.many.${part}`, { count })));
  return [{ shape: 'attention', words: wording('identity.missingParts'), list }];
}

/** The part of the page in which an element lies: its id begins with it. */
function partOf(target: string): string {
  return target.slice(0, target.indexOf('-'));
}
