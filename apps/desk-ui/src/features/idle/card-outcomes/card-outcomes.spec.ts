// SPDX-License-Identifier: AGPL-3.0-or-later
import { signal } from '@angular/core';
import type { CardOutcomes } from '@sportello/contracts';
import { CardOutcomesStore } from '../../../data/desk/card-outcomes-store';
import { render } from '../../../testing/render';
import { CardOutcomesPanel } from './card-outcomes';

const period = { from: '2026-10-29', to: '2026-11-27' };

function store(found: CardOutcomes | null, hasFailed = false) {
  let reads = 0;
  return { get reads() { return reads; }, outcomes: signal(found), hasFailed: signal(hasFailed), refresh: () => Promise.resolve(void (reads += 1)) };
}

const shown = (fake: ReturnType<typeof store>) => render(CardOutcomesPanel, { refused: 0 }, [{ provide: CardOutcomesStore, useValue: fake }]);

test('types, reasons and desks are told in words, with their number', async () => {
  const screen = await shown(store({ ...period, rows: [{ desk: 'Sportello 2', cardType: 'ST2022', outcome: 'faulty-chip', count: 3 }, { desk: 'Sportello 2', cardType: null, outcome: 'no-chip', count: 1 }, { desk: 'Sportello 2', cardType: 'OT2016', outcome: 'lost', count: 2 }] }));
  expect(screen.text).toContain('ST2022Microchip difettosoSportello 23');
  expect(screen.text).toContain('Non notoTessera senza microchipSportello 21');
  expect(screen.text).toContain('OT2016IrrecuperabileSportello 22');
});

test('none is said', async () => {
  expect((await shown(store({ ...period, rows: [] }))).text).toContain('Nessuna: ogni tessera è stata servita.');
});

test('a list that could not be read is asked for again', async () => {
  const fake = store(null, true);
  const screen = await shown(fake);
  await screen.click('Riprova');
  expect(fake.reads).toBe(2);
});

test('it is read again when one more person was sent away', async () => {
  const fake = store({ ...period, rows: [] });
  const screen = await shown(fake);
  screen.fixture.componentRef.setInput('refused', 1);
  await screen.stable();
  expect(fake.reads).toBe(2);
});
