// SPDX-License-Identifier: AGPL-3.0-or-later
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DeskView, OpenCaseLine } from '@sportello/contracts';
import { OPEN_CASE_STATES } from '@sportello/domain';
import { it } from '../../testing/catalogues';
import { DeskStore } from '../../data/desk/desk-store';
import { LinkState } from '../../data/link/link-state';
import { SessionState } from '../../data/session/session-state';
import { Clock } from '../../data/time/clock';
import { FakeApi } from '../../testing/fake-api';
import { AT, desk, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { caseMeanwhile } from './case-meanwhile';
import { LostLink } from './lost-link';

const LOST_AT = Date.parse(AT);

const line = (number: number, state: OpenCaseLine['state'], changes: Partial<OpenCaseLine> = {}): OpenCaseLine => ({
  id: `case-${number}`,
  number,
  initials: 'R.M.',
  state,
  isStopped: false,
  inCharge: 'L. Bini',
  isHandedToMe: false,
  changedAt: AT,
  controlNumber: '000419',
  isCardInReader: false,
  ...changes,
});

/** The link is lost at a known instant; the clock goes on by hand. */
async function given(view: DeskView) {
  const [now, api] = [signal(LOST_AT), new FakeApi().on('GET /api/desk', { value: view })];
  const screen = await render(LostLink, {}, [api.provider, { provide: Clock, useValue: { now } }]);
  TestBed.inject(SessionState).begin(session());
  await TestBed.inject(DeskStore).refresh();
  const link = TestBed.inject(LinkState);
  link.change({ kind: 'lost', since: LOST_AT });
  const pass = async (milliseconds: number) => {
    now.set(LOST_AT + milliseconds);
    await screen.stable();
  };
  await pass(0);
  return { screen, link, pass, api };
}

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

test('a short loss shows nothing, a longer one what is known, and the panel goes by itself', async () => {
  const { screen, link, pass, api } = await given(desk({ openCases: [line(118, 'printed')] }));
  await pass(4_900);
  expect(screen.text).not.toContain('Mentre il server non risponde');
  await pass(5_000);
  expect(screen.text).toContain('118 R.M. Busta 000419 stampata: tienila chiusa, resta buona. Se l’avevi già letta, lascia la tessera nel lettore: forse è in scrittura.');
  expect(screen.text).toContain('Com’era l’ultima volta, alle 10:43.');
  expect(screen.text).toContain('«Il collegamento si è interrotto.');
  expect(api.sent).toHaveLength(1);
  link.change({ kind: 'open' });
  await screen.stable();
  expect(screen.text).not.toContain('Mentre il server non risponde');
});

test('without an open case no card is half done', async () => {
  const { screen, pass } = await given(desk());
  await pass(6_000);
  expect(screen.text).toContain('Nessuna pratica era aperta: nessuna tessera è a metà.');
});

test('the slip says where and when, and nothing of the person', async () => {
  const { screen, pass } = await given(desk({ openCases: [line(118, 'writing')] }));
  await pass(6_000);
  await screen.click('Torna senza fila: pratica 118');
  const slip = document.querySelector('[role="dialog"]')?.textContent?.replace(/\s+/g, ' ') ?? '';
  expect(slip).toContain('Massa · Sportello 2');
  expect(slip).toMatch(/\d\d\/\d\d\/\d{4} \d\d:\d\d/);
  expect(slip).toContain('Pratica118');
  expect(slip).toContain('Torni quando vuole: non rifà la fila.');
  expect(slip).toContain('800 004477 lunedì–venerdì 9–19, sabato 9–13');
  expect(slip).not.toContain('R.M.');
});

test('somebody of the queue gets one without a number', async () => {
  const { screen, pass } = await given(desk());
  await pass(6_000);
  await screen.click('Torna senza fila');
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('senza numero');
});

test('every open state says what it means for the card', () => {
  for (const state of OPEN_CASE_STATES) {
    expect(caseMeanwhile(line(1, state)).words.key).toBe(`lostLink.cases.${state}`);
    expect(it.lostLink.cases[state]).not.toBe('');
  }
  expect(caseMeanwhile(line(1, 'interrupted', { isStopped: true })).words.key).toBe('lostLink.cases.stopped');
});
