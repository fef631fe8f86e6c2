// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { CardInReader } from '@sportello/contracts';
import { FakeApi, settled } from '../../testing/fake-api';
import { caseView, desk, problem, recognised, session } from '../../testing/fixtures';
import { numberUuids } from '../../testing/numbered-uuids';
import { CaseStore } from '../case/case-store';
import { SessionState } from '../session/session-state';
import { CardWatch } from './card-watch';
import { DeskStore } from './desk-store';

async function given(api: FakeApi) {
  numberUuids();
  TestBed.configureTestingModule({ providers: [api.provider] });
  TestBed.inject(SessionState).begin(session());
  const [watch, cases, store] = [TestBed.inject(CardWatch), TestBed.inject(CaseStore), TestBed.inject(DeskStore)];
  const reader = async (card: CardInReader | null) => {
    api.on('GET /api/desk', { value: desk({ cardInReader: card }) });
    await store.refresh();
    TestBed.tick();
    await settled();
    TestBed.tick();
  };
  return { watch, cases, reader };
}

const fresh = recognised({ openCaseId: null });
const OPEN = 'POST /api/cases';

describe('watching the reader', () => {
  test('a recognised card opens its case by itself, once', async () => {
    const api = new FakeApi().on(OPEN, { value: caseView('recognised') });
    const { cases, reader } = await given(api);
    await reader(fresh);
    await reader(fresh);
    expect(cases.case()?.number).toBe(119);
    expect(api.to(OPEN)).toHaveLength(1);
  });

  test('a role that opens no cases opens none by itself', async () => {
    const api = new FakeApi().on(OPEN, { value: caseView('recognised') });
    const { reader } = await given(api);
    TestBed.inject(SessionState).begin(session({ permissions: ['desk.read', 'case.read'] }));
    await reader(fresh);
    expect(api.to(OPEN)).toEqual([]);
  });

  test('a refusal is told for as long as that card is in the reader', async () => {
    const { watch, reader } = await given(new FakeApi().on(OPEN, { problem: problem('minor-as-holder', 422) }));
    await reader(fresh);
    expect(watch.refusal()?.code).toBe('minor-as-holder');
    await reader(null);
    expect(watch.refusal()).toBeNull();
  });

  test('a card that went away while its case was being opened is nobody’s refusal', async () => {
    const { watch, reader } = await given(new FakeApi().on(OPEN, { problem: problem('card-removed') }));
    await reader(fresh);
    expect(watch.refusal()).toBeNull();
  });

  test('a case that was put aside is not opened again by the card that stayed', async () => {
    const api = new FakeApi().on(OPEN, { value: caseView('recognised') });
    const { cases, reader } = await given(api);
    await reader(fresh);
    cases.leave();
    await reader(fresh);
    expect(cases.case()).toBeNull();
    expect(api.to(OPEN)).toHaveLength(1);
  });

  test('a case whose card came back while it was in hand can be put aside, too', async () => {
    const api = new FakeApi().on(OPEN, { value: caseView('interrupted') });
    const { cases, reader } = await given(api);
    await cases.open('an insertion before');
    await reader(recognised());
    cases.leave();
    await reader(recognised());
    expect(cases.case()).toBeNull();
  });

  test('when the session has expired the card waits for the sign-in, and is opened then', async () => {
    const api = new FakeApi().on(OPEN, { problem: problem('not-signed-in', 401) }, { value: caseView('recognised') });
    const { cases, reader } = await given(api);
    await reader(fresh);
    expect(api.to(OPEN)).toHaveLength(1);
    TestBed.inject(SessionState).begin(session());
    TestBed.tick();
    await settled();
    expect(cases.case()?.number).toBe(119);
  });

  test('taking the card out after the end makes the page ready for the next citizen', async () => {
    const { cases, reader } = await given(new FakeApi().on(OPEN, { value: caseView('delivered') }));
    await reader(fresh);
    expect(cases.case()?.state).toBe('delivered');
    await reader(null);
    expect(cases.case()).toBeNull();
  });

  test('taking the card out of an open case keeps the case', async () => {
    const api = new FakeApi().on(OPEN, { value: caseView('recognised') }).on(`GET /api/cases/${caseView('recognised').id}`, { value: caseView('recognised', { card: null }) });
    const { cases, reader } = await given(api);
    await reader(fresh);
    await reader(null);
    expect(cases.case()?.number).toBe(119);
  });
});
