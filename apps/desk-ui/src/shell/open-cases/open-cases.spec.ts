// SPDX-License-Identifier: AGPL-3.0-or-later
import { render } from '../../testing/render';
import { OpenCases } from './open-cases';

const line = (number: number, initials: string, state: 'printed' | 'interrupted') => ({
  id: `case-${number}`,
  number,
  initials,
  state,
  changedAt: '2026-11-24T09:00:00Z',
  controlNumber: null,
  isStopped: false,
  inCharge: 'L. Bini',
  isHandedToMe: false,
  isCardInReader: false,
});

async function given() {
  const screen = await render(OpenCases, { lines: [line(119, 'R.M.', 'interrupted'), line(118, 'P.N.', 'printed')], currentId: 'case-119' });
  const chosen: string[] = [];
  screen.fixture.componentInstance.chosen.subscribe((id) => chosen.push(id));
  return { screen, chosen };
}

afterEach(() => document.body.replaceChildren());

test('each case is told by number, initials and state, and the one in hand is marked', async () => {
  const { screen } = await given();
  expect(screen.button(/^119/).textContent.replace(/\s+/g, ' ')).toContain('119 R.M. Interrotta');
  expect(screen.button(/^119/).getAttribute('aria-current')).toBe('true');
  expect(screen.button(/^118/).hasAttribute('aria-current')).toBe(false);
});

test('arrows move around, and a press takes the case up', async () => {
  const { screen, chosen } = await given();
  screen.button(/^119/).focus();
  expect(document.activeElement).toBe(screen.button(/^119/));
  await screen.press('ArrowRight');
  expect(document.activeElement).toBe(screen.button(/^118/));
  await screen.press('ArrowRight');
  expect(document.activeElement).toBe(screen.button(/^119/));
  await screen.click(/^118/);
  expect(chosen).toEqual(['case-118']);
});
