// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { FakeApi, settled } from '../../testing/fake-api';
import { CASE_ID, caseView, desk, INSERTION_ID, problem, recognised, session } from '../../testing/fixtures';
import { numberUuids } from '../../testing/numbered-uuids';
import { CardWatch } from '../desk/card-watch';
import { DeskStore } from '../desk/desk-store';
import { SessionState } from '../session/session-state';
import { CaseStore } from './case-store';
import { Visit } from './visit';

const OPEN = 'POST /api/cases';

/** A case whose applicant goes on with another card, which has just been put in. */
async function given(...answers: Parameters<FakeApi['on']>[1][]) {
  numberUuids();
  const api = new FakeApi().on(OPEN, { value: caseView('delivered') }, ...answers).on('GET /api/desk', { value: desk() });
  TestBed.configureTestingModule({ providers: [api.provider] });
  TestBed.inject(SessionState).begin(session());
  const [cases, visit, watch] = [TestBed.inject(CaseStore), TestBed.inject(Visit), TestBed.inject(CardWatch)];
  await cases.open(INSERTION_ID);
  visit.goOn();
  const putIn = async (insertionId: string) => {
    api.on('GET /api/desk', { value: desk({ cardInReader: recognised({ insertionId, openCaseId: null, card: { ...recognised().card, idCarta: '6090412077350000' } }) }) });
    await TestBed.inject(DeskStore).refresh();
    TestBed.tick();
    await settled();
    TestBed.tick();
  };
  const opened = () => api.to(OPEN).slice(1).map(({ body }) => body);
  return { cases, visit, watch, putIn, opened };
}

const NEXT = '0191f2a0-0000-7000-8000-0000000000ab';
const THIRD = '0191f2a0-0000-7000-8000-0000000000ac';

describe('the same applicant, with the next card', () => {
  test('leaves the case, whose envelope waits for its own scan, and opens the next card’s case in its visit', async () => {
    const { cases, putIn, opened } = await given({ value: caseView('recognised') });
    expect(cases.case()).toBeNull();
    await putIn(NEXT);
    expect(opened()).toEqual([{ insertionId: NEXT, visit: CASE_ID }]);
  });

  test('is meant of one card: the one after it is asked about anew', async () => {
    const { cases, putIn, opened } = await given({ value: caseView('delivered') }, { value: caseView('recognised') });
    await putIn(NEXT);
    cases.leave();
    await putIn(THIRD);
    expect(opened()).toEqual([{ insertionId: NEXT, visit: CASE_ID }, { insertionId: THIRD }]);
  });

  test('ends when the operator says that somebody new is here', async () => {
    const { visit, putIn, opened } = await given({ value: caseView('recognised') });
    visit.end();
    await putIn(NEXT);
    expect(opened()).toEqual([{ insertionId: NEXT }]);
  });

  test('whose visit is over is told, and the card’s case can be opened without it', async () => {
    const { watch, putIn, opened } = await given({ problem: problem('same-visit-ended', 409) }, { value: caseView('recognised') });
    await putIn(NEXT);
    expect(watch.refusal()?.code).toBe('same-visit-ended');
    await watch.open(NEXT);
    expect(opened()).toEqual([{ insertionId: NEXT, visit: CASE_ID }, { insertionId: NEXT }]);
  });

  test('goes on when the card was pulled while its case was being opened', async () => {
    const { visit, putIn } = await given({ problem: problem('card-removed', 409) });
    await putIn(NEXT);
    expect(visit.earlierCase()?.id).toBe(CASE_ID);
  });
});
