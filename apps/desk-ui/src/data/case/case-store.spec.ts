// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { FakeApi, settled } from '../../testing/fake-api';
import { CASE_ID, caseView, INSERTION_ID, problem, session } from '../../testing/fixtures';
import { numberUuids } from '../../testing/numbered-uuids';
import { SessionState } from '../session/session-state';
import { CaseStore } from './case-store';

const CASE = `/api/cases/${CASE_ID}`;

async function given(api: FakeApi): Promise<CaseStore> {
  numberUuids();
  TestBed.configureTestingModule({ providers: [api.provider] });
  TestBed.inject(SessionState).begin(session());
  const store = TestBed.inject(CaseStore);
  await store.open(INSERTION_ID);
  return store;
}

function openCase(): FakeApi {
  return new FakeApi().on('POST /api/cases', { value: caseView('recognised') });
}

describe('acts on the case in hand', () => {
  test('a double click sends one act', async () => {
    const api = openCase().on(`POST ${CASE}/abandonment`, { value: caseView('abandoned', { revision: 2 }) });
    const store = await given(api);
    await Promise.all([store.abandon(), store.abandon()]);
    expect(api.to(`POST ${CASE}/abandonment`)).toHaveLength(1);
    expect(store.case()?.state).toBe('abandoned');
  });

  test('an act states the revision that its operator saw', async () => {
    const api = openCase().on(`POST ${CASE}/abandonment`, { value: caseView('abandoned') });
    await (await given(api)).abandon();
    expect(api.to(`POST ${CASE}/abandonment`)[0]?.body).toEqual({ revision: 1 });
  });

  test('when somebody else moved the case, the page shows where it is, and says so', async () => {
    const api = openCase()
      .on(`POST ${CASE}/abandonment`, { problem: problem('case-changed') })
      .on(`GET ${CASE}`, { value: caseView('printing', { revision: 5 }) });
    const store = await given(api);
    await store.abandon();
    expect(store.case()?.state).toBe('printing');
    expect(store.trouble()).toMatchObject({ kind: 'refused', problem: { code: 'case-changed' } });
  });

  test('a lost session is not told as a trouble of the case: the sign-in layer says it', async () => {
    const store = await given(openCase().on(`POST ${CASE}/abandonment`, { problem: problem('not-signed-in', 401) }));
    await store.abandon();
    expect(store.trouble()).toBeNull();
    expect(store.case()?.state).toBe('recognised');
  });

  test('a refusal to open a case is no trouble of the case in hand', async () => {
    const api = new FakeApi().on('POST /api/cases', { value: caseView('recognised') }, { problem: problem('minor-as-holder', 422) });
    const store = await given(api);
    await store.open('another');
    expect(store.trouble()).toBeNull();
  });
});

describe('reading again', () => {
  test('an answer that an act has overtaken is not shown', async () => {
    const api = openCase()
      .on(`GET ${CASE}`, { value: caseView('recognised') })
      .on(`POST ${CASE}/abandonment`, { value: caseView('abandoned', { revision: 2 }) });
    const store = await given(api);
    const reading = store.readAgain();
    await store.abandon();
    await reading;
    expect(store.case()?.state).toBe('abandoned');
  });

  test('a case that was left does not come back with a late answer', async () => {
    const store = await given(openCase().on(`GET ${CASE}`, { value: caseView('recognised') }));
    const reading = store.readAgain();
    store.leave();
    await reading;
    await settled();
    expect(store.case()).toBeNull();
  });

  test('a trouble is forgotten once the case has moved on', async () => {
    const api = openCase()
      .on(`POST ${CASE}/scans`, { problem: problem('wrong-sheet') })
      .on(`GET ${CASE}`, { value: caseView('printing', { revision: 1 }) }, { value: caseView('writing', { revision: 2 }) });
    const store = await given(api);
    await store.scan('000420-K7P4XR');
    await store.readAgain();
    expect(store.trouble()).not.toBeNull();
    await store.readAgain();
    expect(store.trouble()).toBeNull();
  });
});
