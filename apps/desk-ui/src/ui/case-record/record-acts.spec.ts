// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import type { CaseView } from '@sportello/contracts';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, caseView, desk, problem } from '../../testing/fixtures';
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
