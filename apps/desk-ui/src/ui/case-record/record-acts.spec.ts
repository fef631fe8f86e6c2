// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import type { CaseView } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, caseView, desk, problem, session } from '../../testing/fixtures';
import { NUMBER, receipt } from '../../testing/help-desk-fixtures';
import { render } from '../../testing/render';
import { CaseRecordLayer } from './case-record-layer';

const OTHER = '0191f2a0-0000-7000-8000-000000000009';

async function shown(view: CaseView, api = new FakeApi()) {
  api.on('GET /api/desk', { value: desk() }).on(`GET /api/cases/${CASE_ID}`, { value: view });
  const screen = await render(CaseRecordLayer, {}, [api.provider, { provide: DIALOG_DATA, useValue: CASE_ID }, { provide: DialogRef, useValue: { close: () => undefined } }]);
  await screen.stable();
  return { screen, api };
}

afterEach(() => document.body.replaceChildren());

test('a correction stands beside what was recorded, which is told as what it was', async () => {
  const corrections = [
    { field: 'document-type', reason: 'Era il passaporto', by: 'L. Bini', at: AT, values: { recorded: 'cie', corrected: 'passport' } },
    { field: 'document-expires-on', reason: 'Senza scadenza', by: 'P. Sarti', at: AT, values: { recorded: '2030-01-01', corrected: null } },
  ] as const;
  const { screen } = await shown(caseView('delivered', { corrections: [...corrections] }));
  expect(screen.text).toMatch(/Tipo di documento Era Carta d’identità CIE · È Passaporto Era il passaporto 24\/11\/2026, L. Bini/);
  expect(screen.text).toMatch(/Scadenza Era 01\/01\/2030 · È nessuno/);
  expect(screen.hasButton('Rettifica')).toBe(false);
});

test('with the card away a correction is told without its values', async () => {
  const { screen } = await shown(caseView('delivered', { card: null, corrections: [{ field: 'document-number', reason: 'Letta male', by: 'L. Bini', at: AT, values: null }] }));
  expect(screen.text).toContain('I valori si vedono con la tessera nel lettore.');
});

test('a correction is typed in a layer, says what it lacks, and goes with the revision that was seen', async () => {
  const api = new FakeApi().on(`POST /api/cases/${CASE_ID}/corrections`, { problem: problem('correction-same', 409, { field: 'document-issued-on' }) });
  const { screen } = await shown(caseView('delivered', { recordActs: ['correct'], revision: 7 }), api);
  await screen.click('Rettifica');
  await screen.click('Registra la rettifica');
  expect(screen.text).toContain('Scegli il dato');
  const field = screen.field('Dato da rettificare');
  field.value = 'document-issued-on';
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
  await screen.type('Valore giusto (gg/mm/aaaa)', '06/03/2020');
  const reason = document.getElementById('correction-reason') as HTMLTextAreaElement;
  reason.value = 'Letta male';
  reason.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.click('Registra la rettifica');
  expect(api.to(`POST /api/cases/${CASE_ID}/corrections`).map(({ body }) => body)).toEqual([{ revision: 7, field: 'document-issued-on', value: '2020-03-06', reason: 'Letta male' }]);
  expect(screen.text).toContain('È già scritto così');
});

test('a case is handed to a colleague with a note, and then is in their hands', async () => {
  const handed = caseView('recognised', { inCharge: { id: OTHER, name: 'M. Verdi' }, handOver: { from: 'L. Bini', at: AT, note: 'Torna alle undici' } });
  const api = new FakeApi()
    .on(`GET /api/cases/${CASE_ID}/colleagues`, { value: { colleagues: [{ id: OTHER, name: 'M. Verdi', isMe: false }] } })
    .on(`POST /api/cases/${CASE_ID}/hand-over`, { value: handed });
  const { screen } = await shown(caseView('recognised', { recordActs: ['hand-over'] }), api);
  await screen.click('Passa al collega');
  await screen.click('Passa la pratica');
  expect(screen.text).toContain('Scegli a chi passi la pratica');
  const to = screen.field('A chi');
  to.value = OTHER;
  to.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.click('Passa la pratica');
  expect(api.to(`POST /api/cases/${CASE_ID}/hand-over`).map(({ body }) => body)).toEqual([{ revision: 1, toOperatorId: OTHER, note: null }]);
});

describe('a wrong delivery', () => {
  const PATH = `POST /api/cases/${CASE_ID}/wrong-delivery`;
  const mayRecord = (permissions: string[]) => TestBed.inject(SessionState).begin(session({ permissions }));

  test('is told of a delivered case, with what went and when, and has a request’s number', async () => {
    const api = new FakeApi().on(PATH, { value: receipt({ reason: 'wrong-delivery', state: 'logged' }) });
    const { screen } = await shown(caseView('delivered', { revision: 9 }), api);
    mayRecord(['revocation.record-at-desk']);
    await screen.stable();
    await screen.click('Consegna errata');
    await screen.click('Registra la consegna errata');
    expect(screen.text).toContain('Scegli che cosa è stato consegnato');
    document.getElementById('wrong-delivery-codes')?.click();
    await screen.type('Quando è successo', '24/11/2026');
    await screen.type('Ora', '09:30');
    await screen.click('Registra la consegna errata');
    expect(api.to(PATH).map(({ body }) => body)).toEqual([{ revision: 9, what: 'codes', happenedAt: '2026-11-24T08:30:00.000Z', notes: null }]);
    expect(screen.text).toContain(`Registrata: richiesta ${NUMBER}`);
  });

  test('is nothing for a case that was not delivered, nor for whoever records no revocation', async () => {
    const { screen } = await shown(caseView('written'));
    mayRecord(['revocation.record-at-desk']);
    await screen.stable();
    expect(screen.hasButton('Consegna errata')).toBe(false);
    document.body.replaceChildren();
    TestBed.resetTestingModule();
    expect((await shown(caseView('delivered'))).screen.hasButton('Consegna errata')).toBe(false);
  });
});
