// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { createHash, createHmac, webcrypto } from 'node:crypto';
import { TextEncoder as NodeTextEncoder } from 'node:util';
import type { ApprovalDocument, CaseView } from '@sportello/contracts';
import { approvalText } from '@sportello/domain';
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
const TICKET = `POST ${CASE}/station-change/ticket`;
const CODE = 'ABCD-EFGH-2345-JKMN-PQRS';
const ticket: ApprovalDocument = { requestId: 'r', challenge: 'c', person: 'bini', caseId: CASE_ID, intentId: 'i', controlNumber: '000419', toStationId: 's', toKey: 't' };
const mac = createHmac('sha256', createHash('sha256').update('ABCDEFGH2345JKMNPQRS').digest()).update(approvalText(ticket)).digest('base64url');
const asked = { askedBy: 'L. Bini', askedAt: '2026-11-24T09:00:00Z', expiresAt: '2026-11-24T09:30:00Z', reason: 'PC rotto', station: 'Postazione 2', isOwn: false };

const atLostStation = (acts: CaseView['acts'], stationChange: CaseView['stationChange'] = null) =>
  caseView('interrupted', { acts, stationChange, obstacle: { code: 'supervisor-needed', details: { because: 'codes-at-another-station', station: null } } });

beforeAll(() => {
  // jsdom brings neither: a browser has both.
  Object.defineProperty(globalThis.crypto, 'subtle', { configurable: true, value: webcrypto.subtle });
  globalThis.TextEncoder ??= NodeTextEncoder;
});
afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

async function given(inHand: CaseView, api: FakeApi) {
  numberUuids();
  api.on('GET /api/desk', { value: desk() }).on(`GET ${CASE}`, { value: inHand });
  const screen = await render(CasePage, {}, [api.provider, CaseDrafts]);
  TestBed.inject(SessionState).begin(session());
  await TestBed.inject(DeskStore).refresh();
  await TestBed.inject(CaseStore).reopen(CASE_ID);
  await screen.stable();
  return screen;
}

const writeReason = (text: string): void => {
  const field = document.getElementById('station-change-reason') as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const until = async (check: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !check(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('the first person asks, with a reason, and only the approval leaves the page: never the code', async () => {
  const api = new FakeApi().on(TICKET, { value: ticket }).on(`POST ${CASE}/station-change`, { value: atLostStation([], { ...asked, isOwn: true }) });
  const screen = await given(atLostStation(['ask-station-change']), api);
  expect(screen.heading(1)).toBe('La postazione di questa busta non c’è più');
  await screen.click('Chiedi di finire qui');
  await screen.click('Chiedi la conferma');
  expect(screen.text).toContain('Scrivi il motivo');
  expect(screen.text).toContain('Il codice ha venti caratteri');
  expect(api.to(TICKET)).toEqual([]);
  writeReason('PC rotto');
  await screen.type('Il tuo codice di approvazione', CODE.toLowerCase());
  await screen.click('Chiedi la conferma');
  await until(() => api.to(`POST ${CASE}/station-change`).length > 0);
  expect(api.to(`POST ${CASE}/station-change`)[0]?.body).toEqual({ revision: 1, requestId: 'r', mac, reason: 'PC rotto' });
  expect(JSON.stringify(api.sent).toUpperCase()).not.toMatch(/ABCD-?EFGH/);
  await screen.stable();
  expect(screen.text).toContain('Chiesto da L. Bini');
  expect(screen.text).toContain('Chiama un supervisore');
  expect(screen.hasButton('Chiedi di finire qui')).toBe(false);
});

test('a second person reads who asked and why, and confirms with their own code', async () => {
  const api = new FakeApi().on(TICKET, { value: ticket }).on(`POST ${CASE}/station-change/confirmation`, { value: caseView('writing', { revision: 2 }) });
  const screen = await given(atLostStation(['close-as-lost', 'confirm-station-change'], asked), api);
  await screen.click('Conferma: finire qui');
  expect(screen.text).toContain('L. Bini chiede di finire la tessera a Postazione 2');
  expect(screen.text).toContain('Motivo: PC rotto');
  await screen.type('Il tuo codice di approvazione', CODE);
  await screen.click('Conferma e fai ripartire');
  await until(() => api.to(`POST ${CASE}/station-change/confirmation`).length > 0);
  expect(api.to(`POST ${CASE}/station-change/confirmation`)[0]?.body).toEqual({ revision: 1, requestId: 'r', mac });
  await screen.stable();
  expect(screen.heading(1)).toBe('Scrittura in corso: lascia la tessera');
});

test.each([
  ['station-not-certified', 'Questa postazione non è ancora certificata'],
  ['vault-unreachable', 'La cassaforte dei codici non risponde'],
  ['vault-refused', 'La cassaforte dei codici ha detto no'],
  ['vault-limit-reached', 'Troppe richieste alla cassaforte dei codici'],
  ['approval-refused', 'Codice di approvazione non riconosciuto'],
] as const)('%s is told in words that say what is safe', async (code, title) => {
  const api = new FakeApi().on(TICKET, { problem: problem(code) });
  const screen = await given(atLostStation(['close-as-lost', 'confirm-station-change'], asked), api);
  await screen.click('Conferma: finire qui');
  await screen.type('Il tuo codice di approvazione', CODE);
  await screen.click('Conferma e fai ripartire');
  await until(() => screen.text.includes(title));
  expect(screen.text).toContain(title);
});

test('a case whose codes are at hand offers nothing of it', async () => {
  const screen = await given(caseView('interrupted', { acts: ['print-form'] }), new FakeApi());
  expect(screen.text).not.toContain('Riprendi a un’altra postazione');
});
