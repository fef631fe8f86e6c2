// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { convertToParamMap, Router } from '@angular/router';
import type { PersonView } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { CARRARA, codeChange, line, MASSA, people, person, roleChange, VERDI_ID } from '../../testing/people-fixtures';
import { render, type Screen } from '../../testing/render';
import { PeoplePage } from './people-page';
import { PermissionsPage } from './permissions-page';

const LIST = 'GET /api/people?search=';
const ONE = `GET /api/people/${VERDI_ID}`;
const ADMINISTRATOR = ['people.read', 'people.manage', 'people.ask-roles', 'people.decide-roles'];

async function shown(api: FakeApi, permissions: readonly string[] = ADMINISTRATOR): Promise<Screen<PeoplePage>> {
  const screen = await render(PeoplePage, {}, [api.provider]);
  TestBed.inject(SessionState).begin(session({ permissions: [...permissions] }));
  await screen.stable();
  return screen;
}

/** The page with one person beside the list. */
async function looked(view: Partial<PersonView>, api = new FakeApi(), permissions?: readonly string[]): Promise<Screen<PeoplePage>> {
  const screen = await shown(api.on(LIST, { value: people() }).on(ONE, { value: person(view) }), permissions);
  await screen.click('M. Verdi');
  return screen;
}

const tick = async (screen: Screen<PeoplePage>, label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.replace(/\s+/g, ' ').trim().startsWith(label));
  found?.querySelector('input')?.click();
  await screen.stable();
};
const write = async (screen: Screen<PeoplePage>, id: string, text: string) => {
  const field = document.getElementById(id) as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.stable();
};

afterEach(() => document.body.replaceChildren());

test('the list tells each person’s roles, desks and state, by shape and word, and who waits for whoever reads it', async () => {
  const all = [line({ awaitsDecision: true, canDecide: true }), line({ id: 'b', displayName: 'R. Rossi', username: 'rossi', roles: [], state: 'invited', awaitsDecision: true }), line({ id: 'c', displayName: 'Z. Gialli', state: 'left', desks: [] })];
  const screen = await shown(new FakeApi().on(LIST, { value: people({ people: all }) }));
  expect(screen.text).toContain('M. VerdiverdiOperatore di sportelloMassa · Sportello 2In servizioAttende la tua conferma');
  expect(screen.text).toContain('Nessun ruolo ancora');
  expect(screen.text).toContain('InvitataAttende un secondo amministratore');
  expect(screen.text).toContain('Non più in servizio');
});

test('a search asks the server, and finding nobody says how to see everybody again', async () => {
  const api = new FakeApi().on(LIST, { value: people() }).on('GET /api/people?search=ros%20a', { value: people({ people: [] }) });
  const screen = await shown(api);
  await screen.type('Cerca per nome o nome utente', 'ros a');
  expect(screen.text).toContain('Nessuna persona con questo nome. Cancella la ricerca');
});

test('whom the address names is looked at, as the log leads to a person', async () => {
  const api = new FakeApi().on(LIST, { value: people() }).on(ONE, { value: person({}) });
  const address = { routerState: { snapshot: { root: { queryParamMap: convertToParamMap({ persona: VERDI_ID }) } } } };
  const screen = await render(PeoplePage, {}, [api.provider, { provide: Router, useValue: address }]);
  await screen.stable();
  expect(api.to(ONE)).toHaveLength(1);
  expect(screen.text).toContain('Sessioni aperte ora: 2');
});

test('a list that does not arrive can be asked for again', async () => {
  const screen = await shown(new FakeApi().on(LIST, 'no-answer', { value: people() }));
  expect(screen.text).toContain('I dati non arrivano');
  await screen.click('Riprova');
  expect(screen.text).toContain('M. Verdi');
});

test('a person is added with desks, roles and a reason; what is missing is said first', async () => {
  const added = person({ id: 'new', displayName: 'R. Rossi', state: 'invited', roles: [], roleChange: roleChange({ canDecide: false, canWithdraw: true }) });
  const api = new FakeApi().on(LIST, { value: people() }).on('POST /api/people', { value: added }).on('GET /api/people/new', { value: added });
  const screen = await shown(api);
  await screen.click('Aggiungi una persona');
  await screen.click('Chiedi i ruoli');
  expect(screen.text).toContain('Scrivi il nome da mostrare');
  await screen.type('Nome da mostrare', 'R. Rossi');
  await screen.type('Nome utente', 'Rossi');
  await tick(screen, 'Carrara');
  await tick(screen, 'Massa');
  await tick(screen, 'Sportello abituale Massa');
  await tick(screen, 'Operatore di sportello');
  await tick(screen, 'In formazione');
  await screen.click('Chiedi i ruoli');
  expect(screen.text).toContain('Scrivi il motivo');
  await write(screen, 'person-reason', 'Comincia lunedì');
  await screen.click('Chiedi i ruoli');
  expect(api.to('POST /api/people').map(({ body }) => body)).toEqual([
    { username: 'rossi', displayName: 'R. Rossi', codiceFiscale: null, deskIds: [MASSA.id, CARRARA.id], roles: ['operator'], isInTraining: true, reason: 'Comincia lunedì' },
  ]);
  expect(screen.text).toContain('Il codice d’invito si crea dopo la conferma dei ruoli');
  expect(screen.hasButton('Conferma i ruoli')).toBe(false);
  expect(screen.hasButton('Ritira la richiesta')).toBe(true);
});

test('the second administrator sees what changes, who asked and why, and confirms', async () => {
  const change = roleChange();
  const api = new FakeApi().on(`POST /api/people/${VERDI_ID}/roles/decision`, { value: person({ roles: change.roles }) });
  const screen = await looked({ roleChange: change }, api);
  expect(screen.text).toContain('Chiesti da P. Masi il 24/11/2026 10:43. Scadono il 01/12/2026 10:43.');
  expect(screen.text).toContain('«Nuovo incarico»');
  await screen.click('Conferma i ruoli');
  expect(api.to(`POST /api/people/${VERDI_ID}/roles/decision`).map(({ body }) => body)).toEqual([{ changeId: change.id, decision: 'confirm' }]);
  expect(screen.text).not.toContain('Nuovo incarico');
});

test('another codice fiscale is confirmed by a second administrator, who sees the present one and the asked one', async () => {
  const change = codeChange({ reason: 'Mancava' });
  const api = new FakeApi().on(`POST /api/people/${VERDI_ID}/roles/decision`, { value: person({ codiceFiscale: change.codiceFiscale }) });
  const screen = await looked({ codiceFiscale: null, roleChange: change }, api);
  expect(screen.text).toContain('Codice fiscale chiestoAdessoNessun codice fiscaleSe confermiRSSMRA80A41H501Y');
  expect(screen.text).toContain('Chiesto da P. Masi il 24/11/2026 10:43. Scade il 01/12/2026 10:43.');
  expect(screen.text).toContain('controllalo sul suo documento');
  await screen.click('Conferma il codice fiscale');
  expect(api.to(`POST /api/people/${VERDI_ID}/roles/decision`).map(({ body }) => body)).toEqual([{ changeId: change.id, decision: 'confirm' }]);
  expect(screen.text).not.toContain('Codice fiscale chiesto');
});

test('who asked for a codice fiscale may take it back and not confirm it', async () => {
  const screen = await looked({ roleChange: codeChange({ canDecide: false, canWithdraw: true }) });
  expect(screen.hasButton('Conferma il codice fiscale')).toBe(false);
  expect(screen.hasButton('Ritira la richiesta')).toBe(true);
});

test('roles are asked for with a reason', async () => {
  const api = new FakeApi().on(`POST /api/people/${VERDI_ID}/roles`, { problem: problem('role-change-waiting') });
  const screen = await looked({}, api);
  await screen.click('Cambia ruoli');
  await tick(screen, 'Supervisore');
  await write(screen, 'roles-reason', 'Nuovo incarico');
  await screen.click('Chiedi i ruoli');
  expect(api.to(`POST /api/people/${VERDI_ID}/roles`).map(({ body }) => body)).toEqual([{ revision: 3, roles: ['operator', 'supervisor'], reason: 'Nuovo incarico' }]);
  expect(screen.text).toContain('Una richiesta attende già');
});

test('a code is shown once, to be handed over', async () => {
  const api = new FakeApi().on(`POST /api/people/${VERDI_ID}/invitation`, { value: { code: 'ABCD-EFGH-2345', username: 'verdi', displayName: 'M. Verdi', expiresAt: '2026-12-01T09:43:58Z' } });
  const screen = await looked({ state: 'invited', sessions: 0, canInvite: true }, api);
  await screen.click('Crea il codice d’invito');
  expect(screen.text).toContain('ABCD-EFGH-2345');
  expect(screen.text).toContain('Il nome utente è verdi. Vale una volta, fino al 01/12/2026 10:43.');
  await screen.click('Codice consegnato');
  expect(screen.text).not.toContain('ABCD-EFGH-2345');
});

test.each([
  ['Chiudi le sue sessioni', 'Computer o telefono smarrito', /^Chiudi le sessioni$/, 'sign-out', { reason: 'device-lost' }],
  ['Non è più in servizio', 'Fine del servizio', 'Segna come non più in servizio', 'leaving', { revision: 3, reason: 'service-ended' }],
] as const)('%s needs a reason', async (open, reason, confirm, path, body) => {
  const api = new FakeApi().on(`POST /api/people/${VERDI_ID}/${path}`, { value: person({ sessions: 0 }) });
  const screen = await looked({}, api);
  await screen.click(open);
  await screen.click(confirm);
  expect(screen.text).toContain('Scegli il motivo');
  await tick(screen, reason);
  await screen.click(confirm);
  expect(api.to(`POST /api/people/${VERDI_ID}/${path}`).map((sent) => sent.body)).toEqual([body]);
  expect(screen.text).toContain('Nessuna sessione aperta');
});

test('a person who was changed meanwhile is shown as they are now', async () => {
  const api = new FakeApi().on(`POST /api/people/${VERDI_ID}/changes`, { problem: problem('person-changed') });
  const screen = await looked({}, api);
  await screen.click('Modifica');
  await screen.type('Codice fiscale', 'sbagliato');
  await screen.click('Salva');
  expect(screen.text).toContain('Il codice fiscale non è valido');
  await screen.type('Codice fiscale', 'rssmra80a41h501y');
  await screen.click('Salva');
  expect(screen.text).toContain('Scrivi il motivo');
  expect(screen.text).toContain('vale finché un altro amministratore non conferma');
  await write(screen, 'person-reason', 'Mancava');
  await screen.click('Salva');
  expect(api.to(`POST /api/people/${VERDI_ID}/changes`).map(({ body }) => body)).toEqual([{ revision: 3, displayName: 'M. Verdi', codiceFiscale: 'RSSMRA80A41H501Y', deskIds: [MASSA.id], reason: 'Mancava' }]);
  expect(screen.text).toContain('Qualcun altro l’ha appena cambiata');
  await screen.click('Ho capito');
  expect(api.to(ONE)).toHaveLength(2);
});

test('one’s own name and leaving are another’s to change, and the last administrator stays', async () => {
  const screen = await looked({ isMe: true, isLastAdministrator: true, roles: ['administrator'] });
  expect(screen.text).toContain('Sei tu');
  expect(screen.text).toContain('È l’ultimo amministratore');
  expect(screen.hasButton('Modifica')).toBe(false);
  expect(screen.hasButton('Non è più in servizio')).toBe(false);
  expect(screen.hasButton('Cambia ruoli')).toBe(true);
});

test('who may only look has no acts', async () => {
  const screen = await looked({}, new FakeApi(), ['people.read']);
  for (const act of ['Aggiungi una persona', 'Modifica', 'Cambia ruoli', 'Chiudi le sue sessioni']) expect(screen.hasButton(act)).toBe(false);
});

describe('a second factor that was lost', () => {
  const RESETS = 'GET /api/factor-resets';
  const reset = (by: string, id: string) => ({ waiting: [{ id: 'reset-1', operator: { id: VERDI_ID, displayName: 'M. Verdi' }, askedBy: { id, displayName: by }, askedAt: '2026-11-24T09:00:00Z', expiresAt: '2026-11-25T09:00:00Z' }] });

  test('is asked to be reset by one administrator, and then waits for another', async () => {
    const me = session({}).operator.id;
    const api = new FakeApi().on(RESETS, { value: { waiting: [] } }).on('POST /api/factor-resets', { value: reset('L. Bini', me) });
    const screen = await looked({}, api, [...ADMINISTRATOR, 'factors.reset']);
    await screen.stable();
    api.on(RESETS, { value: reset('L. Bini', me) });
    await screen.click('Chiedi di azzerarlo');
    expect(screen.text).toContain('Attende la conferma di un altro amministratore');
    expect(screen.text).not.toContain('Conferma e azzera');
  });

  test('is reset by another one', async () => {
    const api = new FakeApi().on(RESETS, { value: reset('B. Neri', 'somebody-else') }).on('POST /api/factor-resets/reset-1/confirmation', { value: { waiting: [] } });
    const screen = await looked({}, api, [...ADMINISTRATOR, 'factors.reset']);
    await screen.stable();
    expect(screen.text).toContain('Chiesto da B. Neri');
    await screen.click('Conferma e azzera');
    expect(screen.text).toContain('Chiedi di azzerarlo');
  });

  test('is nobody’s to reset for themselves', async () => {
    expect((await looked({ isMe: true }, new FakeApi(), [...ADMINISTRATOR, 'factors.reset'])).text).not.toContain('Secondo fattore');
  });

  test('is not reset without the permission', async () => {
    expect((await looked({}, new FakeApi())).text).not.toContain('Secondo fattore');
  });
});

test('the permissions stand in words, by role', async () => {
  const api = new FakeApi().on('GET /api/permissions', { value: { roles: ['operator', 'administrator'], permissions: [{ permission: 'people.decide-roles', roles: ['administrator'] }] } });
  const screen = await render(PermissionsPage, {}, [api.provider]);
  await screen.stable();
  expect(screen.text).toContain('Confermare, come secondo amministratore, ruoli e codice fiscale chiesti da un altroOperatore di sportello–NoAmministratore di sistemaSì');
});
