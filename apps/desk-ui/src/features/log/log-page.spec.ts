// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LogRowView, LogStateView } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { CASE_ID, problem, session } from '../../testing/fixtures';
import { logRow, logState, ROW_ID } from '../../testing/log-fixtures';
import { MASSA, VERDI_ID } from '../../testing/people-fixtures';
import { render, type Screen } from '../../testing/render';
import { LogPage } from './log-page';

const STATE = 'GET /api/audit/state';
const ROWS = 'GET /api/audit/rows?log=acts';
const PROOF = `GET /api/audit/rows/${ROW_ID}/proof`;

const answer = (rows: readonly LogRowView[], hasMore = false) => ({ value: { rows, hasMore } });
const apiWith = (rows: readonly LogRowView[], state: LogStateView = logState()) => new FakeApi().on(STATE, { value: state }).on(ROWS, answer(rows));

async function shown(api: FakeApi, permissions: readonly string[] = ['audit.read', 'audit.export', 'case.read']): Promise<Screen<LogPage>> {
  const screen = await render(LogPage, {}, [api.provider, provideRouter([])]);
  TestBed.inject(SessionState).begin(session({ permissions: [...permissions] }));
  await screen.stable();
  return screen;
}

const choose = async (screen: Screen<LogPage>, label: string, value: string) => {
  const field = screen.field(label);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
};
const asked = (api: FakeApi) => api.sent.map(({ path }) => path).filter((path) => path.startsWith('/api/audit/rows?'));
const copyBy = (writeText: unknown) => Object.defineProperty(navigator, 'clipboard', { value: writeText === null ? undefined : { writeText }, configurable: true });

afterEach(() => document.body.replaceChildren());

test('a row is a sentence: when, what, who and as what, where, about what, how it ended and the block that has it', async () => {
  const screen = await shown(apiWith([logRow(), logRow({ id: 'b', act: 'session.refused', outcome: 'refused', actor: 'nobody', operator: null, roles: [], desk: null, station: null, case: null, block: null })]));
  expect(screen.text).toMatch(/24\/11\/2026 10:43:58 ?Busta consegnata ?M\. Verdi ?Operatore di sportello ?Massa · Sportello 2 ?Postazione 1 ?Pratica 119 ?Fatto ?Blocco 12/);
  expect(screen.text).toMatch(/Accesso rifiutato ?Qualcuno senza nome ?Rifiutato ?Non ancora sigillata/);
  expect(screen.text).toContain('Righe mostrate: 2');
});

test('the state line says up to where the log is sealed, by which key, and what waits', async () => {
  const screen = await shown(apiWith([logRow()], logState({ waiting: 3 })));
  expect(screen.text).toContain('Sigillato fino al blocco 12, 24/11/2026 10:43, con la chiave KEY-1');
  expect(screen.text).toContain('3 righe aspettano il sigillo');
});

test('a log that is not sealed any more is loud once, and says what to do', async () => {
  await shown(apiWith([logRow()], logState({ waiting: 7, stopped: 'block-altered' })));
  const alert = document.querySelector('[role=alert]')?.textContent ?? '';
  expect(alert).toContain('Un blocco del registro è stato cambiato');
  expect(alert).toContain('Scarica il registro e fallo verificare');
});

test('rows are chosen by day, act, outcome, person, desk and station', async () => {
  const query = `/api/audit/rows?log=acts&from=2026-11-24&to=2026-11-25&act=case.delivered&outcome=done&operatorId=${VERDI_ID}&deskId=${MASSA.id}`;
  const api = apiWith([logRow()]).on(`GET ${query}`, answer([]));
  const screen = await shown(api);
  await screen.type('Dal giorno', '24/11/2026');
  await screen.type('Al giorno', '25/11/2026');
  await choose(screen, 'Che cosa', 'case.delivered');
  await choose(screen, 'Esito', 'done');
  await choose(screen, 'Chi', VERDI_ID);
  await choose(screen, 'Sportello', MASSA.id);
  await screen.click('Mostra Invio');
  expect(asked(api)).toEqual(['/api/audit/rows?log=acts', query]);
  expect(screen.text).toContain('Nessuna riga con queste scelte');
  await screen.click('Togli le scelte');
  expect(screen.text).toContain('Busta consegnata');
});

test.each([
  ['ieri', '', 'Scrivi la data così'],
  ['25/11/2026', '24/11/2026', 'Il primo giorno viene dopo l’ultimo'],
])('days that make no sense are told at their field, and nothing is asked: %s %s', async (from, to, words) => {
  const api = apiWith([logRow()]);
  const screen = await shown(api);
  await screen.type('Dal giorno', from);
  await screen.type('Al giorno', to);
  await screen.click('Mostra Invio');
  expect(screen.text).toContain(words);
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  expect(asked(api)).toHaveLength(1);
});

test('the next page comes under the first, by its last row', async () => {
  const api = apiWith([]).on(ROWS, answer([logRow()], true)).on(`GET /api/audit/rows?log=acts&after=${ROW_ID}`, answer([logRow({ id: 'b', act: 'case.opened' })]));
  const screen = await shown(api);
  await screen.click('Mostra altre righe');
  expect(screen.text).toMatch(/Busta consegnata.*Pratica aperta/);
  expect(screen.hasButton('Mostra altre righe')).toBe(false);
});

test('a row unfolds into its facts and, for a change, what was and what is, with names for ids', async () => {
  const change = { before: { roles: ['operator'], deskIds: [] }, after: { roles: ['operator', 'supervisor'], deskIds: [MASSA.id] } };
  const screen = await shown(apiWith([logRow({ act: 'person.roles-decided', case: null, subject: { kind: 'operator', id: VERDI_ID, name: 'M. Verdi' }, details: { reason: 'Nuovo incarico', isRevoked: false, strano: 2 }, change })]));
  expect(screen.button('Deciso sui ruoli').getAttribute('aria-expanded')).toBe('false');
  await screen.click('Deciso sui ruoli');
  expect(screen.button('Deciso sui ruoli').getAttribute('aria-expanded')).toBe('true');
  const table = document.querySelector('table[aria-label="Che cosa è cambiato"]')?.textContent?.replace(/\s+/g, ' ').trim();
  expect(table).toMatch(/Prima ?Dopo ?Ruoli ?Operatore di sportello ?Operatore di sportello ?Supervisore ?Sportelli ?– ?Massa · Sportello 2/);
  expect(screen.text).toMatch(/Motivo ?Nuovo incarico ?Revocata ?No ?strano ?2/);
});

test('a change that stands among the facts is shown as one', async () => {
  const screen = await shown(apiWith([logRow({ act: 'desk.changed', case: null, details: { 'before.name': 'Uno', 'after.name': 'Due' } })]));
  await screen.click('Sportello cambiato');
  expect(document.querySelector('table[aria-label="Che cosa è cambiato"]')?.textContent?.replace(/\s+/g, '')).toContain('NomeUnoDue');
  expect(document.querySelector('dl')?.textContent).not.toContain('before');
});

test('the proof is copied; where the browser does not let the page copy it is there to be copied by hand', async () => {
  const writeText = jest.fn(() => Promise.resolve());
  copyBy(writeText);
  const api = apiWith([logRow()]).on(PROOF, { problem: problem('not-sealed-yet') }, { value: { proof: 'TSCNS1:ABC' } });
  const screen = await shown(api);
  await screen.click('Busta consegnata');
  await screen.click('Copia la prova');
  expect(screen.text).toContain('Nessun blocco ha ancora questa riga');
  await screen.click('Copia la prova');
  expect(writeText).toHaveBeenCalledWith('TSCNS1:ABC');
  expect(screen.text).toContain('Prova copiata');
  copyBy(null);
  await screen.click('Copia la prova');
  expect(screen.text).toContain('premi Ctrl+C');
  expect(document.querySelector('textarea')?.value).toBe('TSCNS1:ABC');
});

test('from a row one goes on to all about its case, or all by its person', async () => {
  const api = apiWith([logRow()]).on(`GET /api/audit/rows?log=acts&caseId=${CASE_ID}`, answer([logRow()])).on(`GET /api/audit/rows?log=acts&operatorId=${VERDI_ID}`, answer([logRow()]));
  const screen = await shown(api);
  await screen.click('Busta consegnata');
  await screen.click('Tutto su questa pratica');
  expect(screen.hasButton('Togli «Solo la pratica 119»')).toBe(true);
  await screen.click('Tutto di questa persona');
  expect(asked(api)).toEqual(['/api/audit/rows?log=acts', `/api/audit/rows?log=acts&caseId=${CASE_ID}`, `/api/audit/rows?log=acts&operatorId=${VERDI_ID}`]);
  expect(screen.hasButton('Togli «Solo')).toBe(false);
});

test('case and person are opened by whoever may see them', async () => {
  const links = async (permissions: readonly string[]) => {
    const screen = await shown(apiWith([logRow()]), permissions);
    await screen.click('Busta consegnata');
    const found = [screen.hasButton('Apri la pratica'), document.querySelector('a[href^="/persone"]')?.getAttribute('href') ?? null];
    document.body.replaceChildren();
    TestBed.resetTestingModule();
    return found;
  };
  expect(await links(['audit.read', 'case.read'])).toEqual([true, null]);
  expect(await links(['audit.read', 'people.read'])).toEqual([false, `/persone?persona=${VERDI_ID}`]);
});

test('the log is downloaded whole or by blocks, by whoever may, and blocks that make no sense are told', async () => {
  const taken: string[] = [];
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    taken.push(this.getAttribute('href') ?? '');
  });
  const screen = await shown(apiWith([logRow()]));
  await screen.click('Scarica il registro');
  await screen.type('Dal blocco', '3');
  await screen.type('Al blocco', '2');
  await screen.click('Scarica il registro');
  expect(screen.text).toContain('Scrivi numeri di blocco');
  await screen.type('Al blocco', '9');
  await screen.click('Scarica il registro');
  expect(taken).toEqual(['/api/audit/export?log=acts', '/api/audit/export?log=acts&from=3&to=9']);
  expect(screen.text).toContain('npm run audit:verify');
  click.mockRestore();
  document.body.replaceChildren();
  TestBed.resetTestingModule();
  expect((await shown(apiWith([logRow()]), ['audit.read'])).hasButton('Scarica il registro')).toBe(false);
});

test('the administrators’ accesses are the same table, with a list to download', async () => {
  const api = apiWith([logRow()]).on('GET /api/audit/rows?log=access', answer([]));
  const screen = await shown(api);
  await screen.click('Accessi degli amministratori');
  expect(screen.text).toContain('gli accessi degli amministratori compaiono quando ce ne sono');
  expect(screen.text).toContain('Nessun blocco ancora');
  expect(document.querySelector('a[download]')?.getAttribute('href')).toBe('/api/audit/access.csv');
});

test('a log that does not arrive can be asked for again', async () => {
  const screen = await shown(new FakeApi().on(STATE, { value: logState() }).on(ROWS, 'no-answer', answer([logRow()])));
  expect(screen.text).toContain('Il registro non arriva');
  await screen.click('Riprova');
  expect(screen.text).toContain('Busta consegnata');
});
