// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RevocationView } from '@sportello/contracts';
import { OPEN_EVENT_SOURCE } from '../../data/link/event-source';
import { SessionState } from '../../data/session/session-state';
import { SessionWatch } from '../../data/session/session-watch';
import { FakeApi } from '../../testing/fake-api';
import { FakeEventSource } from '../../testing/fake-event-source';
import { AT, problem, session } from '../../testing/fixtures';
import { call, CALL_ID, helpDesk, lot, LOT_ID, NUMBER, receipt, REQUEST_ID, revocation, revocationLine, revocations } from '../../testing/help-desk-fixtures';
import { render, type Screen } from '../../testing/render';
import { RevocationsWaiting } from '../approvals/revocations-waiting';
import { lotListIn } from './lot-list-text';
import { RevocationsPage } from './revocations-page';

const SEARCH = 'POST /api/revocations/search';
const ONE = `GET /api/revocations/${REQUEST_ID}`;
const SUPERVISOR = ['desk.read', 'call.read', 'revocation.read', 'revocation.decide'];

async function shown(api: FakeApi, permissions: readonly string[] = SUPERVISOR): Promise<Screen<RevocationsPage>> {
  const screen = await render(RevocationsPage, {}, [api.provider]);
  TestBed.inject(SessionState).begin(session({ permissions: [...permissions] }));
  await screen.stable();
  return screen;
}

async function looked(view: Partial<RevocationView>, api = new FakeApi()): Promise<Screen<RevocationsPage>> {
  const screen = await shown(api.on(SEARCH, { value: revocations() }).on(ONE, { value: revocation(view) }));
  await screen.click(NUMBER);
  return screen;
}

const choose = async (screen: Screen<RevocationsPage>, label: string, value: string) => {
  const field = screen.field(label);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
};
const linksOf = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.getAttribute('href'));
const write = async (screen: Screen<RevocationsPage>, id: string, text: string) => {
  const field = document.getElementById(id) as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.stable();
};

afterEach(() => document.body.replaceChildren());

test('the open requests stand with initials, state and service level, by shape and word', async () => {
  const requests = [revocationLine({ age: 'late', state: 'silent', standing: 'unverified', isBreach: true, isOutOfHours: true })];
  const screen = await shown(new FakeApi().on(SEARCH, { value: revocations({ requests }) }));
  for (const words of [NUMBER, 'R.M.', 'Revoca, Furto', 'Senza risposta', 'In ritardo', 'Non riconosciuto', 'Violazione', 'Fuori orario']) expect(screen.text).toContain(words);
  expect(screen.text).toContain('Trasmessa1 min10 min');
});

test('they change their state by themselves, for the help desk too, which sees no desk', async () => {
  const source = new FakeEventSource();
  const requests = (...lines: ReturnType<typeof revocationLine>[]) => ({ value: revocations({ requests: lines }) });
  const api = new FakeApi().on(SEARCH, requests(revocationLine()), requests(revocationLine({ state: 'accepted' })), requests());
  const screen = await render(RevocationsPage, {}, [api.provider, { provide: OPEN_EVENT_SOURCE, useValue: () => source }]);
  TestBed.inject(SessionState).begin(session({ permissions: ['call.read', 'call.keep', 'revocation.read', 'revocation.record'] }));
  await screen.stable();
  const list = () => document.querySelector('app-revocations-table')?.textContent ?? '';
  expect(list()).toContain('Trasmessa');
  TestBed.inject(SessionWatch).start();
  source.say('desk');
  await screen.stable();
  expect(list()).toContain('Accettata');
  source.say('desk');
  await screen.stable();
  expect(screen.text).not.toContain(NUMBER);
});

test('they are chosen by state, timing and number, and a number that is none is said before it is asked', async () => {
  const api = new FakeApi().on(SEARCH, { value: revocations() });
  const screen = await shown(api);
  await choose(screen, 'Stato', 'silent');
  await choose(screen, 'Tempi', 'late');
  await screen.type('Numero della richiesta', 'R26-000419-X');
  await screen.click('Cerca');
  expect(screen.text).toContain('Non è un numero di richiesta');
  await screen.type('Numero della richiesta', 'r26 000419 u');
  await screen.click('Cerca');
  expect(api.to(SEARCH).map(({ body }) => body)).toEqual([{}, { states: ['silent'] }, { states: ['silent'], ages: ['late'] }, { states: ['silent'], ages: ['late'], number: 'r26 000419 u' }]);
});

test('more are read after the last that is shown', async () => {
  const api = new FakeApi().on(SEARCH, ...[1, 2].flatMap(() => [{ value: revocations({ hasMore: true }) }, { value: revocations({ requests: [revocationLine({ id: 'x', number: 'R26-000420-A' })] }) }]));
  const screen = await shown(api);
  await screen.click('Altre');
  expect(api.to(SEARCH).at(-1)?.body).toEqual({ after: { since: AT, id: REQUEST_ID } });
  screen.fixture.componentInstance.refresh();
  await screen.stable();
  expect(screen.text).toContain(NUMBER);
  expect(screen.text).toContain('R26-000420-A');
});

test('a list that does not arrive can be asked for again', async () => {
  const screen = await shown(new FakeApi().on(SEARCH, { problem: problem('unavailable', 503) }, { value: revocations() }));
  expect(screen.text).toContain('I dati non arrivano');
  await screen.click('Riprova');
  expect(screen.text).toContain(NUMBER);
});

test('the requests of some days are taken away as a table, and what is missing to it is said', async () => {
  const saved: string[] = [];
  const save = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.getAttribute('href') ?? '');
  });
  const screen = await shown(new FakeApi().on(SEARCH, { value: revocations() }));
  await screen.click('Scarica CSV');
  expect(screen.text).toContain('Scrivi il primo giorno');
  expect(document.activeElement?.id).toBe('export-from');
  await screen.type('Dal giorno', '30/11/2026');
  await screen.click('Scarica CSV');
  expect(screen.text).toContain('Scrivi l’ultimo giorno');
  await screen.type('Al giorno', '01/11/2026');
  await screen.click('Scarica CSV');
  expect(screen.text).toContain('L’ultimo giorno è prima del primo');
  expect(saved).toEqual([]);
  await screen.type('Dal giorno', '01/11/2026');
  await screen.type('Al giorno', '30/11/2026');
  await screen.click('Scarica CSV');
  expect(saved).toEqual(['/api/revocations/export.csv?from=2026-11-01&to=2026-11-30']);
  save.mockRestore();
});

test('a request of somebody whose name nobody knows has its day alone', async () => {
  await shown(new FakeApi().on(SEARCH, { value: revocations({ requests: [revocationLine({ initials: '' })] }) }));
  expect(document.querySelector('app-revocations-table th .help')?.textContent).not.toContain('·');
});

test('no open request, and none of those that were chosen, are told apart', async () => {
  const screen = await shown(new FakeApi().on(SEARCH, { value: revocations({ requests: [] }) }));
  expect(screen.text).toContain('Nessuna richiesta aperta.');
  await choose(screen, 'Stato', 'silent');
  expect(screen.text).toContain('Nessuna richiesta così.');
});

test('what waits for a supervisor is told by how much it presses: in other hands, to decide, stuck', async () => {
  const waiting = { ...helpDesk().requests, breaches: 1, toDecide: 3, stuck: 2 };
  const screen = await render(RevocationsWaiting, {}, [new FakeApi().on('GET /api/help-desk', { value: helpDesk({ requests: waiting }) }).provider, provideRouter([])]);
  await screen.stable();
  expect(screen.text).toMatch(/in mano ad altri: 1.*aspettano una decisione: 3.*Richieste ferme.*: 2/s);
});

test('an office’s act is recorded by a supervisor, with card, reason and what act it is', async () => {
  const api = new FakeApi().on(SEARCH, { value: revocations() }).on('POST /api/revocations', { value: receipt({ state: 'logged' }) });
  const screen = await shown(api, [...SUPERVISOR, 'revocation.record', 'revocation.record-at-desk']);
  await screen.click('Registra la richiesta');
  expect(screen.text).toContain('Scrivi il numero della tessera, 16 cifre');
  await screen.type('Numero della tessera (ID_Carta)', '6090 4120 7735 8013');
  await choose(screen, 'Perché', 'holder-death');
  await screen.type('Chi ha emesso l’atto', 'Comune di Massa');
  await screen.type('Data dell’atto', '20/11/2026');
  await screen.click('Registra la richiesta');
  expect(screen.text).toContain('Scrivi il numero dell’atto');
  await screen.type('Numero dell’atto', '12/2026');
  await screen.click('Registra la richiesta');
  const proof = { kind: 'official-act', office: 'Comune di Massa', actedOn: '2026-11-20', number: '12/2026' };
  expect(api.to('POST /api/revocations').map(({ body }) => body)).toEqual([{ act: 'revocation', reason: 'holder-death', asker: 'issuer', caseKind: null, identified: { by: 'act' }, idCarta: '6090412077358013', happenedAt: null, proof, confirmedEffects: [], notes: null }]);
  expect(screen.text).toContain(`richiesta ${NUMBER}. Decide un altro supervisore`);
  expect(api.to(SEARCH)).toHaveLength(2);
});

describe('one request', () => {
  test('shows its times from the call to the certificate’s end, and what the authority last said', async () => {
    const screen = await looked({});
    expect(screen.text).toContain('Trasmessa24/11/2026 10:44:02');
    expect(screen.text).toContain('Visibile nelle listenon ancora');
    expect(screen.text).toContain('tentativi: 2. Ultimo tentativo: nessuna risposta. Prossimo tentativo 24/11/2026 10:45:00');
    expect(screen.text).toContain('24/11/2026 09:12:33');
    expect(screen.hasButton('Decidi')).toBe(false);
  });

  test('leads to the call from which it came', async () => {
    const screen = await looked({}, new FakeApi().on(`GET /api/calls/${CALL_ID}`, { value: call({ category: 'lost-or-stolen', notes: 'Portafoglio perso' }) }));
    await screen.click('Vedi la chiamata');
    expect(screen.text).toContain('Portafoglio perso');
  });

  test('that nobody verified is decided by a supervisor, who names the card and why', async () => {
    const told = { codiceFiscale: 'RSSMRA80A41H501Y', idCarta: null, surname: null, name: null, birthDate: null };
    const api = new FakeApi().on(`POST /api/revocations/${REQUEST_ID}/decision`, { value: revocation({ state: 'verified' }) });
    const screen = await looked({ state: 'logged', standing: 'unverified', card: null, told, callBackAt: '333 1234567', canDecide: true }, api);
    expect(screen.text).toContain('333 1234567');
    expect(screen.text).toContain('RSSMRA80A41H501Y');
    expect(screen.text).toContain('al telefono, senza essere riconosciuto');
    await screen.click('Decidi');
    const isWhole = () => document.querySelector('app-decide-layer .primary')?.classList.contains('ready');
    expect(isWhole()).toBe(false);
    await screen.click('Verificata: procedi');
    expect(screen.text).toContain('Scrivi il numero della tessera, 16 cifre');
    await screen.type('Numero della tessera (ID_Carta)', '6090 4120 7735 8013');
    await screen.click('Verificata: procedi');
    expect(screen.text).toContain('Scrivi il motivo');
    await write(screen, 'decide-reason', 'Richiamata, conferma tutto');
    expect(isWhole()).toBe(true);
    await screen.click('Verificata: procedi');
    expect(api.to(`POST /api/revocations/${REQUEST_ID}/decision`).map(({ body }) => body)).toEqual([{ decision: 'verify', revision: 3, idCarta: '6090412077358013', reason: 'Richiamata, conferma tutto' }]);
    expect(api.to(SEARCH)).toHaveLength(2);
  });

  test('shows whoever decides what was written and seen, in whose words, and that the card is another person’s: the right one is named', async () => {
    const told = { codiceFiscale: 'RSSMRA80A41H501Y', idCarta: '6090412077358013', surname: null, name: null, birthDate: null };
    const moves: RevocationView['moves'] = [{ at: '2026-11-24T09:44:02Z', from: 'silent', to: 'awaiting-supervisor', cause: null, by: null, reason: 'Ho sentito il certificatore' }];
    const authority = { by: 'cmp', transactionId: 'a1', tries: 1, lastAnswer: 'rejected', words: 'badCertId', lastTryAt: null, nextTryAt: null } as const;
    const document = { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' } as const;
    const seenAtDesk = { document, person: { surname: 'ROSSI', name: 'MARIA', birthDate: '1980-01-01', codiceFiscale: null }, papers: [], declarations: [], decree: null, delegation: null };
    const api = new FakeApi().on(`POST /api/revocations/${REQUEST_ID}/decision`, { value: revocation({ state: 'verified' }) });
    const screen = await looked({ state: 'logged', standing: 'unverified', told, toldPerson: 'other', notes: 'Portafoglio sul treno', isBreach: true, wronglyDelivered: 'codes', moves, authority, seenAtDesk, canDecide: true }, api);
    for (const words of ['La tessera è di un’altra persona', 'Portafoglio sul treno', 'La busta con i codici', '«badCertId»', '«Ho sentito il certificatore»', 'ROSSI MARIA', 'CA12345AB']) expect(screen.text).toContain(words);
    expect(linksOf('a[download]')).toContain('/api/revocations/export.csv?from=2026-11-24&to=2026-11-24&breaches=only');
    expect(linksOf('app-export-form a[download]')[0]).toBe('/api/revocations/export.csv?open=only');
    await screen.click('Decidi');
    await screen.type('Numero della tessera (ID_Carta)', '6090000000000018');
    await write(screen, 'decide-reason', 'Richiamata, conferma tutto');
    await screen.click('Verificata: procedi');
    expect(api.to(`POST /api/revocations/${REQUEST_ID}/decision`)[0]?.body).toMatchObject({ decision: 'verify', idCarta: '6090000000000018' });
  });

  test('is rejected for a cause of the table, with a reason', async () => {
    const api = new FakeApi().on(`POST /api/revocations/${REQUEST_ID}/decision`, { problem: problem('own-revocation-request', 403) });
    const screen = await looked({ state: 'logged', canDecide: true }, api);
    await screen.click('Decidi');
    await screen.click('Respingi');
    expect(screen.text).toContain('Scegli perché la respingi');
    await choose(screen, 'Se la respingi, perché', 'not-entitled');
    await write(screen, 'decide-reason', 'Non è il titolare');
    await screen.click('Respingi');
    expect(api.to(`POST /api/revocations/${REQUEST_ID}/decision`)[0]?.body).toEqual({ decision: 'reject', revision: 3, cause: 'not-entitled', reason: 'Non è il titolare' });
    expect(screen.text).toContain('La richiesta l’hai registrata tu');
  });

  test('that got stuck is sent anew, or ended, by a supervisor', async () => {
    const api = new FakeApi().on(`POST /api/revocations/${REQUEST_ID}/resolution`, { value: revocation({ state: 'transmitted' }) });
    const screen = await looked({ state: 'awaiting-supervisor', canResolve: true }, api);
    await screen.click('Che cosa farne');
    await screen.click('Conferma');
    expect(screen.text).toContain('Scegli che cosa farne');
    document.getElementById('resolve-sent-anew')?.click();
    await screen.stable();
    await write(screen, 'resolve-reason', 'Il certificatore è di nuovo in linea');
    await screen.click('Conferma');
    expect(api.to(`POST /api/revocations/${REQUEST_ID}/resolution`).map(({ body }) => body)).toEqual([{ revision: 3, cause: 'sent-anew', reason: 'Il certificatore è di nuovo in linea' }]);
  });
});

describe('a faulty lot', () => {
  const LOTS = 'GET /api/revocation-lots';
  const WITH_LOTS = [...SUPERVISOR, 'revocation.lot'];
  const CARDS = '6090412077358013\n6090000000000018\n6090412077358013';
  const twoCards = ['6090412077358013', '6090000000000018'];

  test('is tried first, with a list and a reason, and nothing is revoked', async () => {
    const api = new FakeApi().on(SEARCH, { value: revocations() }).on(LOTS, { value: { lots: [] } }).on('POST /api/revocation-lots', { value: lot({ isOwn: true, canConfirm: false }) });
    const screen = await shown(api, WITH_LOTS);
    await write(screen, 'lot-list', '6090412077358013\nabc');
    await screen.click('Prova, senza revocare');
    expect(screen.text).toContain('Non sono numeri di tessera: abc');
    await write(screen, 'lot-list', CARDS);
    expect(screen.text).toContain('Nell’elenco: 2.');
    await screen.click('Prova, senza revocare');
    expect(screen.text).toContain('Scrivi perché');
    await write(screen, 'lot-reason', 'Chip difettosi');
    api.on(LOTS, { value: { lots: [lot({ isOwn: true, canConfirm: false })] } });
    await screen.click('Prova, senza revocare');
    expect(api.to('POST /api/revocation-lots').map(({ body }) => body)).toEqual([{ cards: twoCards, reason: 'Chip difettosi' }]);
    expect(screen.text).toContain('L’hai chiesto tu: lo conferma un altro supervisore');
  });

  test('goes out by another supervisor’s hand and the very same list', async () => {
    const api = new FakeApi().on(SEARCH, { value: revocations() }).on(LOTS, { value: { lots: [lot()] } }).on(`POST /api/revocation-lots/${LOT_ID}/confirmation`, { problem: problem('lot-not-revocable') }, { value: lot({ state: 'done' }) });
    const screen = await shown(api, WITH_LOTS);
    await screen.click('Conferma: certificati da revocare 1');
    expect(screen.text).toContain('Incolla l’elenco delle tessere');
    await write(screen, 'lot-list', CARDS);
    await screen.click('Conferma: certificati da revocare 1');
    expect(api.to(`POST /api/revocation-lots/${LOT_ID}/confirmation`).map(({ body }) => body)).toEqual([{ revision: 1, cards: twoCards }]);
    expect(screen.text).toContain('Il lotto non può partire');
  });

  test('that was let go says how many cards are left, and a wrong trial is withdrawn', async () => {
    const withdrawn = `POST /api/revocation-lots/${LOT_ID}/withdrawal`;
    const gone = lot({ id: '01a20771-2ab4-756c-ba98-c82d68c0377e', state: 'asked', left: 812, confirmedBy: 'A. Neri', confirmedAt: '2026-11-24T10:00:00Z', canConfirm: false });
    const api = new FakeApi().on(SEARCH, { value: revocations() }).on(LOTS, { value: { lots: [lot(), gone] } }).on(withdrawn, { value: lot({ state: 'withdrawn' }) });
    const screen = await shown(api, WITH_LOTS);
    expect(screen.text).toContain('Ne restano 812');
    await screen.click('Ritira la prova');
    expect(api.to(withdrawn).map(({ body }) => body)).toEqual([{ revision: 1 }]);
    expect(screen.text).not.toContain('Nessun lotto finora');
  });

  test('is nothing that others see', async () => {
    const screen = await shown(new FakeApi().on(SEARCH, { value: revocations() }));
    expect(screen.text).not.toContain('Lotti difettosi');
  });

  test('a list is read however it was pasted', () => {
    expect(lotListIn('6090 4120 7735 8013; 6090000000000018,\t6090412077358013\n\n')).toEqual({ cards: twoCards, wrong: [], isTooLarge: false });
  });
});
