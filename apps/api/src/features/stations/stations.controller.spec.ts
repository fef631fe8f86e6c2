// SPDX-License-Identifier: AGPL-3.0-or-later
import { EnrolmentAnswer } from '@sportello/contracts';
import { generateSealingKeyPair, generateSigningKeyPair, publicJwkOf, signRequest, signingKeyOf } from '@sportello/seal';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type StationClient, enrolmentRequest } from '../../testing/station-client';
import { ENROLMENT_CODES, TestApi } from '../../testing/test-api';
import { readingOf } from '../../testing/test-cards';

describe('stations', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let administrator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, administrator, station] = await Promise.all([api.signIn(), api.signIn('admin'), api.station()]);
  });
  afterAll(() => api.close());

  const newKeys = async () => ({ signing: await generateSigningKeyPair(), sealing: await generateSealingKeyPair() });
  const newCode = async (stationId: string): Promise<string> =>
    ((await administrator.post(`/api/stations/${stationId}/enrolment-code`, {}).expect(200)).body as { code: string }).code;

  describe('POST /api/station/enrolment', () => {
    it('gives a station with a good code the keys that it will trust', async () => {
      const keys = await newKeys();
      const response = await enrolmentRequest(api, { code: ENROLMENT_CODES.carrara.toLowerCase(), ...keys });
      expect(EnrolmentAnswer.parse(response.body)).toMatchObject({
        stationName: 'Postazione 1',
        deskName: 'Carrara · Sportello 1',
        apiSigningKey: publicJwkOf(api.keys.signing.publicKey),
        apiSealingKey: api.keys.sealingPublicKey,
        vaultSealingKey: api.vault.publicKey,
      });
      // The answer may have got lost: the same key may ask again; another may not.
      expect((await enrolmentRequest(api, { code: ENROLMENT_CODES.carrara, ...keys })).status).toBe(200);
      expect(codeOf(await enrolmentRequest(api, { code: ENROLMENT_CODES.carrara, ...(await newKeys()) }))).toBe('enrolment-code-unknown');
    });

    it('does not take a code that nobody handed out, or an old one', async () => {
      expect(codeOf(await enrolmentRequest(api, { code: 'ZZZZ-ZZZZ-ZZZZ', ...(await newKeys()) }))).toBe('enrolment-code-unknown');
      const code = await newCode(station.id);
      api.clock.pass({ days: 7, seconds: 1 });
      expect(codeOf(await enrolmentRequest(api, { code, ...(await newKeys()) }))).toBe('enrolment-code-unknown');
      administrator = await api.signIn('admin');
      operator = await api.signIn();
    });

    it('does not take a key that the station does not have', async () => {
      const [keys, other] = [await newKeys(), await newKeys()];
      expect(codeOf(await enrolmentRequest(api, { code: await newCode(station.id), ...keys, signedWith: other.signing }))).toBe('signature-invalid');
    });

    it('does not take a request without a signature, or keys that are none', async () => {
      const keys = await newKeys();
      const body = { code: 'ABCD-EFGH-2345', signingKey: publicJwkOf(keys.signing.publicKey), sealingKey: keys.sealing.publicKey };
      expect(codeOf(await supertest(api.url).post('/api/station/enrolment').send(body).expect(401))).toBe('signature-invalid');
      const none = { ...body, signingKey: { ...body.signingKey, x: 'AAAA' } };
      expect(codeOf(await supertest(api.url).post('/api/station/enrolment').send(none).expect(400))).toBe('invalid-request');
    });
  });

  describe('POST /api/stations/:id/enrolment-code', () => {
    it('lets a station that was replaced enrol anew; its old key is worth nothing from then on', async () => {
      const code = await newCode(station.id);
      expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/);
      await station.status(READY);
      const replaced = await api.stationWith(code);
      expect(replaced.id).toBe(station.id);
      expect(codeOf(await station.post('/api/station/status', READY))).toBe('signature-invalid');
      await replaced.status(READY);
      await station.disconnect().catch(() => undefined);
      station = replaced;
    });

    it('is for administrators, and for stations that exist', async () => {
      expect(codeOf(await operator.post(`/api/stations/${station.id}/enrolment-code`, {}).expect(403))).toBe('forbidden');
      expect(codeOf(await administrator.post(`/api/stations/${randomUUID()}/enrolment-code`, {}).expect(404))).toBe('not-found');
    });

    it('keeps no code', async () => {
      const code = await newCode(station.id);
      const rows = await api.database.query<{ text: string }>('select s::text as text from station s union all select a::text from audit_row a');
      expect([...rows.map(({ text }) => text), ...api.logLines].join('\n')).not.toContain(code);
    });
  });

  describe('a station’s request', () => {
    const path = '/api/station/status';

    it('is believed when it is signed, new and of this minute', async () => {
      expect((await station.post(path, READY)).status).toBe(204);
    });

    it('is refused without a signature', async () => {
      const refused = await supertest(api.url).post(path).send(READY).expect(401);
      expect(refused.body).toMatchObject({ code: 'signature-invalid', details: { because: 'missing-signature' } });
    });

    it('is refused under another key, and under the name of a station that nobody enrolled', async () => {
      const { signing } = await newKeys();
      const foreign = { ...signingKeyOf(signing.privateKey), keyId: station.id };
      expect((await station.post(path, READY, { key: foreign })).body).toMatchObject({ code: 'signature-invalid', details: { because: 'bad-signature' } });
      expect(codeOf(await station.post(path, READY, { key: { ...station.key(), keyId: randomUUID() } }))).toBe('station-unknown');
      expect(codeOf(await station.post(path, READY, { key: signingKeyOf(station.signing.privateKey) }))).toBe('station-unknown');
    });

    it('is refused when body, path or method are not the signed ones', async () => {
      const text = JSON.stringify(READY);
      const signed = async (what: { readonly path?: string; readonly method?: string }) =>
        signRequest({ method: 'POST', path, body: text, sequence: station.nextSequence(), key: station.key(), now: api.clock.now(), ...what });
      const send = async (headers: Readonly<Record<string, string>>, body = text) => supertest(api.url).post(path).set('content-type', 'application/json').set(headers).send(body);
      expect((await send(await signed({}), text.replace('ready', 'busy '))).body).toMatchObject({ code: 'signature-invalid', details: { because: 'digest-mismatch' } });
      expect((await send(await signed({ path: `${path}?x=1` }))).body).toMatchObject({ code: 'signature-invalid' });
      expect((await send(await signed({ method: 'PUT' }))).body).toMatchObject({ code: 'signature-invalid', details: { because: 'bad-signature' } });
      expect((await send(await signed({}))).status).toBe(204);
    });

    it('is refused a second time, and when its number was outrun', async () => {
      const sequence = station.nextSequence();
      expect((await station.post(path, READY, { sequence })).status).toBe(204);
      expect(codeOf(await station.post(path, READY, { sequence }))).toBe('replayed');
      expect(codeOf(await station.post(path, READY, { sequence: sequence - 1 }))).toBe('replayed');
    });

    it('passes once, though its copy comes at the same moment', async () => {
      const sequence = station.nextSequence();
      const answers = await Promise.all([1, 2, 3].map(() => station.post(path, READY, { sequence })));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401]);
    });

    it('is refused more than a minute off, and told by how much', async () => {
      const late = new Date(api.clock.now().getTime() - 61_000);
      expect((await station.post(path, READY, { now: late })).body).toMatchObject({ code: 'clock-skew', details: { seconds: -61 } });
      expect((await station.post(path, READY, { now: new Date(api.clock.now().getTime() + 59_000) })).status).toBe(204);
    });

    it('is refused from the moment in which the station is revoked', async () => {
      await api.database.query('update station set revoked_at = now() where id = $1', [station.id]);
      expect(codeOf(await station.post(path, READY))).toBe('station-revoked');
      await api.database.query('update station set revoked_at = null where id = $1', [station.id]);
      expect((await station.post(path, READY)).status).toBe(204);
    });

    it('is no way in for an operator, nor an operator’s session for a station', async () => {
      expect(codeOf(await operator.post(path, READY).expect(401))).toBe('signature-invalid');
      expect(codeOf(await station.post('/api/cases', { insertionId: randomUUID() }))).toBe('not-signed-in');
    });

    it('is read by the contract: what is not in it is refused', async () => {
      const refused = await station.post(path, { ...READY, reader: 'broken', pin: '12345' });
      expect(refused.body).toMatchObject({ code: 'invalid-request' });
      expect(refused.text).not.toContain('12345');
    });
  });

  describe('POST /api/station/card-events', () => {
    const at = (): string => api.clock.now().toISOString();

    it('changes nothing when it comes twice', async () => {
      const card = await api.card();
      const insertionId = await station.insert(card);
      await station.cardEvent({ type: 'recognised', reader: 'citizen', insertionId, at: at(), reading: readingOf(card) });
      await station.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at: at() });
      expect((await operator.desk()).cardInReader).toMatchObject({ state: 'recognised', insertionId });
      const told = await api.database.query(`select 1 from audit_row where act = 'card.recognised' and details->>'insertionId' = $1`, [insertionId]);
      expect(told).toHaveLength(1);
      await station.remove(insertionId);
      await station.remove(insertionId);
      expect((await operator.desk()).cardInReader).toBeNull();
    });

    it('brings no card back that was removed', async () => {
      const card = await api.card();
      const insertionId = await station.insert(card);
      await station.remove(insertionId);
      await station.cardEvent({ type: 'recognised', reader: 'citizen', insertionId, at: at(), reading: readingOf(card) });
      await station.cardEvent({ type: 'not-usable', reader: 'citizen', insertionId, at: at(), reason: 'unreadable' });
      expect((await operator.desk()).cardInReader).toBeNull();
    });

    it('lets the removal of an earlier card not touch the one that is in now', async () => {
      const first = await station.insert(await api.card());
      const second = await station.insert(await api.card());
      await station.remove(first);
      expect((await operator.desk()).cardInReader).toMatchObject({ insertionId: second });
      await station.remove(second);
    });

    it.each([
      ['ID_Carta of no known type', { idCarta: '1234567890123456' }],
      ['holder’s data that do not parse', { personalData: Buffer.from('0000').toString('base64url') }],
      ['a certificate that is none', { certificate: Buffer.from('non un certificato').toString('base64url') }],
    ])('calls a card unreadable with %s, and records the visit', async (_, wish) => {
      const insertionId = randomUUID();
      await station.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at: at() });
      await station.cardEvent({ type: 'recognised', reader: 'citizen', insertionId, at: at(), reading: { ...readingOf(await api.card()), ...wish } });
      expect((await operator.desk()).cardInReader).toMatchObject({ state: 'not-usable', reason: 'unreadable' });
      expect(await api.database.query('select reason from visit where insertion_id = $1', [insertionId])).toEqual([{ reason: 'unreadable' }]);
      await station.remove(insertionId);
    });
  });
});
