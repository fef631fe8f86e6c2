// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { CaseView } from '@sportello/contracts';
import { ApprovalsStore } from '../../../data/approvals/approvals-store';
import { CaseStore } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { SessionState } from '../../../data/session/session-state';
import { FakeApi } from '../../../testing/fake-api';
import { CASE_ID, caseView, desk, problem, session } from '../../../testing/fixtures';
import { numberUuids } from '../../../testing/numbered-uuids';
import { render } from '../../../testing/render';
import { CaseDrafts } from '../case-drafts';
import { CasePage } from '../case-page';

const CASE = `/api/cases/${CASE_ID}`;
const SIGN = `POST ${CASE}/approval/at-desk`;
const WAITING: NonNullable<CaseView['approval']> = {
  id: '0191f2a0-0000-7000-8000-0000000000ff',
  state: 'waiting',
  // The desk's clock says 9.43.58 UTC.
  askedAt: '2026-11-24T09:42:00Z',
  expiresAt: '2026-11-24T10:12:00Z',
  askedBy: 'L. Bini',
  decidedBy: null,
  reason: null,
  decree: null,
  isDeferred: false,
  validThrough: null,
  isOwn: true,
};
const ACTS: CaseView['acts'] = ['refuse', 'abandon', 'sign-approval', 'return-later'];
const waiting = (approval: Partial<typeof WAITING> = {}, changes: Partial<CaseView> = {}) =>
  caseView('awaiting-approval', { kind: 'support-administrator', acts: ACTS, approval: { ...WAITING, ...approval }, ...changes });

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

async function given(inHand: CaseView, api = new FakeApi()) {
  numberUuids();
  api.on('GET /api/desk', { value: desk() }).on(`GET ${CASE}`, { value: inHand });
  const screen = await render(CasePage, {}, [api.provider, ApprovalsStore, CaseDrafts]);
  TestBed.inject(SessionState).begin(session());
  await TestBed.inject(DeskStore).refresh();
  await TestBed.inject(CaseStore).reopen(CASE_ID);
  await screen.stable();
  return screen;
}

async function sign(screen: Awaited<ReturnType<typeof given>>, button = 'Approva') {
  await screen.click('Firma qui il supervisore');
  await screen.type('Nome utente del supervisore', 'sarti');
  await screen.type('Password del supervisore', 'una parola lunga');
  await screen.click(button);
}

const writeReason = (text: string): void => {
  const field = document.getElementById('approval-reason') as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

test('a case that waits says who asked, since when and until when, and what is missing', async () => {
  const screen = await given(waiting());
  expect(screen.heading(1)).toBe('In attesa del supervisore');
  expect(screen.text).toContain('Chiesta da L. Bini alle 10:42.');
  expect(screen.text).toContain('vale fino alle 11:12');
  expect(screen.text).toContain('1 min di attesa');
  expect(screen.text).toContain('Manca la risposta del supervisore');
  expect(screen.hasButton('Torna senza fila')).toBe(false);
});

test('after three minutes it offers that the citizen comes back without queueing, and shows the slip', async () => {
  const api = new FakeApi().on(`POST ${CASE}/approval/return`, { value: waiting({ isDeferred: true, expiresAt: '2026-11-25T23:00:00Z' }, { revision: 2, acts: ['sign-approval'] }) });
  const screen = await given(waiting({ askedAt: '2026-11-24T09:40:00Z' }), api);
  expect(screen.text).toContain('Nessuna risposta dal supervisore da 3 minuti');
  expect(screen.text).toContain('La pratica è salva. Attendi ancora, oppure usa Torna senza fila.');
  await screen.click('Torna senza fila');
  expect(api.to(`POST ${CASE}/approval/return`)[0]?.body).toEqual({ revision: 1 });
  expect(document.querySelector('.layer')?.textContent).toContain('Torni quando vuole: non rifà la fila.');
  expect(document.querySelector('.layer')?.textContent).toContain('119');
  expect(screen.text).toContain('fino a tutto il 25/11/2026');
  await screen.click('Chiudi');
  expect(screen.hasButton('Firma qui il supervisore')).toBe(true);
  await screen.press('Enter');
  expect(TestBed.inject(CaseStore).case()).toBeNull();
});

test('nobody’s answer in time leaves the case safe, and Enter asks again', async () => {
  const api = new FakeApi().on(`POST ${CASE}/approval`, { value: waiting({}, { revision: 3 }) });
  const screen = await given(caseView('identified', { kind: 'support-administrator', acts: ['abandon', 'ask-approval-again'], approval: { ...WAITING, state: 'expired' } }), api);
  expect(screen.heading(1)).toBe('Nessun supervisore ha risposto in tempo');
  expect(screen.text).toContain('La richiesta delle 10:42 è scaduta.');
  await screen.press('Enter');
  expect(api.to(`POST ${CASE}/approval`)[0]?.body).toEqual({ revision: 1 });
  expect(screen.heading(1)).toBe('In attesa del supervisore');
});

describe('the supervisor’s signature at the desk', () => {
  test('is sent once with their own credentials, and the case goes on', async () => {
    const api = new FakeApi().on(SIGN, { value: caseView('printing', { revision: 4, approval: { ...WAITING, state: 'approved', decidedBy: 'P. Sarti' } }) });
    const screen = await given(waiting(), api);
    await sign(screen);
    expect(api.to(SIGN).map(({ body }) => body)).toEqual([{ revision: 1, username: 'sarti', password: 'una parola lunga', decision: 'approve', reason: null }]);
    expect(document.querySelector('.layer')).toBeNull();
    expect(screen.heading(1)).toContain('Leggi il codice esterno');
  });

  test('that fails clears the password, and says why under the fields, never which of the two was wrong', async () => {
    const api = new FakeApi().on(SIGN, { problem: problem('sign-in-failed', 401) }, { problem: problem('own-approval', 403) });
    const screen = await given(waiting(), api);
    await sign(screen);
    expect(screen.text).toContain('Nome utente o password non giusti.');
    expect(screen.field('Password del supervisore').value).toBe('');
    expect(screen.field('Nome utente del supervisore').value).toBe('sarti');
    await screen.click('Approva');
    expect(api.to(SIGN)).toHaveLength(1);
    expect(screen.text).toContain('Scrivi nome utente e password');
    await screen.type('Password del supervisore', 'una parola lunga');
    await screen.click('Approva');
    expect(screen.text).toContain('Firma un altro supervisore.');
  });

  test('does not refuse without words', async () => {
    const api = new FakeApi().on(SIGN, { value: caseView('refused', { refusal: { code: 'approval-refused-by-supervisor', note: null }, approval: { ...WAITING, state: 'refused', decidedBy: 'P. Sarti', reason: 'Decreto scaduto' } }) });
    const screen = await given(waiting(), api);
    await sign(screen, 'Non approvare');
    expect(screen.text).toContain('Scrivi il motivo');
    expect(api.to(SIGN)).toEqual([]);
    writeReason('Decreto scaduto');
    await screen.click('Non approvare');
    expect(api.to(SIGN)[0]?.body).toMatchObject({ decision: 'refuse', reason: 'Decreto scaduto' });
    expect(screen.text).toContain('Non approvata da P. Sarti: Decreto scaduto');
  });

  test('is not asked of the browser’s memory', async () => {
    const screen = await given(waiting());
    await screen.click('Firma qui il supervisore');
    expect(['Nome utente del supervisore', 'Password del supervisore'].map((label) => screen.field(label).autocomplete)).toEqual(['off', 'off']);
    expect(document.querySelector('form')).toBeNull();
  });

  test('closes by itself when somebody else answers meanwhile', async () => {
    const api = new FakeApi();
    const screen = await given(waiting(), api);
    await screen.click('Firma qui il supervisore');
    api.on(`GET ${CASE}`, { value: caseView('authorised', { revision: 5, approval: { ...WAITING, state: 'approved', decidedBy: 'E. Volpi' } }) });
    await TestBed.inject(DeskStore).refresh();
    await screen.stable();
    expect(document.querySelector('.layer')).toBeNull();
  });
});

test('a supervisor who looks at a case of their desk decides on their own page', async () => {
  const api = new FakeApi().on(`POST ${CASE}/approval/decision`, { value: { waiting: [] } }).on('GET /api/approvals', { value: { waiting: [] } });
  const screen = await given(waiting({ isOwn: false }, { acts: ['decide-approval'] }), api);
  expect(screen.hasButton('Firma qui il supervisore')).toBe(false);
  await screen.press('Enter');
  await screen.click('Approva');
  expect(api.to(`POST ${CASE}/approval/decision`)[0]?.body).toEqual({ revision: 1, decision: 'approve', reason: null });
});
