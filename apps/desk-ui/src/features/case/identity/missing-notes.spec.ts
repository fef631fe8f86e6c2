// SPDX-License-Identifier: AGPL-3.0-or-later
import { wording } from '../../../ui/words/wording';
import { notesOf } from './missing-notes';

const missing = (...targets: readonly string[]) => targets.map((target) => ({ target, words: wording(`of.${target}`) }));

test('up to three are told each on its line', () => {
  expect(notesOf(missing('card-how', 'document-number', 'person-name')).map(({ words }) => words.key)).toEqual(['of.card-how', 'of.document-number', 'of.person-name']);
});

test('more are told by parts of the page in one breath, none left out, in the order in which they can be solved', () => {
  const [note, ...others] = notesOf(missing('card-how', 'document-number', 'document-issuedOn', 'person-surname', 'papers-declaration-guardianship'));
  expect(others).toEqual([]);
  expect(note?.list).toEqual([
    wording('application.parts.one.card'),
    wording('application.parts.many.document', { count: 2 }),
    wording('application.parts.one.person'),
    wording('application.parts.one.papers'),
  ]);
});
