// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { ApprovalsView } from '@sportello/contracts';
import { ApprovalsStore } from '../../data/approvals/approvals-store';
import { DeskStore } from '../../data/desk/desk-store';
import { FakeApi } from '../../testing/fake-api';
import { CASE_ID, desk, problem } from '../../testing/fixtures';
import { numberUuids } from '../../testing/numbered-uuids';
import { render } from '../../testing/render';
import { ApprovalList } from './approval-list';

const DECIDE = `POST /api/cases/${CASE_ID}/approval/decision`;
const LINE: ApprovalsView['waiting'][number] = {
  caseId: CASE_ID,
  revision: 3,
  number: 119,
  deskName: 'Massa · Sportello 2',
  kind: 'support-administrator',
  purpose: 'activation',
  initials: 'R.M.',
  askedBy: 'L. Bini',
  // The desk's clock says 9.43.58 UTC.
  askedAt: '2026-11-24T09:41:00Z',
  expiresAt: '2026-11-24T10:11:00Z',
  isDeferred: false,
  canDecide: true,
  decree: { number: '1234/2025', issuedOn: '2025-03-07', court: 'Tribunale di Massa', coversAct: true },
  warnings: ['applicant-card-absent'],
};

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

async function given(waiting: ApprovalsView['waiting'], api = new FakeApi()) {
  numberUuids();
  api.on('GET /api/desk', { value: desk() });
  if (api.to('GET /api/approvals').length === 0) api.on('GET /api/approvals', { value: { waiting } }, { value: { waiting: [] } });
  const screen = await render(ApprovalList, {}, [api.provider, ApprovalsStore]);
  await TestBed.inject(DeskStore).refresh();
  await TestBed.inject(ApprovalsStore).refresh();
  await screen.stable();
  return { screen, api, store: TestBed.inject(ApprovalsStore) };
}

test('a request tells who came, by initials alone, where and for how long', async () => {
  const { screen, store } = await given([LINE]);
  expect(screen.text).toContain('Amministratore di sostegno, R.M. · 2 min');
  expect(screen.text).toContain('Pratica 119, Massa · Sportello 2, chiesta da L. Bini');
  expect(store.count()).toBe(1);
});

test('nothing waits: how it will come is said', async () => {
  const { screen } = await given([]);
  expect(screen.text).toContain('Nessuna richiesta in attesa. Compaiono qui da sole.');
});

test('the layer shows the decree; approving needs no words, and the request is gone', async () => {
  const { screen, api } = await given([LINE], new FakeApi().on(DECIDE, { value: { waiting: [] } }));
  await screen.click('Decidi sulla pratica 119');
  expect(screen.text).toContain('Il richiedente non ha mostrato la sua tessera');
  expect(screen.text).toContain('n. 1234/2025 del 07/03/2025, Tribunale di Massa');
  await screen.click('Approva');
  expect(api.to(DECIDE)[0]?.body).toEqual({ revision: 3, decision: 'approve', reason: null });
  expect(screen.text).toContain('Nessuna richiesta in attesa');
});

test('a refusal goes with its words', async () => {
  const { screen, api } = await given([LINE], new FakeApi().on(DECIDE, { value: { waiting: [] } }));
  await screen.click('Decidi sulla pratica 119');
  await screen.click('Non approvare');
  expect(screen.text).toContain('Scrivi il motivo');
  const field = document.getElementById('approval-reason') as HTMLTextAreaElement;
  field.value = 'Il decreto non comprende questo atto';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.click('Non approvare');
  expect(api.to(DECIDE)[0]?.body).toEqual({ revision: 3, decision: 'refuse', reason: 'Il decreto non comprende questo atto' });
});

test('what somebody worked themselves is shown, not counted, and left to another', async () => {
  const { screen, store } = await given([{ ...LINE, canDecide: false }]);
  expect(screen.hasButton('Decidi')).toBe(false);
  expect(screen.text).toContain('decide un altro supervisore');
  expect(store.count()).toBe(0);
});

test('a citizen who went is told apart by a word', async () => {
  const { screen } = await given([{ ...LINE, isDeferred: true }]);
  expect(screen.text).toContain('Torna più tardi');
});

test('an answer that came too late says so, and can be put aside', async () => {
  const { screen } = await given([LINE], new FakeApi().on(DECIDE, { problem: problem('approval-ended') }));
  await screen.click('Decidi sulla pratica 119');
  await screen.click('Approva');
  expect(screen.text).toContain('La richiesta di approvazione è chiusa');
  await screen.click('Ho capito');
  expect(screen.text).not.toContain('La richiesta di approvazione è chiusa');
});
