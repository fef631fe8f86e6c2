// SPDX-License-Identifier: AGPL-3.0-or-later
import { CaseView } from '@sportello/contracts';
import { existingDate } from '@sportello/domain';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { type CardWish, type TestCard, demoCa } from '../../testing/test-cards';

describe('/api/cases', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  /** A card goes in, something happens, the card goes out. */
  const withCard = async <Result>(card: TestCard, work: (insertionId: string) => Promise<Result>): Promise<Result> => {
    const insertionId = await station.insert(card);
    try {
      return await work(insertionId);
    } finally {
      await station.remove(insertionId);
    }
  };
  const visits = async (): Promise<readonly string[]> => (await api.database.query<{ reason: string }>('select reason from visit order by id')).map(({ reason }) => reason);

  describe('POST /api/cases', () => {
    it('opens a case, and finds it again as long as it is open', async () => {
      const card = await api.card();
      const first = await withCard(card, (insertionId) => operator.post('/api/cases', { insertionId }).expect(201));
      const view = CaseView.parse(first.body);
      expect(view).toMatchObject({ state: 'recognised', kind: 'holder', mode: 'direct', revision: 1, initials: 'M.R.' });
      const again = await withCard(card, (insertionId) => operator.post('/api/cases', { insertionId }).expect(200));
      expect((again.body as CaseView).id).toBe(view.id);
    });

    it('numbers the cases of each desk from one, anew each year', async () => {
      const carrara = await api.station('carrara');
      const carli = await api.signIn('carli');
      const insertionId = await carrara.insert(await api.card());
      expect(await carli.open(insertionId)).toMatchObject({ number: 1, formNumber: 'P1-26' });
      await carrara.disconnect();
    });

    it('opens one case for one card, though the page asks twice at once', async () => {
      const card = await api.card();
      const answers = await withCard(card, (insertionId) => Promise.all([1, 2, 3, 4].map(() => operator.post('/api/cases', { insertionId }))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
      expect(new Set(answers.map(({ body }) => (body as CaseView).id)).size).toBe(1);
    });

    it('wants a card, this card, and still in the reader', async () => {
      expect(codeOf(await operator.post('/api/cases', { insertionId: randomUUID() }).expect(409))).toBe('no-card');
      const insertionId = await station.insert(await api.card());
      expect(codeOf(await operator.post('/api/cases', { insertionId: randomUUID() }).expect(409))).toBe('card-changed');
      await station.remove(insertionId);
      expect(codeOf(await operator.post('/api/cases', { insertionId }).expect(409))).toBe('card-removed');
    });

    it('waits for the reading, and repeats what made a card unusable', async () => {
      const at = api.clock.now().toISOString();
      const insertionId = randomUUID();
      await station.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at });
      expect((await operator.post('/api/cases', { insertionId }).expect(409)).body).toMatchObject({ code: 'no-card', details: { state: 'reading' } });
      await station.cardEvent({ type: 'not-usable', reader: 'citizen', insertionId, at, reason: 'unsupported' });
      expect(codeOf(await operator.post('/api/cases', { insertionId }).expect(422))).toBe('unsupported');
      await station.remove(insertionId);
    });

    it.each<{ readonly code: string; readonly wish: CardWish; readonly details?: object }>([
      { code: 'other-region', wish: { region: '030' }, details: { issuerCode: '030', regionName: 'Lombardia' } },
      { code: 'professional-card', wish: { type: 8 } },
      { code: 'card-expired', wish: { expiresOn: existingDate(2026, 11, 23) }, details: { expiredOn: '2026-11-23' } },
      { code: 'certificate-expired', wish: { certificateNotAfter: new Date('2026-11-01T00:00:00Z') } },
      { code: 'certificate-of-another-card', wish: { certified: { idCarta: '6090000000009993' } } },
      { code: 'certificate-of-another-card', wish: { certified: { codiceFiscale: 'VRDLGU70A01H501J' } } },
    ])('refuses with $code, once for each visit, and keeps nothing of the person', async ({ code, wish, details = {} }) => {
      const card = await api.card(wish);
      const before = await visits();
      await withCard(card, async (insertionId) => {
        const refused = await operator.post('/api/cases', { insertionId });
        expect(refused.body).toMatchObject({ code });
      expect((refused.body as { details?: object }).details ?? {}).toMatchObject(details);
        await operator.post('/api/cases', { insertionId }).expect(refused.status);
      });
      expect((await visits()).slice(before.length)).toEqual([code]);
      const [visit] = await api.database.query<{ text: string }>('select v::text as text from visit v order by id desc limit 1');
      expect(visit?.text).not.toContain(card.idCarta);
    });

    it('refuses a minor as holder, and says from when on', async () => {
      const card = await api.card({ birthDate: existingDate(2008, 11, 25) });
      const refused = await withCard(card, (insertionId) => operator.post('/api/cases', { insertionId, kind: 'holder' }).expect(422));
      expect(refused.body).toMatchObject({ code: 'minor-as-holder', details: { age: 17, adultOn: '2026-11-25' } });
    });

    it('takes an adult from the eighteenth birthday on, and a card through its last day', async () => {
      const card = await api.card({ birthDate: existingDate(2008, 11, 24), expiresOn: existingDate(2026, 11, 24) });
      const view = await withCard(card, (insertionId) => operator.open(insertionId));
      expect(view.card).toMatchObject({ holder: { age: 18 }, warnings: ['expires-soon'] });
    });

    it('refuses a certificate of an authority that is not trusted', async () => {
      const card = await api.card({ ca: await demoCa('Altro certificatore') });
      expect(codeOf(await withCard(card, (insertionId) => operator.post('/api/cases', { insertionId }).expect(422)))).toBe('certificate-untrusted');
    });

    it('warns of a certificate whose hash does not fit the holder’s data, and goes on', async () => {
      const card = await api.card({ certified: { personalData: Buffer.from('altri dati') } });
      const view = await withCard(card, (insertionId) => operator.open(insertionId));
      expect(view.card).toMatchObject({ certificate: { status: 'valid', dataHash: 'none' }, warnings: ['data-hash-mismatch'] });
    });

    it.each([
      ['active', 'already-active'],
      ['suspended', 'card-suspended'],
      ['revoked', 'card-revoked'],
      ['replaced', 'card-replaced'],
    ])('refuses a card that the register knows as %s', async (state, code) => {
      const card = await api.unknownCard();
      await api.provision({ cards: [{ idCarta: card.idCarta, state }] });
      expect(codeOf(await withCard(card, (insertionId) => operator.post('/api/cases', { insertionId }).expect(422)))).toBe(code);
    });

    it('refuses a card of which nobody knows anything: unknown is not guessed', async () => {
      const card = await api.unknownCard();
      const shown = await withCard(card, async (insertionId) => {
        expect(codeOf(await operator.post('/api/cases', { insertionId }).expect(422))).toBe('state-unknown');
        return (await operator.desk()).cardInReader;
      });
      expect(shown).toMatchObject({ card: { state: 'unknown' } });
    });

    it('refuses the operator’s own card, under whatever spelling of the code', async () => {
      const card = await api.card({ surname: 'BINI', name: 'LUCIA' });
      const own = card.holder.codiceFiscale.value;
      await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [own]);
      expect(codeOf(await withCard(card, (insertionId) => operator.post('/api/cases', { insertionId }).expect(403)))).toBe('own-card');
      await api.database.query(`update operator set codice_fiscale = null where username = 'bini'`);
    });

    it('refuses a card whose case is open at another desk', async () => {
      const card = await api.card();
      await withCard(card, (insertionId) => operator.open(insertionId));
      const [carrara] = await api.database.query<{ id: string }>(`select id from station where signing_key is not null and id <> $1`, [station.id]);
      await api.database.query(`update activation_case set desk_id = (select desk_id from station where id = $1), number = 99 where id_carta = $2`, [carrara?.id, card.idCarta]);
      expect(codeOf(await withCard(card, (insertionId) => operator.post('/api/cases', { insertionId }).expect(409)))).toBe('case-at-another-desk');
    });
  });

  describe('each act', () => {
    it('needs a session, a permission, the token against forged requests and a key of its own', async () => {
      const body = { insertionId: randomUUID() };
      expect(codeOf(await supertest(api.url).post('/api/cases').send(body).expect(401))).toBe('not-signed-in');
      const supervisor = await api.signIn('sarti');
      expect((await supervisor.post('/api/cases', body).expect(403)).body).toMatchObject({ code: 'forbidden', details: { permission: 'case.open' } });
      const bare = () => supertest(api.url).post('/api/cases').set('cookie', operator.cookie).send(body);
      expect(codeOf(await bare().expect(403))).toBe('csrf-token-missing');
      expect(codeOf(await bare().set('x-csrf-token', operator.session.csrfToken).expect(400))).toBe('idempotency-key-missing');
      expect(codeOf(await operator.post('/api/cases', body, 'not a uuid').expect(400))).toBe('idempotency-key-missing');
    });

    it('happens once under one key: the same request gets the same answer, another is refused', async () => {
      const card = await api.card();
      await withCard(card, async (insertionId) => {
        const key = randomUUID();
        const first = await operator.post('/api/cases', { insertionId }, key).expect(201);
        const again = await operator.post('/api/cases', { insertionId }, key).expect(201);
        expect(again.body).toEqual(first.body);
        expect(codeOf(await operator.post('/api/cases', { insertionId: randomUUID() }, key).expect(422))).toBe('idempotency-key-reused');
        const view = first.body as CaseView;
        expect(codeOf(await operator.post(`/api/cases/${view.id}/abandonment`, { revision: 1 }, key).expect(422))).toBe('idempotency-key-reused');
        expect((await operator.case(view.id)).state).toBe('recognised');
      });
    });

    it('is refused again under the key of a refusal, though it would go well by now', async () => {
      const key = randomUUID();
      const insertionId = randomUUID();
      await operator.post('/api/cases', { insertionId }, key).expect(409);
      await station.insert(await api.card(), insertionId);
      expect(codeOf(await operator.post('/api/cases', { insertionId }, key).expect(409))).toBe('no-card');
      await operator.post('/api/cases', { insertionId }).expect(201);
      await station.remove(insertionId);
    });

    it('happens once though it was sent five times at once', async () => {
      const card = await api.card();
      await withCard(card, async (insertionId) => {
        const view = await operator.open(insertionId);
        const key = randomUUID();
        const answers = await Promise.all([1, 2, 3, 4, 5].map(() => operator.post(`/api/cases/${view.id}/abandonment`, { revision: view.revision }, key)));
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
        const told = await api.database.query(`select 1 from audit_row where case_id = $1 and act = 'case.abandoned'`, [view.id]);
        expect(told).toHaveLength(1);
      });
    });

    it('is refused on a case that changed since the operator saw it', async () => {
      const view = await withCard(await api.card(), (insertionId) => operator.open(insertionId));
      const refused = await operator.post(`/api/cases/${view.id}/abandonment`, { revision: view.revision - 1 }).expect(409);
      expect(refused.body).toMatchObject({ code: 'case-changed', details: { revision: view.revision } });
      await operator.act(view, 'abandonment');
    });

    it('is refused by the case’s own table with where it could go instead', async () => {
      const view = await withCard(await api.card(), (insertionId) => operator.open(insertionId));
      const over = await operator.act(view, 'abandonment');
      const refused = await operator.post(`/api/cases/${view.id}/refusal`, { revision: over.revision, reason: 'paper-id', note: null }).expect(409);
      expect(refused.body).toMatchObject({ code: 'forbidden-transition', details: { from: 'abandoned', to: 'refused', allowed: [] } });
    });
  });

  describe('GET /api/cases/:id', () => {
    it('shows holder and card only while that card is in the desk’s reader', async () => {
      const card = await api.card();
      const view = await withCard(card, (insertionId) => operator.open(insertionId));
      expect(view.card?.holder.surname).toBe('ROSSI');
      const away = await operator.get(`/api/cases/${view.id}`).expect(200);
      expect(CaseView.parse(away.body)).toMatchObject({ isCardInReader: false, card: null, document: null, initials: 'M.R.', obstacle: { code: 'no-card' }, acts: ['refuse', 'abandon'] });
      expect(away.text).not.toContain('ROSSI');
      await withCard(await api.card(), async () => expect((await operator.case(view.id)).obstacle).toEqual({ code: 'wrong-card' }));
      await withCard(card, async () => expect((await operator.case(view.id)).card?.holder.surname).toBe('ROSSI'));
    });

    it('shows another desk nothing, not even that there is something', async () => {
      const view = await withCard(await api.card(), (insertionId) => operator.open(insertionId));
      const carli = await api.signIn('carli');
      expect(codeOf(await carli.get(`/api/cases/${view.id}`).expect(404))).toBe('not-found');
      expect(codeOf(await carli.post(`/api/cases/${view.id}/abandonment`, { revision: 1 }).expect(404))).toBe('not-found');
      expect(codeOf(await operator.get(`/api/cases/${randomUUID()}`).expect(404))).toBe('not-found');
      expect(codeOf(await operator.get('/api/cases/117').expect(400))).toBe('invalid-request');
    });

    it('offers a supervisor no act', async () => {
      const view = await withCard(await api.card(), (insertionId) => operator.open(insertionId));
      expect((await (await api.signIn('sarti')).case(view.id)).acts).toEqual([]);
    });
  });

  describe('POST /api/cases/:id/refusal and /abandonment', () => {
    it('ends the case with the reason that the citizen was told', async () => {
      const view = await withCard(await api.card(), (insertionId) => operator.open(insertionId));
      const refused = await operator.act(view, 'refusal', { reason: 'paper-id', note: ' carta del 2018 ' });
      expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'paper-id', note: 'carta del 2018' }, acts: [] });
      expect((await operator.desk()).openCases.some(({ id }) => id === view.id)).toBe(false);
    });

    it('takes only reasons that are listed', async () => {
      const view = await withCard(await api.card(), (insertionId) => operator.open(insertionId));
      expect(codeOf(await operator.post(`/api/cases/${view.id}/refusal`, { revision: 1, reason: 'antipatico', note: null }).expect(400))).toBe('invalid-request');
    });

    it('leaves the card free for a new case', async () => {
      const card = await api.card();
      const first = await withCard(card, (insertionId) => operator.open(insertionId));
      expect((await operator.act(first, 'abandonment')).state).toBe('abandoned');
      const second = await withCard(card, (insertionId) => operator.open(insertionId));
      expect(second.id).not.toBe(first.id);
      expect(second.number).toBeGreaterThan(first.number);
    });
  });
});
