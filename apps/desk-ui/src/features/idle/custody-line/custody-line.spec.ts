// SPDX-License-Identifier: AGPL-3.0-or-later
import { provideRouter } from '@angular/router';
import type { DeskView } from '@sportello/contracts';
import { desk } from '../../../testing/fixtures';
import { render } from '../../../testing/render';
import { CustodyLine } from './custody-line';

const shown = (custody: Partial<DeskView['custody']>) => render(CustodyLine, { desk: desk({ custody: { ...desk().custody, ...custody } }) }, [provideRouter([])]);

test('nothing is said while all is well', async () => {
  expect((await shown({})).text.trim()).toBe('');
});

test('a day that nobody opened is told, and keeps nobody waiting', async () => {
  const screen = await shown({ day: 'not-opened' });
  expect(screen.text).toContain('Sportello non ancora aperto oggi. Puoi servire i cittadini.');
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/giornata');
});

test('a day that was closed is not called unopened', async () => {
  const screen = await shown({ day: 'closed' });
  expect(screen.text).toContain('Sportello chiuso per oggi.');
  expect(screen.text).not.toContain('non ancora aperto');
});

test('a stopped printer comes before low stock, and is told once', async () => {
  const screen = await shown({ stop: 'number-skipped', isStockLow: true, matters: 1 });
  expect(screen.text).toMatch(/Stampa delle buste ferma.*Pochi fogli busta: ne restano 37/);
  expect(screen.text).not.toContain('Da spiegare: 1');
});
