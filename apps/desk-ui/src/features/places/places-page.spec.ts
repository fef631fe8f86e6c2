// SPDX-License-Identifier: AGPL-3.0-or-later
import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import type { ManagedStation, PlacesView, PublicDesk, StationsView } from '@sportello/contracts';
import { Clock } from '../../data/time/clock';
import { FakeApi } from '../../testing/fake-api';
import { AT, CASE_ID, problem } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { PlacesPage } from './places-page';
import { StationsPage } from './stations-page';
import { WherePage } from './where-page';

const ADDRESS = { street: 'Via Roma 1', cap: '54100', municipality: 'Massa', province: 'MS', istatCode: null };
const HOURS = (['monday', 'tuesday'] as const).map((weekday) => ({ weekday, from: '08:30', to: '12:30' }));
const DESK = { id: CASE_ID, revision: 3, code: 'MS-2', name: 'Sportello 2', place: 'Massa', kind: 'asl', address: ADDRESS, phone: '0585 000000', hours: HOURS, hoursNotes: [], isListed: true, isClosed: false, stations: 1 } as const;
const LINE: PlacesView['line'] = { revision: 0, hours: [...HOURS], calendar: { isClosedOnHolidays: true, patronDay: null, closures: [] } };
const PLACES: PlacesView = { line: LINE, bodies: [{ id: CASE_ID, revision: 1, name: 'Azienda di esempio', kind: 'asl', calendar: { isClosedOnHolidays: true, patronDay: null, closures: [] }, desks: [{ ...DESK, hours: [...HOURS], hoursNotes: [] }] }] };

afterEach(() => document.body.replaceChildren());

describe('bodies and desks', () => {
  test('a desk is shown with where it is and when it opens', async () => {
    const screen = await render(PlacesPage, {}, [new FakeApi().on('GET /api/places', { value: PLACES }).provider, provideRouter([])]);
    await screen.stable();
    expect(screen.text).toContain('Via Roma 1, 54100 Massa (MS)');
    expect(screen.text).toContain('lunedì–martedì');
    expect(screen.text).toContain('8:30–12:30');
    expect(screen.text).toContain('Nell’elenco');
  });

  test('what was typed stays when somebody was faster, and the revision that was seen is told', async () => {
    const api = new FakeApi().on('GET /api/places', { value: PLACES }).on(`POST /api/places/desks/${CASE_ID}`, { problem: problem('place-changed', 409) });
    const screen = await render(PlacesPage, {}, [api.provider, provideRouter([])]);
    await screen.stable();
    await screen.click('Modifica lo sportello Sportello 2');
    await screen.type('mercoledì', '14:30-17:00');
    await screen.click('Salva');
    expect(api.to(`POST /api/places/desks/${CASE_ID}`)[0]?.body).toMatchObject({ revision: 3, name: 'Sportello 2', hours: [...HOURS, { weekday: 'wednesday', from: '14:30', to: '17:00' }] });
    expect(screen.text).toContain('Qualcuno l’ha modificato nel frattempo');
    expect(screen.field('mercoledì').value).toBe('14:30-17:00');
  });

  test('what is missing is said, and the cursor goes there', async () => {
    const api = new FakeApi().on('GET /api/places', { value: PLACES });
    const screen = await render(PlacesPage, {}, [api.provider, provideRouter([])]);
    await screen.stable();
    await screen.click('Modifica lo sportello Sportello 2');
    await screen.type('CAP', '541');
    await screen.click('Salva');
    expect(screen.text).toContain('Il CAP ha cinque cifre');
    expect(document.activeElement?.id).toBe('desk-cap');
    expect(api.sent.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('a body’s holidays, patron’s day and closures are changed together, and what is not understood is said first', async () => {
    const api = new FakeApi().on('GET /api/places', { value: PLACES }).on(`POST /api/places/bodies/${CASE_ID}/calendar`, { value: PLACES });
    const screen = await render(PlacesPage, {}, [api.provider, provideRouter([])]);
    await screen.stable();
    await screen.click('Feste e chiusure di Azienda di esempio');
    await screen.type('Festa del patrono (gg/mm)', '31/06');
    await screen.click('Salva');
    expect(screen.text).toContain('Scrivi giorno e mese, come 24/06');
    await screen.type('Festa del patrono (gg/mm)', '4/10');
    const closures = document.getElementById('calendar-closures') as HTMLTextAreaElement;
    closures.value = '24/12/2026 - 31/12/2026\n02/11/2026';
    closures.dispatchEvent(new Event('input', { bubbles: true }));
    await screen.click('Salva');
    const changed = [{ from: '2026-12-24', to: '2026-12-31' }, { from: '2026-11-02', to: '2026-11-02' }];
    expect(api.to(`POST /api/places/bodies/${CASE_ID}/calendar`).map(({ body }) => body)).toEqual([{ isClosedOnHolidays: true, patronDay: { month: 10, day: 4 }, closures: changed, revision: 1 }]);
  });

  test('the help desk’s line has a week and days of its own, changed together', async () => {
    const closed = { ...LINE, revision: 1, calendar: { isClosedOnHolidays: true, patronDay: { month: 6, day: 24 }, closures: [{ from: '2026-12-24', to: '2026-12-24' }] } };
    const api = new FakeApi().on('GET /api/places', { value: PLACES }).on('POST /api/places/line', { value: { ...PLACES, line: closed } });
    const screen = await render(PlacesPage, {}, [api.provider, provideRouter([])]);
    await screen.stable();
    expect(screen.text).toContain('Help desk 800 004477');
    expect(screen.text).toContain('Non nei giorni festivi nazionali');
    await screen.click('Modifica gli orari dell’help desk');
    await screen.type('sabato', '13:00-9:00');
    await screen.click('Salva');
    expect(screen.text).toContain('Ogni periodo comincia prima di finire');
    expect(document.activeElement?.id).toBe('line-saturday');
    await screen.type('sabato', '9-13');
    await screen.click('Salva');
    expect(document.activeElement?.id).toBe('line-saturday');
    await screen.type('sabato', '9:00-13:00');
    await screen.type('Festa del patrono (gg/mm)', '24');
    await screen.click('Salva');
    expect(document.activeElement?.id).toBe('calendar-patron');
    await screen.type('Festa del patrono (gg/mm)', '24/06');
    await screen.click('Salva');
    const week = [...HOURS, { weekday: 'saturday', from: '9:00', to: '13:00' }];
    expect(api.to('POST /api/places/line').map(({ body }) => body)).toEqual([{ revision: 0, hours: week, isClosedOnHolidays: true, patronDay: { month: 6, day: 24 }, closures: [] }]);
    expect(screen.text).toContain('Salvato: orari dell’help desk');
    for (const words of ['Non il 24/06, festa del patrono', 'Chiuso: 24/12/2026']) expect(screen.text).toContain(words);
  });

  test('a server that does not answer is said in words, with a way to try again', async () => {
    const screen = await render(PlacesPage, {}, [new FakeApi().provider, provideRouter([])]);
    await screen.stable();
    expect(screen.text).toContain('enti e sportelli non si vedono adesso');
    expect(screen.hasButton('Riprova')).toBe(true);
  });
});

describe('stations', () => {
  const station = (changes: Partial<ManagedStation> = {}): ManagedStation => ({
    id: CASE_ID,
    revision: 2,
    name: 'Postazione 1',
    state: 'online',
    lastSeenAt: AT,
    version: '1.0.0',
    reader: 'ready',
    operatorReader: null,
    envelopes: 'media-jam',
    forms: 'ready',
    isTest: true,
    codeGoodUntil: null,
    revoked: null,
    ...changes,
  });
  const view = (...stations: readonly ManagedStation[]): StationsView => ({ desks: [{ id: CASE_ID, name: 'Sportello 2', place: 'Massa', body: 'Azienda di esempio', isClosed: false, stations: [...stations] }] });

  test('are told with what ails them, and a lost one with when it was heard last', async () => {
    const api = new FakeApi().on('GET /api/stations', { value: view(station(), station({ name: 'Postazione 2', state: 'away' })) });
    const screen = await render(StationsPage, {}, [api.provider]);
    await screen.stable();
    expect(screen.text).toContain('Buste: carta inceppata');
    expect(screen.text).toContain('Sentita il');
    expect(screen.text).toContain('Non si sa finché è scollegata');
  });

  test('are revoked with a reason only, and the page then names the next step: the vault', async () => {
    const gone = view(station({ state: 'revoked', revoked: { at: AT, because: 'lost' } }));
    const api = new FakeApi().on('GET /api/stations', { value: view(station()) }, { value: gone }).on(`POST /api/stations/${CASE_ID}/revocation`, { value: gone });
    const screen = await render(StationsPage, {}, [api.provider]);
    await screen.stable();
    await screen.click('Revoca Postazione 1');
    await screen.click('Revoca la postazione');
    expect(screen.text).toContain('Scegli il motivo');
    document.querySelector<HTMLInputElement>('input[value="lost"]')?.click();
    await screen.click('Revoca la postazione');
    expect(api.to(`POST /api/stations/${CASE_ID}/revocation`).map(({ body }) => body)).toEqual([{ revision: 2, because: 'lost' }]);
    expect(screen.text).toContain(`npm run vault -- withdraw ${CASE_ID}`);
    expect(screen.hasButton('Revoca Postazione 1')).toBe(false);
  });
});

describe('the public list', () => {
  const desk = (name: string, municipality: string, kind: PublicDesk['kind']): PublicDesk => ({ body: 'Ente', kind, name, address: { ...ADDRESS, municipality }, phone: '+39 0585 1', hours: [...HOURS], hoursNotes: ['Chiuso ad agosto'], calendar: { isClosedOnHolidays: true, patronDay: { month: 11, day: 24 }, closures: [] } });
  const list = { desks: [desk('Sportello 1', 'Forlì', 'asl'), desk('Banco', 'Massa', 'pharmacy')] };
  const shown = async (api: FakeApi) => {
    const screen = await render(WherePage, {}, [api.provider, provideRouter([]), { provide: Clock, useValue: { now: signal(Date.parse(AT)) } }]);
    await screen.stable();
    return screen;
  };

  test('is searched by municipality, with accents or without, and by kind', async () => {
    const screen = await shown(new FakeApi().on('GET /api/public/desks', { value: list }));
    expect(screen.text).toContain('Sportelli trovati: 2');
    await screen.type('Comune', 'forli');
    expect(screen.text).toContain('Forlì · Sportello 1');
    expect(screen.text).not.toContain('Massa · Banco');
    await screen.type('Comune', 'Roma');
    expect(screen.text).toContain('Nessuno sportello così');
  });

  test('says of each desk whether it is open now, and on a day of its body why not', async () => {
    const [open] = list.desks;
    const calendar = { isClosedOnHolidays: true, patronDay: null, closures: [] };
    const screen = await shown(new FakeApi().on('GET /api/public/desks', { value: { desks: [...list.desks, { ...open, calendar }] } }));
    const told = [...document.querySelectorAll('.desks li.panel')].map((each) => each.querySelector('h3 + p')?.textContent);
    expect(screen.text).toContain('È la festa del patrono.');
    expect(told).toEqual([...Array<string>(2).fill('Chiuso: riapre lunedì 30 novembre 2026 alle 08:30'), 'Aperto adesso, fino alle 12:30']);
    expect(screen.text).toContain('Sportelli trovati: 3');
  });

  test('tells the notes of a desk, and dials its number', async () => {
    const screen = await shown(new FakeApi().on('GET /api/public/desks', { value: list }));
    expect(document.querySelector('a[href="tel:+3905851"]')).not.toBeNull();
    expect(screen.text).toContain('Chiuso ad agosto');
  });

  test('says that it is empty, and that it does not come', async () => {
    const screen = await shown(new FakeApi().on('GET /api/public/desks', 'no-answer', { value: { desks: [] } }));
    expect(screen.text).toContain('L’elenco non arriva');
    await screen.click('Riprova');
    expect(screen.text).toContain('Nessuno sportello è in elenco');
  });
});
