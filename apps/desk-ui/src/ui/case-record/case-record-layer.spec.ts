// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { FakeApi } from '../../testing/fake-api';
import { CASE_ID, caseView, problem } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { CaseRecordLayer } from './case-record-layer';

const shown = (api: FakeApi) => render(CaseRecordLayer, {}, [api.provider, { provide: DIALOG_DATA, useValue: CASE_ID }, { provide: DialogRef, useValue: { close: () => undefined } }]);

afterEach(() => document.body.replaceChildren());

test('a case that was found is told with its numbers, and with no name while its card is away', async () => {
  const away = caseView('delivered', { card: null, isCardInReader: false });
  const screen = await shown(new FakeApi().on(`GET /api/cases/${CASE_ID}`, { value: away }));
  await screen.stable();
  expect(screen.text).toContain('Pratica 119');
  expect(screen.text).toContain('2026-000884');
  expect(screen.text).toContain('R.M.');
  expect(screen.text).not.toContain('ROSSI');
  expect(screen.text).toContain('si vedono solo con la tessera nel lettore');
});

test('with its card in the reader it has name and document', async () => {
  const document = { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' } as const;
  const screen = await shown(new FakeApi().on(`GET /api/cases/${CASE_ID}`, { value: caseView('delivered', { document }) }));
  await screen.stable();
  expect(screen.text).toContain('ROSSI MARIA');
  expect(screen.text).toContain('CA12345AB, Comune di Roma, 05/03/2020');
});

test('one that is beyond reach is said to be', async () => {
  const screen = await shown(new FakeApi().on(`GET /api/cases/${CASE_ID}`, { problem: problem('not-found', 404) }));
  await screen.stable();
  expect(screen.text).toContain('Pratica non trovata');
});
