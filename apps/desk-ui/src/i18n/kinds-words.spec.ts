// SPDX-License-Identifier: AGPL-3.0-or-later
import { APPLICANT_QUALITIES, APPLICATION_WARNINGS, CASE_KINDS, CASE_PAPERS, CASE_PURPOSES, DECLARATIONS, DUPLICATE_REASONS } from '@sportello/domain';
import { ABSENT_CARD_REASONS } from '@sportello/contracts';
import { it } from '../testing/catalogues';

/** What stands in a place of the catalogue. */
function wordsAt(place: string): object {
  return place.split('.').reduce<object>((words, key) => (words as Record<string, object>)[key] ?? {}, it);
}

test.each<[string, readonly string[]]>([
  ['kinds', CASE_KINDS],
  ['purposes', CASE_PURPOSES],
  ['qualities', APPLICANT_QUALITIES],
  ['papers', CASE_PAPERS],
  ['declarations', DECLARATIONS],
  ['duplicateReasons', DUPLICATE_REASONS],
  ['caseWarnings', APPLICATION_WARNINGS],
  ['application.card.title', APPLICANT_QUALITIES],
  ['application.card.reasons', ABSENT_CARD_REASONS],
  ['application.missing.papers', [...CASE_PAPERS.map((paper) => `paper-${paper}`), ...DECLARATIONS.map((declaration) => `declaration-${declaration}`)]],
])('%s: there are words for each, and for nothing else', (place, listed) => {
  expect(Object.keys(wordsAt(place)).sort()).toEqual([...listed].sort());
});
