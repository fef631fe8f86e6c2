// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { DialogRef } from '@angular/cdk/dialog';
import type { FoundCase } from '@sportello/contracts';
import { DeskStore } from '../../data/desk/desk-store';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, desk, problem } from '../../testing/fixtures';
import { render } from '../../testing/render';
import type { SearchLine } from './found-lines';
import { SearchLayer } from './search-layer';

const OPEN = { id: CASE_ID, number: 119, initials: 'R.M.', state: 'interrupted', isStopped: false, changedAt: AT, controlNumber: '000419', isCardInReader: false, inCharge: 'L. Bini', isHandedToMe: false } as const;
const FIELD = 'Che cosa hai in mano';

function found(changes: Partial<FoundCase> = {}): FoundCase {
  return { id: 'x', number: 88, initials: 'P.N.', state: 'delivered', kind: 'holder', openedAt: AT, changedAt: AT, controlNumber: '000388', desk: 'Sportello 2', isOwnDesk: true, ...changes };
}

async function given(api: FakeApi) {
  const chosen: (SearchLine | undefined)[] = [];
  api.on('GET /api/desk', { value: desk({ openCases: [OPEN] }) });
  const screen = await render(SearchLayer, {}, [api.provider, { provide: DialogRef, useValue: { close: (line?: SearchLine) => chosen.push(line) } }]);
  await TestBed.inject(DeskStore).refresh();
  await screen.stable();
  return { screen, chosen };
}

afterEach(() => document.body.replaceChildren());

test('it opens on the open cases, and arrows lead from the field into them and back', async () => {
  const { screen, chosen } = await given(new FakeApi());
  expect(screen.text).toContain('Pratiche aperte');
  screen.field(FIELD).focus();
  await screen.press('ArrowDown');
  expect(document.activeElement).toBe(screen.button(/Riprendi la pratica 119/));
  await screen.press('ArrowDown');
  expect(document.activeElement).toBe(screen.field(FIELD));
  await screen.click(/Riprendi la pratica 119/);
  expect(chosen).toMatchObject([{ id: CASE_ID, canTake: true }]);
});

test('what is typed goes in the body, and a case that has ended is only looked at', async () => {
  const api = new FakeApi().on('POST /api/searches', { value: { cases: [found(), found({ id: 'y', number: 7, state: 'printed', desk: 'Sportello 9', isOwnDesk: false })], hasMore: true } });
  const { screen, chosen } = await given(api);
  await screen.type(FIELD, '6090 4120 7735 8013');
  await screen.click('Cerca');
  expect(api.to('POST /api/searches').map(({ body }) => body)).toEqual([{ text: '6090 4120 7735 8013' }]);
  expect(screen.text).toContain('Pratiche trovate: 2');
  expect(screen.text).toContain('Ce ne sono altre');
  expect(screen.button(/Guarda la pratica 7/).textContent).toContain('Sportello 9');
  await screen.click(/Guarda la pratica 88/);
  expect(chosen).toMatchObject([{ id: 'x', canTake: false }]);
});

test('nothing typed is said under the field, and no answer of an earlier text stays', async () => {
  const api = new FakeApi().on('POST /api/searches', { problem: problem('search-not-understood', 422) }, { value: { cases: [], hasMore: false } });
  const { screen } = await given(api);
  await screen.click('Cerca');
  expect(screen.text).toContain('Scrivi che cosa cerchi');
  await screen.type(FIELD, 'Rossi');
  await screen.click('Cerca');
  expect(screen.text).toContain('Non si capisce che cosa cercare');
  await screen.type(FIELD, '999999');
  expect(screen.text).not.toContain('Non si capisce');
  await screen.click('Cerca');
  expect(screen.text).toContain('Nessuna pratica trovata');
  await screen.type(FIELD, '99999');
  expect(screen.text).toContain('Pratiche aperte');
});
