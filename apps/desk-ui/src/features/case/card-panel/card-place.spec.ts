// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_ID, caseView, INSERTION_ID, recognised } from '../../../testing/fixtures';
import { cardPlace } from './card-place';

test('an empty reader shows nobody, whatever case is in hand', () => {
  expect(cardPlace(null, caseView('recognised'))).toEqual({ kind: 'empty' });
});

test('another card than the case’s is not shown', () => {
  const other = recognised({ openCaseId: null, card: { ...recognised().card, idCarta: '6090412077350000' } });
  expect(cardPlace(other, caseView('interrupted', { card: null }))).toEqual({ kind: 'foreign', insertionId: INSERTION_ID });
});

test('the case’s card is shown as soon as the reader names its case', () => {
  expect(cardPlace(recognised({ openCaseId: CASE_ID }), caseView('interrupted', { card: null })).kind).toBe('card');
});

test('a delivered case, which is open no more, still shows its card', () => {
  expect(cardPlace(recognised({ openCaseId: null }), caseView('delivered')).kind).toBe('card');
});
