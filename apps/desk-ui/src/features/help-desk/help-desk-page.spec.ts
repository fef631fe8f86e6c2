// SPDX-License-Identifier: AGPL-3.0-or-later
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CallView, HelpDeskView } from '@sportello/contracts';
import { HelpDeskStore } from '../../data/help-desk/help-desk-store';
import { DeskLink } from '../../data/link/desk-link';
import { OPEN_EVENT_SOURCE } from '../../data/link/event-source';
import { SessionState } from '../../data/session/session-state';
import { SessionWatch } from '../../data/session/session-watch';
import { Clock } from '../../data/time/clock';
import { FakeApi } from '../../testing/fake-api';
import { FakeEventSource } from '../../testing/fake-event-source';
import { AT, problem, session } from '../../testing/fixtures';
import { call, CALL_ID, callLine, cardOfCaller, helpDesk, helpDeskLine, identification, NUMBER, receipt, REQUEST_ID } from '../../testing/help-desk-fixtures';
import { render, type Screen } from '../../testing/render';
import { HelpDeskPage } from './help-desk-page';

const now = signal(Date.parse(AT));
const source = new FakeEventSource();
const OPEN = 'POST /api/calls';
const WRITE = `POST /api/calls/${CALL_ID}/changes`;
const IDENTIFY = `POST /api/calls/${CALL_ID}/identification`;
const CLOSE = `POST /api/calls/${CALL_ID}/closing`;
const RECORD = 'POST /api/revocations';
const SEEN = `GET /api/calls/${CALL_ID}`;

async function shown(api: FakeApi, view: HelpDeskView = helpDesk()): Promise<Screen<HelpDeskPage>> {
  const screen = await render(HelpDeskPage, {}, [api.on('GET /api/help-desk', { value: view }).provider, { provide: Clock, useValue: { now } }, { provide: OPEN_EVENT_SOURCE, useValue: () => source }, HelpDeskStore, provideRouter([])]);
  TestBed.inject(SessionState).begin(session({ permissions: ['call.read', 'call.keep', 'revocation.read', 'revocation.record'] }));
  await screen.stable();
  return screen;
}

/** A call that was answered, and is about something. */
async function spoken(api: FakeApi, changes: Partial<CallView> = {}, view?: HelpDeskView): Promise<Screen<HelpDeskPage>> {
  const screen = await shown(api.on(OPEN, { value: call(changes) }).on(WRITE, { value: call(changes) }), view);
  await screen.press('Enter', document.body);
  return screen;
}

const choose = async (screen: Screen<HelpDeskPage>, label: string, value: string) => {
  const field = screen.field(label);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
};
const tick = async (screen: Screen<HelpDeskPage>, id: string) => {
  document.getElementById(id)?.click();
  await screen.stable();
};
const notes = async (screen: Screen<HelpDeskPage>, text: string) => {
  const field = document.getElementById('call-notes') as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('blur'));
  await screen.stable();
};

/** The session of somebody who sees no desk, followed by its stream of hints. */
function followed(): () => number {
  TestBed.inject(SessionWatch).start();
  return TestBed.inject(DeskLink).hints;
}

beforeEach(() => {
  now.set(Date.parse(AT));
  jest.spyOn(Date, 'now').mockImplementation(() => now());
});
afterEach(() => {
  jest.restoreAllMocks();
  document.body.replaceChildren();
});

describe('between calls', () => {
  test('the page says until when the help desk is open, and that figures of operators are off', async () => {
    const screen = await shown(new FakeApi());
    expect(screen.text).toContain('Help desk aperto fino alle 19:00');
    expect(screen.text).toContain('I tempi delle chiamate non si contano per operatore');
    expect(screen.text).toContain('Senza riconoscimento, aspettano un supervisore: 1');
  });

  test('while it is closed the page says why and until when, and answers all the same', async () => {
    const opening = { isOpen: false, because: { because: 'holiday', holiday: 'immaculate-conception' }, next: '2026-12-09T08:00:00Z' } as const;
    const screen = await shown(new FakeApi().on(OPEN, { value: call({ isOutOfHours: true }) }), helpDesk({ opening }));
    expect(screen.text).toContain('riapre mercoledì 9 dicembre 2026 alle 09:00');
    expect(screen.text).toContain('È festa. (Immacolata Concezione)');
    await screen.click('Rispondi');
    expect(screen.text).toContain('Fuori orario');
  });

  test('a call that was left open is taken up, and an overdue follow-up says so', async () => {
    const followUps = [callLine({ state: 'follow-up', category: 'card-software', followUp: { what: 'call-back', by: '2026-11-20', callBackAt: '333 1234567' } })];
    const screen = await shown(new FakeApi().on(SEEN, { value: call({ category: 'pin-forgotten' }) }), helpDesk({ openCalls: [callLine()], followUps }));
    expect(screen.text).toMatch(/Richiamare, scaduto il 20\/11\/2026\s*333 1234567/);
    await screen.click(/^Riprendi: Smarrimento o furto/);
    expect(screen.heading(1)).toBe('Chiamata 2026-1187');
  });

  test('an e-mail is recorded as it was received', async () => {
    const mail = { text: 'Il mio CIP è [CIP omesso]', redactions: 1 };
    const api = new FakeApi().on('POST /api/calls/mails', { value: call({ channel: 'e-mail', mail }) });
    const screen = await shown(api);
    document.querySelectorAll<HTMLInputElement>('input[name=channel]')[1]?.click();
    await screen.stable();
    await screen.click('Registra l’e-mail');
    expect(screen.text).toContain('Incolla il testo dell’e-mail');
    const text = document.getElementById('mail-text') as HTMLTextAreaElement;
    text.value = 'Il mio CIP è 1234567890';
    text.dispatchEvent(new Event('input', { bubbles: true }));
    await screen.click('Registra l’e-mail');
    expect(api.to('POST /api/calls/mails').map(({ body }) => body)).toEqual([{ receivedAt: '2026-11-24T09:43:58.000Z', text: 'Il mio CIP è 1234567890' }]);
    expect(screen.text).toContain('Numeri tolti perché potevano essere un CIP: 1');
  });
});

describe('a call', () => {
  test('begins with Enter, and waits for what it is about', async () => {
    const api = new FakeApi();
    const screen = await spoken(api);
    expect(api.to(OPEN).map(({ body }) => body)).toEqual([{ channel: 'phone', callerNumber: null }]);
    expect(screen.text).toContain('In corso 00:00');
    expect(screen.text).toContain('Manca: l’argomento');
    await screen.press('Enter', document.body);
    expect(document.activeElement?.id).toBe('call-category');
  });

  test('has its script on screen, and says what the telephone cannot do and where to go', async () => {
    const api = new FakeApi();
    const screen = await spoken(api);
    await choose(screen, 'Argomento', 'pin-forgotten');
    expect(screen.text).toContain('«I codici erano nella busta chiusa: nessuno li conosce, nemmeno noi. Non possiamo dirglieli.»');
    expect(screen.text).toContain('Codici nuovi (duplicato PIN/PUK)');
    expect(screen.text).toContain('Di persona a qualsiasi sportello di attivazione');
    expect(screen.text).toContain('Per questo argomento non serve sapere chi chiama');
    document.querySelector<HTMLInputElement>('app-script-panel input')?.click();
    await screen.stable();
    expect(api.to(WRITE).at(-1)?.body).toEqual({ revision: 0, callerKind: null, category: 'pin-forgotten', notes: '', doneSteps: ['ask-tries-left'] });
  });

  test('warns of words about health and of what may be a CIP in the notes, and keeps them all the same', async () => {
    const api = new FakeApi();
    const screen = await spoken(api);
    await notes(screen, 'Ha un tumore, il codice è 1234567890');
    expect(screen.text).toContain('Sembra una notizia sulla salute: «tumore»');
    expect(screen.text).toContain('C’è un numero lungo come un CIP');
    expect(api.to(WRITE).at(-1)?.body).toMatchObject({ notes: 'Ha un tumore, il codice è 1234567890' });
  });

  test('loses from the page, too, what was taken out of its notes', async () => {
    const api = new FakeApi();
    const screen = await spoken(api);
    api.on(WRITE, { value: call({ revision: 1, notes: 'Il CIP è [CIP omesso]' }) });
    await notes(screen, 'Il CIP è 1234567890');
    expect((document.getElementById('call-notes') as HTMLTextAreaElement).value).toBe('Il CIP è [CIP omesso]');
  });

  test('that is to be called back has the number in a field of its own', async () => {
    const api = new FakeApi().on(CLOSE, { value: call({ state: 'follow-up' }) });
    const screen = await spoken(api, { category: 'spid' });
    await screen.press('Enter', document.body);
    await tick(screen, 'outcome-follow-up');
    await choose(screen, 'Che cosa resta da fare', 'call-back');
    await screen.type('Entro il', '26/11/2026');
    await screen.click('Chiudi Invio');
    expect([api.to(CLOSE).length, document.activeElement?.id]).toEqual([0, 'follow-up-number']);
    await screen.type('Numero da richiamare', '333 1234567');
    await screen.click('Chiudi Invio');
    expect(api.to(CLOSE)[0]?.body).toMatchObject({ followUp: { what: 'call-back', by: '2026-11-26', callBackAt: '333 1234567' } });
  });

  test('is closed with how it ended, and a follow-up needs what and by when', async () => {
    const api = new FakeApi().on(CLOSE, { value: call({ state: 'closed' }) });
    const screen = await spoken(api, { category: 'card-software' });
    await screen.press('Enter', document.body);
    await tick(screen, 'outcome-follow-up');
    await screen.click('Chiudi Invio');
    expect(screen.text).toContain('Scegli che cosa resta da fare');
    await choose(screen, 'Che cosa resta da fare', 'ask-technician');
    await screen.type('Entro il', '23/11/2026');
    await screen.click('Chiudi Invio');
    expect(screen.text).toContain('Scegli oggi o un giorno che viene');
    await screen.type('Entro il', '26/11/2026');
    await screen.click('Chiudi Invio');
    expect(api.to(CLOSE).map(({ body }) => body)).toEqual([{ revision: 0, outcome: 'follow-up', followUp: { what: 'ask-technician', by: '2026-11-26' } }]);
    expect(screen.heading(1)).toBe('Chiamate');
  });

  test('that was not asked what it was about can only have dropped', async () => {
    const screen = await spoken(new FakeApi());
    await screen.press('F8', document.body);
    expect(document.querySelectorAll('input[name=outcome]')).toHaveLength(1);
  });

  test('is not written again when nothing changed', async () => {
    const api = new FakeApi();
    const screen = await spoken(api, { category: 'other' });
    await screen.press('Enter', document.body);
    expect(api.to(WRITE)).toEqual([]);
  });

  test('is laid by with F9 once all that was written has arrived', async () => {
    const api = new FakeApi();
    const screen = await spoken(api, { category: 'other' });
    api.on(WRITE, { problem: problem('unavailable', 503) });
    await notes(screen, 'Richiama domani');
    await screen.press('F9', document.body);
    expect(screen.heading(1)).toBe('Chiamata 2026-1187');
    api.on(WRITE, { value: call({ category: 'other', notes: 'Richiama domani' }) });
    await screen.press('F9', document.body);
    expect(screen.heading(1)).toBe('Chiamate');
  });

  test('is read aloud with F4 in large letters', async () => {
    const screen = await spoken(new FakeApi(), { category: 'opening-hours' });
    await screen.press('F4', document.body);
    expect(document.querySelector('.layer')?.textContent).toContain('Rispondiamo all’800 004477');
  });

  test('that somebody else changed is read again, and what is typed goes out with the next change', async () => {
    const api = new FakeApi();
    const screen = await spoken(api);
    api.on(WRITE, { problem: problem('call-changed') }, { value: call({ revision: 5 }) }).on(SEEN, { value: call({ revision: 4 }) });
    await notes(screen, 'Prima');
    expect(screen.text).toContain('La chiamata è cambiata');
    await notes(screen, 'Prima e dopo');
    expect(api.to(WRITE).at(-1)?.body).toMatchObject({ revision: 4, notes: 'Prima e dopo' });
  });

  test('that somebody else closed leaves the page, which says so', async () => {
    const api = new FakeApi();
    const screen = await spoken(api);
    api.on(WRITE, { problem: problem('call-closed', 409) });
    await notes(screen, 'Prima');
    expect(screen.text).toContain('La chiamata è già chiusa');
    expect(screen.heading(1)).toBe('Chiamate');
    await screen.click('Ho capito');
    expect(screen.hasButton('Rispondi')).toBe(true);
  });
});

describe('an identification by CIP', () => {
  const LOST = { category: 'lost-or-stolen', callerKind: 'holder' } as const;

  test('sends the CIP once, takes it off the page, and shows the name', async () => {
    const known = call({ ...LOST, identification: identification() });
    const api = new FakeApi().on(IDENTIFY, { value: known });
    const screen = await spoken(api, LOST);
    api.on(WRITE, { value: known });
    await screen.type('Codice fiscale', 'RSSMRA80A41H501Y');
    await screen.type('Codice utente (CIP)', '12345 67890');
    await screen.press('Enter', document.body);
    expect(api.to(IDENTIFY).map(({ body }) => body)).toEqual([{ revision: 0, codiceFiscale: 'RSSMRA80A41H501Y', idCarta: null, surname: null, name: null, birthDate: null, cip: '1234567890' }]);
    expect(screen.text).toContain('ROSSI MARIA');
    expect(document.body.innerHTML).not.toContain('1234567890');
    expect(document.getElementById('caller-cip')).toBeNull();
  });

  test('leaves the cursor where the work is when the call is saved later on', async () => {
    const api = new FakeApi();
    const screen = await spoken(api, { ...LOST, identification: identification() });
    api.on(WRITE, { value: call({ ...LOST, revision: 1, identification: identification() }) });
    document.getElementById('revocation-reason')?.focus();
    await choose(screen, 'Chi chiama', 'representative');
    expect(document.activeElement?.id).toBe('revocation-reason');
  });

  test('is asked for with one thing that names the person', async () => {
    const api = new FakeApi().on(IDENTIFY, { value: call({ ...LOST, identification: identification() }) });
    const screen = await spoken(api, LOST);
    await choose(screen, 'Il CIP insieme a', 'name-and-birth-date');
    await screen.type('Cognome', 'Rossi');
    await screen.type('Codice utente (CIP)', '1234567890');
    await screen.press('Enter', document.body);
    expect(document.activeElement?.id).toBe('caller-forename');
    await screen.type('Nome', 'Maria');
    await screen.type('Data di nascita', '01/01/1980');
    await screen.press('Enter', document.body);
    expect(api.to(IDENTIFY)[0]?.body).toMatchObject({ codiceFiscale: null, surname: 'Rossi', name: 'Maria', birthDate: '1980-01-01' });
  });

  test('that is wrong says one thing whichever part it was, waits, and begins with the CIP again', async () => {
    const api = new FakeApi().on(IDENTIFY, { problem: problem('cip-mismatch', 403, { retryAfterSeconds: 5, mayRecordUnverified: false }) });
    const screen = await spoken(api, LOST);
    await screen.type('Codice fiscale', 'RSSMRA80A41H501Y');
    await screen.type('Codice utente (CIP)', '1234567890');
    await screen.press('Enter', document.body);
    expect(screen.text).toContain('Almeno un dato non corrisponde, e non diciamo quale');
    expect(screen.text).toContain('Prossimo tentativo tra 5 s');
    expect(screen.field('Codice utente (CIP)').value).toBe('');
    expect(screen.field('Codice fiscale').value).toBe('RSSMRA80A41H501Y');
    await screen.type('Codice utente (CIP)', '1234567891');
    await screen.press('Enter', document.body);
    expect(api.to(IDENTIFY)).toHaveLength(1);
    now.update((before) => before + 5_000);
    await screen.stable();
    await screen.press('Enter', document.body);
    expect(api.to(IDENTIFY)).toHaveLength(2);
  });

  test('after five wrong tries the request is recorded unverified, with where to call back', async () => {
    const api = new FakeApi().on(IDENTIFY, { problem: problem('cip-mismatch', 403, { retryAfterSeconds: 0, mayRecordUnverified: true }) }).on(RECORD, { value: receipt({ standing: 'unverified', state: 'logged' }) });
    const screen = await spoken(api, LOST);
    expect(screen.hasButton('Dati non riconosciuti')).toBe(false);
    await screen.type('Codice fiscale', 'RSSMRA80A41H501Y');
    await screen.type('Codice utente (CIP)', '1234567890');
    await screen.press('Enter', document.body);
    await screen.click('Dati non riconosciuti');
    await choose(screen, 'Motivo', 'malfunction');
    expect(screen.text).toContain('Manca: dove richiamare');
    await screen.type('Dove richiamare', '333 1234567');
    await tick(screen, 'effects-confirmed');
    const logged = call({ ...LOST, requests: [{ id: REQUEST_ID, number: NUMBER, state: 'logged', standing: 'unverified' }] });
    api.on(SEEN, { value: logged }).on(WRITE, { value: logged });
    await screen.press('Enter', document.body);
    expect(api.to(RECORD)[0]?.body).toMatchObject({
      identified: { by: 'nothing', callId: CALL_ID, codiceFiscale: 'RSSMRA80A41H501Y', idCarta: null, surname: null, name: null, birthDate: null, callBackAt: '333 1234567' },
      idCarta: null,
      reason: 'malfunction',
    });
    expect(screen.text).toContain('Un supervisore la richiama prima di decidere');
  });
});

describe('a revocation', () => {
  const two = [cardOfCaller(), cardOfCaller({ idCarta: '6090000000000018', expiresOn: '2027-02-14', desk: 'Farmacia Verdi', isOfThisCip: false })];
  const LOST = { category: 'lost-or-stolen', callerKind: 'holder', identification: identification({ cards: two }) } as const;
  const recorded = call({ ...LOST, requests: [{ id: REQUEST_ID, number: NUMBER, state: 'verified', standing: 'identified' }] });

  test('chooses one card of several, reads the effects, and is recorded on the caller’s yes', async () => {
    const api = new FakeApi().on(RECORD, { value: receipt() }).on(SEEN, { value: recorded });
    const screen = await spoken(api, LOST);
    expect(screen.text).toContain('Scade il 20/05/2030');
    expect(screen.text).toContain('ID_Carta …0000 0018');
    await choose(screen, 'Motivo', 'theft');
    expect(screen.text).toContain('Le altre sue tessere restano come sono');
    expect(screen.text).toContain('Manca: il suo «Confermo»');
    await screen.type('Quando se n’è accorto', '24/11/2026');
    await screen.type('Ora', '9:12:33');
    await tick(screen, 'effects-confirmed');
    expect(screen.text).toContain('Manca: la sua dichiarazione a voce');
    await tick(screen, 'spoken-declaration');
    expect(screen.text).toContain('Non manca nulla');
    await screen.press('Enter', document.body);
    expect(api.to(RECORD).map(({ body }) => body)).toEqual([
      {
        act: 'revocation',
        reason: 'theft',
        asker: 'holder',
        caseKind: null,
        identified: { by: 'cip', callId: CALL_ID, identificationId: identification().id },
        idCarta: '6090412077358013',
        happenedAt: '2026-11-24T08:12:33.000Z',
        proof: { kind: 'self-declaration', isSigned: false },
        confirmedEffects: ['final', 'certificate-only', 'health-record-unchanged', 'services-closed', 'other-cards-stay', 'replacement-to-ask', 'new-card-to-activate'],
        notes: null,
      },
    ]);
  });

  test('of somebody whose identification ended meanwhile is not recorded, and their name leaves the page', async () => {
    const known = call({ category: 'lost-or-stolen', callerKind: 'holder', identification: identification() });
    const api = new FakeApi().on(RECORD, { problem: problem('identification-ended', 409) });
    const screen = await spoken(api, known);
    await choose(screen, 'Motivo', 'malfunction');
    await tick(screen, 'effects-confirmed');
    api.on(SEEN, { value: call({ category: 'lost-or-stolen', callerKind: 'holder' }) });
    await screen.press('Enter', document.body);
    expect(api.to(RECORD)).toHaveLength(1);
    expect(screen.text).toContain('Il riconoscimento è scaduto');
    expect(screen.text).not.toContain('MARIA');
  });

  test('gives its number large and in groups, and asks to have it repeated before the call is closed', async () => {
    const api = new FakeApi().on(CLOSE, { value: call({ state: 'closed' }) });
    const screen = await spoken(api, recorded);
    expect(document.querySelector('app-request-number .number')?.textContent).toBe(NUMBER);
    expect([...document.querySelectorAll('app-request-number li b')].map((group) => group.textContent)).toEqual(['R', '26', '000', '419', 'U']);
    expect(screen.text).toContain('UUdine');
    expect(screen.text).toContain('Fatti ripetere il numero della richiesta');
    await tick(screen, 'number-repeated');
    expect(screen.text).not.toContain('Fatti ripetere il numero della richiesta');
    await screen.press('Enter', document.body);
    await screen.click('Chiudi Invio');
    expect(api.to(CLOSE)[0]?.body).toMatchObject({ outcome: 'request-recorded', followUp: null });
  });

  test('shows by itself how its request goes on, and what is typed meanwhile stays', async () => {
    const withState = (state: CallView['requests'][number]['state'], changes: Partial<CallView> = {}): CallView => call({ ...LOST, ...changes, requests: [{ id: REQUEST_ID, number: NUMBER, state, standing: 'identified' }] });
    const api = new FakeApi();
    const screen = await spoken(api, withState('verified'));
    const hints = followed();
    expect(screen.text).toContain('Verificata');
    const field = document.getElementById('call-notes') as HTMLTextAreaElement;
    field.value = 'Portafoglio perso';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    api.on(SEEN, { value: withState('accepted', { notes: 'scritto altrove', revision: 4 }) }, { value: withState('confirmed') });
    source.say('desk');
    await screen.stable();
    expect(screen.text).toContain('Accettata');
    expect(field.value).toBe('Portafoglio perso');
    source.say('desk');
    await screen.stable();
    expect(screen.text).toContain('Confermata');
    // It has ended: nothing of it changes any more.
    source.say('desk');
    await screen.stable();
    expect(api.to(SEEN)).toHaveLength(2);
    expect(hints()).toBe(3);
    expect(api.to('GET /api/help-desk').length).toBeGreaterThanOrEqual(4);
  });

  test('of another card of the same caller follows in the same call, with its own number', async () => {
    const asked = [cardOfCaller({ openRequest: NUMBER }), cardOfCaller({ idCarta: '6090000000000018', isOfThisCip: false })];
    const api = new FakeApi().on(RECORD, { value: receipt() });
    const screen = await spoken(api, { ...recorded, identification: identification({ cards: asked }) });
    await screen.click('Revoca anche un’altra tessera');
    expect(screen.text).toContain('C’è già una richiesta per questa tessera');
    await tick(screen, 'card-6090000000000018');
    await choose(screen, 'Motivo', 'malfunction');
    await tick(screen, 'effects-confirmed');
    const both = call({ ...LOST, requests: [...recorded.requests, { id: CALL_ID, number: 'R26-000420-A', state: 'verified', standing: 'identified' }] });
    api.on(SEEN, { value: both }).on(WRITE, { value: both });
    await screen.press('Enter', document.body);
    expect(api.to(RECORD)[0]?.body).toMatchObject({ idCarta: '6090000000000018', happenedAt: null, proof: null });
    expect(document.querySelector('app-request-number .number')?.textContent).toBe('R26-000420-A');
  });

  test('of another card has its own effects read aloud', async () => {
    const asked = [cardOfCaller({ openRequest: NUMBER }), cardOfCaller({ idCarta: '6090000000000018', isOfThisCip: false })];
    const screen = await spoken(new FakeApi(), { ...recorded, identification: identification({ cards: asked }) });
    await screen.click('Revoca anche un’altra tessera');
    await tick(screen, 'card-6090000000000018');
    await choose(screen, 'Motivo', 'malfunction');
    await screen.press('F4', document.body);
    expect(document.querySelector('app-aloud-layer')?.textContent).toContain('Le altre sue tessere restano come sono');
  });

  test('asks for another yes when another card is chosen', async () => {
    const screen = await spoken(new FakeApi(), LOST);
    await choose(screen, 'Motivo', 'malfunction');
    await tick(screen, 'effects-confirmed');
    expect(screen.text).toContain('Non manca nulla');
    await tick(screen, 'card-6090000000000018');
    expect(screen.text).toContain('Manca: il suo «Confermo»');
  });

  test('is not asked for twice: the number of the open request is told instead', async () => {
    const cards = [cardOfCaller({ openRequest: NUMBER })];
    const screen = await spoken(new FakeApi(), { ...LOST, identification: identification({ cards }) });
    expect(screen.text).toContain(`C’è già la richiesta ${NUMBER}: leggi quel numero`);
    expect(screen.text).toContain('C’è già una richiesta per questa tessera');
  });

  test('is a parent’s to ask for, in the quality in which the card was activated, and not the minor’s', async () => {
    const cards = [cardOfCaller({ mode: 'parental' })];
    const minor = { ...LOST, identification: identification({ cards, isMinor: true }) };
    const screen = await spoken(new FakeApi(), minor);
    await choose(screen, 'Motivo', 'malfunction');
    expect(screen.text).toContain('La tessera è di un minore: chiama un genitore o il tutore');
    await choose(screen, 'Chi chiama', 'representative');
    expect(screen.text).not.toContain('Così non si può');
    expect(screen.text).toContain('Genitore di un minore');
  });

  test('is not a health delegate’s by telephone', async () => {
    const cards = [cardOfCaller({ mode: 'health-delegate' })];
    const screen = await spoken(new FakeApi(), { ...LOST, callerKind: 'representative', identification: identification({ cards }) });
    await choose(screen, 'Motivo', 'malfunction');
    expect(screen.text).toContain('una delega per motivi di salute va firmata di nuovo');
  });

  test('with a report asks where and when it was made', async () => {
    const screen = await spoken(new FakeApi(), LOST);
    await choose(screen, 'Motivo', 'loss');
    await choose(screen, 'Prova', 'report');
    expect(screen.text).toContain('Manca: dove ha fatto denuncia');
    await screen.type('Denuncia fatta a', 'Carabinieri Massa');
    await screen.type('Il giorno', '24/11/2026');
    expect(screen.text).not.toContain('Manca: dove ha fatto denuncia');
    expect(screen.text).toContain('Manca: quando se n’è accorto');
  });

  test('offers suspension only where the body uses it', async () => {
    await spoken(new FakeApi(), LOST, helpDesk({ isSuspensionOn: true }));
    expect(document.getElementById('revocation-act')).not.toBeNull();
  });
});

test('the earlier calls of whoever was recognised are told without their notes; those of this desk can be read, others say where they were taken', async () => {
  const api = new FakeApi().on(SEEN, { value: call({ state: 'closed' }) });
  const earlier: CallView['earlier'] = [{ id: CALL_ID, number: '2026-1090', takenAt: { desk: 'Massa · Sportello 2', body: 'Azienda di esempio' }, canRead: true, openedAt: '2026-09-03T08:00:00Z', channel: 'phone', category: 'pin-forgotten', outcome: 'answered', requestNumber: null }];
  earlier.push({ ...earlier[0]!, id: REQUEST_ID, number: '2026-12', takenAt: { desk: 'Firenze · URP', body: 'Comune di Firenze' }, canRead: false });
  const screen = await spoken(api, { category: 'lost-or-stolen', identification: identification(), earlier });
  await screen.click('2 chiamate precedenti');
  expect(document.querySelector('.layer')?.textContent?.replace(/\s+/g, ' ')).toContain('03/09/2026 10:00 TelefonoPIN dimenticatoRisposto');
  expect(document.querySelector('.layer')?.textContent).toContain('Presa da Firenze · URP, Comune di Firenze: la legge chi l’ha presa');
  expect(screen.hasButton('Leggila: chiamata 2026-12')).toBe(false);
  await screen.click('Leggila: chiamata 2026-1090');
  expect(api.to(SEEN)).toHaveLength(1);
});

describe('what this installation says of itself', () => {
  afterEach(() => delete document.documentElement.dataset['selfCheck']);

  test('software goes by the card’s letters and the computer; the page that tries cards out is named with its address, or not at all', async () => {
    const screen = await spoken(new FakeApi(), { category: 'card-software' });
    for (const words of ['AC2013, AC2014, AC2018: IDProtect', 'Bit4id xpki, per Windows e macOS', 'Su Linux: OpenSC']) expect(screen.text).toContain(words);
    expect(screen.text).not.toContain('Pagina di prova');
  });

  test('with its address, where there is one', async () => {
    document.documentElement.dataset['selfCheck'] = 'https://tessera.example';
    const screen = await spoken(new FakeApi(), { category: 'card-software' });
    expect(screen.text).toContain('Pagina di prova');
    expect(screen.text).toContain('https://tessera.example');
  });

  test('a CIP of another pattern than the usual is warned of in the notes, too', async () => {
    const screen = await spoken(new FakeApi(), {}, helpDesk({ cipPattern: { length: 8, alphabet: '0123456789' } }));
    await notes(screen, 'Dice 73140982');
    expect(document.querySelector('app-notes-panel')?.textContent).toContain('CIP');
  });

  test('a call that is taken up again still says that nobody was recognised', async () => {
    const screen = await spoken(new FakeApi(), { category: 'lost-or-stolen', callerKind: 'holder', requests: [{ id: REQUEST_ID, number: NUMBER, state: 'logged', standing: 'unverified' }] });
    expect(screen.text).toContain('Un supervisore la richiama prima di decidere');
  });

  test('hours of a line are those of the rule book', async () => {
    const screen = await spoken(new FakeApi(), { category: 'cie-block' });
    expect(screen.text).toContain('lunedì–venerdì 8–18, sabato 8–14.');
  });

  test('the help desk’s own line is named with its number and the hours that an administrator keeps', async () => {
    const hours = (['monday', 'tuesday'] as const).map((weekday) => ({ weekday, from: '08:30', to: '12:00' }));
    const line = helpDeskLine({ phone: '0585 000000', hours, calendar: { isClosedOnHolidays: false, patronDay: null, closures: [] } });
    const screen = await spoken(new FakeApi(), { category: 'opening-hours' }, helpDesk({ line }));
    expect(screen.text).toContain('«Rispondiamo all’0585 000000, lunedì–martedì 8:30–12.');
    expect(document.querySelector('app-elsewhere-panel')?.textContent).toContain('8:30–12:00');
    expect(document.querySelector('app-elsewhere-panel')?.textContent).not.toContain('Non nei giorni festivi');
    await screen.press('F4', document.body);
    expect(document.querySelector('.layer')?.textContent).toContain('lunedì–martedì 8:30–12.');
  });

  test('sums of single operators’ calls stand where they are on', async () => {
    const off = await shown(new FakeApi());
    expect(off.text).not.toContain('Minuti in tutto');
    document.body.replaceChildren();
    TestBed.resetTestingModule();
    const on = await shown(new FakeApi(), helpDesk({ areFiguresOn: true, figures: [{ operator: 'I. Vanni', calls: 14, minutes: 61 }] }));
    expect(on.text).toContain('I. Vanni1461');
  });
});
