// SPDX-License-Identifier: AGPL-3.0-or-later
import { provideRouter } from '@angular/router';
import { PublicRevocationRequest, PublicUnverifiedRevocationRequest } from '@sportello/contracts';
import { FakeApi } from '../../testing/fake-api';
import { problem } from '../../testing/fixtures';
import { render } from '../../testing/render';
import type { Screen } from '../../testing/render';
import { PublicRevocationPage } from './public-revocation-page';

const ASK = 'POST /api/public/revocations';
const UNVERIFIED = 'POST /api/public/revocations/unverified';
const CODE = 'RSSMRA80A01D612Y';
const CIP = '4071 9928 36';
const RECEIPT = {
  id: '01936d0e-0000-7000-8000-000000000001',
  number: 'R26-000419-K',
  spoken: ['R', '26', '000', '419', 'K'],
  recordedAt: '2026-11-28T09:12:33Z',
  act: 'revocation',
  reason: 'code-compromise',
  standing: 'identified',
  state: 'verified',
  idCartaLast8: null,
  isOutOfHours: false,
};

const mismatch = (details: object) => ({ problem: { ...problem('cip-mismatch', 403), details: { ...details } } });

async function shown(api: FakeApi): Promise<Screen<PublicRevocationPage>> {
  return render(PublicRevocationPage, {}, [api.provider, provideRouter([])]);
}

async function choose(screen: Screen<PublicRevocationPage>, label: string, value: string): Promise<void> {
  const field = screen.field(label);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.stable();
}

async function tick(screen: Screen<PublicRevocationPage>, id: string): Promise<void> {
  document.getElementById(id)?.click();
  await screen.stable();
}

async function filled(screen: Screen<PublicRevocationPage>): Promise<void> {
  await screen.type('Codice fiscale del titolare', CODE);
  await screen.type('CIP', CIP);
  await choose(screen, 'Motivo', 'code-compromise');
  await tick(screen, 'asking-effects');
}

/** Everything that the browser could keep of the page. */
const kept = (): string => [location.href, JSON.stringify(history.state), JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, document.body.innerHTML].join(' ');

afterEach(() => document.body.replaceChildren());

test('who has the CIP asks in one message, and gets a number to keep', async () => {
  const api = new FakeApi().on(ASK, { value: RECEIPT });
  const screen = await shown(api);
  await filled(screen);
  await screen.click('Chiedi la revoca');
  const [sent] = api.to(ASK);
  expect(PublicRevocationRequest.parse(sent?.body)).toMatchObject({ cip: '4071992836', codiceFiscale: CODE, reason: 'code-compromise', caseKind: null, happenedAt: null, proof: null });
  expect(sent?.headers['idempotency-key']).toBeDefined();
  expect(sent?.path).not.toContain('4071992836');
  expect(screen.text).toContain('R26-000419-K');
  expect(screen.text).toContain('28/11/2026 10:12:33');
  expect(screen.text).toContain('Registrata: va al certificatore');
  expect(document.activeElement?.id).toBe('recorded-title');
});

test('all the effects of a revocation are read, and confirmed', async () => {
  const api = new FakeApi().on(ASK, { value: RECEIPT });
  const screen = await shown(api);
  await filled(screen);
  expect(screen.text).toContain('La revoca è definitiva');
  await tick(screen, 'asking-effects');
  await screen.click('Chiedi la revoca');
  expect(api.sent).toEqual([]);
  expect(screen.text).toContain('Manca: la spunta su che cosa succede');
  expect(document.activeElement?.id).toBe('asking-effects');
  await tick(screen, 'asking-effects');
  await choose(screen, 'Motivo', 'malfunction');
  await screen.click('Chiedi la revoca');
  expect(api.sent).toEqual([]);
});

test('a theft is declared with day and hour, by a tick that is one’s own', async () => {
  const api = new FakeApi().on(ASK, { value: RECEIPT });
  const screen = await shown(api);
  await filled(screen);
  await choose(screen, 'Motivo', 'theft');
  await tick(screen, 'asking-effects');
  await screen.click('Chiedi la revoca');
  expect(document.activeElement?.id).toBe('asking-happened-day');
  await screen.type('Quando se n’è accorto', '24/11/2020');
  await screen.type('Ora', '9:30');
  await screen.click('Chiedi la revoca');
  expect([api.sent.length, document.activeElement?.id]).toEqual([0, 'asking-declaration']);
  await tick(screen, 'asking-declaration');
  await screen.click('Chiedi la revoca');
  expect(PublicRevocationRequest.parse(api.to(ASK)[0]?.body)).toMatchObject({ reason: 'theft', happenedAt: '2020-11-24T08:30:00.000Z', proof: { kind: 'self-declaration', isSigned: false } });
});

test('whichever part is wrong the answer is one, the CIP is gone, and the wait is told', async () => {
  const api = new FakeApi().on(ASK, mismatch({ retryAfterSeconds: 40, mayRecordUnverified: false }));
  const screen = await shown(api);
  await filled(screen);
  await screen.click('Chiedi la revoca');
  expect(screen.text).toContain('Almeno un dato non corrisponde, e non diciamo quale.');
  expect(screen.text).toMatch(/Può riprovare fra \d+ secondi/);
  expect([screen.field('CIP').value, screen.field('Codice fiscale del titolare').value]).toEqual(['', CODE]);
  expect(document.activeElement?.id).toBe('asking-cip');
  await screen.type('CIP', CIP);
  await screen.click('Chiedi la revoca');
  expect(api.to(ASK)).toHaveLength(1);
  expect(document.activeElement?.id).toBe('asking-mismatch');
  expect(screen.hasButton('Manda senza CIP riconosciuto')).toBe(false);
});

test('after five tries it is asked without, with a telephone to call back', async () => {
  const api = new FakeApi().on(ASK, mismatch({ retryAfterSeconds: 40, mayRecordUnverified: true })).on(UNVERIFIED, { value: { ...RECEIPT, standing: 'unverified', state: 'logged' } });
  const screen = await shown(api);
  await filled(screen);
  await screen.click('Chiedi la revoca');
  await screen.click('Manda senza CIP riconosciuto');
  expect(document.activeElement?.id).toBe('asking-call-back');
  await screen.click('Chiedi la revoca');
  expect(screen.text).toContain('Manca: il telefono a cui richiamarla');
  await screen.type('Telefono a cui richiamarla', '333 1234567');
  await screen.click('Chiedi la revoca');
  expect(PublicUnverifiedRevocationRequest.parse(api.to(UNVERIFIED)[0]?.body)).toMatchObject({ codiceFiscale: CODE, callBackAt: '333 1234567' });
  expect(screen.text).toContain('Aspetta un supervisore');
  expect(screen.text).toContain('Fino ad allora il certificato resta valido.');
});

test('nothing that a browser keeps ever holds the CIP', async () => {
  const api = new FakeApi().on(ASK, mismatch({ retryAfterSeconds: 0 }), { problem: problem('overloaded', 503) }, { value: RECEIPT });
  const screen = await shown(api);
  await filled(screen);
  for (const field of document.querySelectorAll('input, select, form')) expect([field.id, field.getAttribute('autocomplete'), field.getAttribute('name')]).toEqual([field.id, 'off', null]);
  for (const press of [1, 2, 3]) {
    await screen.type('CIP', CIP);
    await screen.click('Chiedi la revoca');
    expect([press, kept().replace(/\s/g, '').includes('4071992836')]).toEqual([press, false]);
  }
  expect(api.to(ASK)).toHaveLength(3);
  expect(screen.text).toContain('R26-000419-K');
});

test('a page that is left holds no CIP', async () => {
  const screen = await shown(new FakeApi());
  await screen.type('CIP', CIP);
  window.dispatchEvent(new Event('pagehide'));
  await screen.stable();
  expect(screen.field('CIP').value).toBe('');
});

test.each([
  ['revocation-already-asked', 409, { number: 'R26-000007-H' }, 'C’è già una richiesta per questa tessera'],
  ['revocation-not-askable', 409, {}, 'Per questa tessera chiede chi l’ha fatta attivare.'],
  ['forbidden-transition', 409, {}, 'Questa tessera non ha un certificato da chiudere'],
  ['unverified-too-many', 429, {}, 'Per oggi non possiamo registrarne altre così'],
  ['invalid-request', 400, {}, 'La richiesta non è andata'],
] as const)('%s is told in words for a citizen', async (code, status, details, words) => {
  const screen = await shown(new FakeApi().on(ASK, { problem: { ...problem(code, status), details } }));
  await filled(screen);
  await screen.click('Chiedi la revoca');
  expect(screen.text).toContain(words);
  if ('number' in details) expect(screen.text).toContain(details.number);
});

test('too early, with five tries behind, leaves the way without a CIP; the number to call is the installation’s own', async () => {
  document.documentElement.dataset['helpDeskPhone'] = '0585 000000';
  const api = new FakeApi().on(ASK, { problem: { ...problem('too-many-attempts', 429), details: { retryAfterSeconds: 100, mayRecordUnverified: true } } });
  const screen = await shown(api);
  delete document.documentElement.dataset['helpDeskPhone'];
  expect(screen.text).toContain('Per parlare con qualcuno: 0585 000000.');
  await filled(screen);
  await screen.click('Chiedi la revoca');
  expect(screen.hasButton('Manda senza CIP riconosciuto')).toBe(true);
});

test('a server that does not answer leaves what was typed, and says that nothing is recorded twice', async () => {
  const api = new FakeApi().on(ASK, 'no-answer', { value: RECEIPT });
  const screen = await shown(api);
  await filled(screen);
  await screen.click('Chiedi la revoca');
  expect(screen.text).toContain('la stessa richiesta non viene registrata due volte');
  await screen.type('CIP', CIP);
  await screen.click('Chiedi la revoca');
  const keys = api.to(ASK).map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(1);
});

test('a representative says in which quality, a delegate is not offered', async () => {
  const api = new FakeApi().on(ASK, { value: RECEIPT });
  const screen = await shown(api);
  await filled(screen);
  await choose(screen, 'Per chi chiede', 'parent-of-minor');
  expect([...screen.field('Per chi chiede').querySelectorAll('option')].map(({ value }) => value)).not.toContain('health-delegate');
  await screen.click('Chiedi la revoca');
  expect(api.to(ASK)[0]?.body).toMatchObject({ caseKind: 'parent-of-minor' });
});
