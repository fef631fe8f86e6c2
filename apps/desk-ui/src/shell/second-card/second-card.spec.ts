// SPDX-License-Identifier: AGPL-3.0-or-later
import { card, holder, INSERTION_ID, AT, recognised } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { SecondCard } from './second-card';

const stay = { insertionId: INSERTION_ID, insertedAt: AT };

test('the second card says whose it is, how old they are, and how the card stands', async () => {
  const inReader = recognised({ card: card({ state: 'active', holder: holder({ surname: 'BIANCHI', name: 'PAOLO', age: 44 }) }) });
  const screen = await render(SecondCard, { inReader });
  expect(screen.text).toContain('BIANCHI PAOLO · 44 anni · AC2018 · Attiva');
});

test('one that cannot be used says why, and one that is being read says so', async () => {
  const screen = await render(SecondCard, { inReader: { state: 'not-usable', ...stay, reason: 'no-chip' } });
  expect(screen.text).toContain('Tessera senza microchip');
  screen.fixture.componentRef.setInput('inReader', { state: 'reading', ...stay });
  await screen.stable();
  expect(screen.text).toContain('Lettura in corso');
});
