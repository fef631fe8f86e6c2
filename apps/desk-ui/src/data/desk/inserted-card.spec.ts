// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_ID, caseView, INSERTION_ID, recognised } from '../../testing/fixtures';
import { callOfCard } from './inserted-card';

const other = recognised({ openCaseId: null, card: { ...recognised().card, idCarta: '6090412077350000' } });

describe('what the card in the reader asks for', () => {
  test('a recognised card opens its case', () => {
    expect(callOfCard(recognised({ openCaseId: null }), null, null)).toEqual({ kind: 'open', insertionId: INSERTION_ID });
  });

  test('once for each insertion: a case that was suspended stays aside', () => {
    expect(callOfCard(recognised(), null, INSERTION_ID)).toEqual({ kind: 'nothing' });
  });

  test('the card of the case in hand opens nothing', () => {
    expect(callOfCard(recognised({ openCaseId: CASE_ID }), caseView('interrupted'), null)).toEqual({ kind: 'of-case', insertionId: INSERTION_ID });
  });

  test.each(['authorised', 'printing', 'printed', 'interrupted', 'written', 'undelivered'] as const)(
    'another card while the case in hand is %s opens nothing by itself',
    (state) => {
      expect(callOfCard(other, caseView(state), null)).toEqual({ kind: 'foreign', insertionId: INSERTION_ID });
    },
  );

  test.each(['recognised', 'delivered', 'refused', 'abandoned'] as const)('another card while the case in hand is %s opens its own case', (state) => {
    expect(callOfCard(other, caseView(state), null)).toEqual({ kind: 'open', insertionId: INSERTION_ID });
  });

  test('a card that is still being read asks for nothing', () => {
    expect(callOfCard({ state: 'reading', insertionId: INSERTION_ID, insertedAt: '2026-11-24T09:00:00Z' }, null, null)).toEqual({ kind: 'nothing' });
  });
});
