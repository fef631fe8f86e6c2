// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AddDeskRequest, DeskDraft, PlacesView, PublicDesks } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

const DRAFT: DeskDraft = {
  name: 'Sportello 3',
  place: 'Massa',
  kind: 'asl',
  address: { street: 'Via Roma 1', cap: '54100', municipality: 'Massa', province: 'ms', istatCode: null },
  phone: '0585 000000',
  hours: [
    { weekday: 'tuesday', from: '14.30', to: '17:00' },
    { weekday: 'monday', from: '8:30', to: '12:30' },
  ],
  hoursNotes: ['Chiuso il 4 ottobre'],
  isListed: true,
  isClosed: false,
};

describe('bodies and desks', () => {
  let api: TestApi;
  let administrator: OperatorClient;

  beforeAll(async () => {
    api = await TestApi.start();
    administrator = await api.signIn('admin');
  });
  afterAll(() => api.close());

  const places = async (): Promise<PlacesView> => (await administrator.get('/api/places').expect(200)).body as PlacesView;
  const bodyId = async (): Promise<string> => (await places()).bodies[0]?.id ?? '';
  const deskCoded = (view: PlacesView, code: string) => view.bodies.flatMap(({ desks }) => desks).find((desk) => desk.code === code);
  const add = async (wish: Partial<AddDeskRequest> & { readonly code: string }) => administrator.post('/api/places/desks', { ...DRAFT, bodyId: await bodyId(), ...wish });
  const added = async (code: string, wish: Partial<AddDeskRequest> = {}) => {
    const response = await add({ code, ...wish });
    if (response.status !== 200) throw new Error(response.text);
    const desk = deskCoded(response.body as PlacesView, code);
    if (!desk) throw new Error('the desk was not added');
    return desk;
  };
  const listed = async (): Promise<PublicDesks['desks']> => ((await supertest(api.url).get('/api/public/desks').expect(200)).body as PublicDesks).desks;

  it('are the administrator’s, and nobody else’s', async () => {
    for (const name of ['bini', 'sarti']) expect(codeOf(await (await api.signIn(name)).get('/api/places').expect(403))).toBe('forbidden');
  });

  it('are added once, though the button is pressed twice', async () => {
    const [key, body] = [randomUUID(), { name: 'Comune di esempio', kind: 'municipality' }];
    await Promise.all([1, 2].map(() => administrator.post('/api/places/bodies', body, key).expect(200)));
    expect((await places()).bodies.filter(({ name }) => name === body.name)).toHaveLength(1);
    expect((await administrator.post('/api/places/bodies', body).expect(409)).body).toMatchObject({ code: 'name-taken', details: { field: 'name' } });
  });

  it('keep a desk as it is meant: hours in the order of the week, the province in capitals', async () => {
    const desk = await added('MS-3');
    expect(desk).toMatchObject({ revision: 1, stations: 0, isClosed: false, address: { province: 'MS' }, hours: [{ weekday: 'monday', from: '08:30', to: '12:30' }, { weekday: 'tuesday', from: '14:30' }] });
    expect((await add({ code: 'MS-3' })).body).toMatchObject({ code: 'name-taken', details: { field: 'code' } });
  });

  it.each([
    ['hours that overlap', { hours: [{ weekday: 'monday', from: '08:00', to: '12:00' }, { weekday: 'monday', from: '11:00', to: '13:00' }] }, { code: 'opening-hours-invalid', details: { because: 'overlap', weekday: 'monday' } }],
    ['an address without its CAP', { address: { ...DRAFT.address, cap: '541' } }, { code: 'address-invalid', details: { field: 'cap' } }],
    ['a listed desk without an address', { address: null }, { code: 'desk-not-listable', details: { because: 'no-address' } }],
    ['a listed desk that never opens', { hours: [] }, { code: 'desk-not-listable', details: { because: 'no-hours' } }],
    ['a listed desk that has gone', { isClosed: true }, { code: 'desk-not-listable', details: { because: 'closed' } }],
  ])('refuse %s', async (_, wish, problem) => {
    const response = await add({ code: 'XX-1', ...(wish as Partial<AddDeskRequest>) });
    expect(response.status).toBe(422);
    expect(response.body).toMatchObject(problem);
  });

  it('tell the second of two administrators that somebody was faster, and the log what became of what', async () => {
    const desk = await added('MS-4');
    const change = (wish: Partial<DeskDraft>) => administrator.post(`/api/places/desks/${desk.id}`, { ...DRAFT, revision: desk.revision, ...wish });
    expect((await change({ phone: '0585 111111' })).status).toBe(200);
    expect((await change({ phone: '0585 222222' })).body).toMatchObject({ code: 'place-changed', details: { revision: 2 } });
    const [told] = await api.database.query<{ change: object }>(`select change from audit_row where act = 'desk.changed' and desk_id = $1`, [desk.id]);
    expect(told?.change).toEqual({ before: { phone: '0585 000000' }, after: { phone: '0585 111111' } });
    expect((await administrator.post(`/api/places/desks/${randomUUID()}`, { ...DRAFT, revision: 1 }).expect(404)).body).toMatchObject({ code: 'not-found' });
  });

  it('let a body be renamed, but not to another’s name', async () => {
    await administrator.post('/api/places/bodies', { name: 'Farmacia Uno', kind: 'pharmacy' }).expect(200);
    const body = (await places()).bodies.find(({ name }) => name === 'Farmacia Uno');
    const change = (name: string, revision: number) => administrator.post(`/api/places/bodies/${body?.id ?? ''}`, { name, kind: 'pharmacy', revision });
    expect((await change('Azienda sanitaria di esempio', 1)).body).toMatchObject({ code: 'name-taken' });
    expect((await change('Farmacia Due', 1)).status).toBe(200);
    expect((await change('Farmacia Tre', 1)).body).toMatchObject({ code: 'place-changed' });
  });

  it('of a body with an administrator of its own are that one’s alone, and of a body without one whoever’s administers another', async () => {
    const hospital = { name: 'Ospedale di esempio', kind: 'hospital-trust' };
    await api.provision({
      bodies: [hospital],
      desks: [{ code: 'OSP', name: 'Ospedale 1', place: 'Massa', body: hospital.name, kind: hospital.kind }],
      operators: [{ username: 'neri', password: PASSWORD, displayName: 'B. Neri', roles: ['administrator'], desk: 'OSP' }],
    });
    const elsewhere = await api.signIn('neri');
    const seen = (await elsewhere.get('/api/places').expect(200)).body as PlacesView;
    const [theirs, desk] = [seen.bodies.find(({ name }) => name === hospital.name), deskCoded(seen, 'OSP')];
    expect(desk).toBeDefined();
    expect(seen.bodies.map(({ name }) => name)).not.toContain('Azienda sanitaria di esempio');
    expect((await places()).bodies.map(({ name }) => name)).not.toContain(hospital.name);
    const asks = [
      [`bodies/${theirs?.id ?? ''}`, { ...hospital, revision: 1 }],
      [`bodies/${theirs?.id ?? ''}/calendar`, { isClosedOnHolidays: true, patronDay: null, closures: [], revision: 2 }],
      ['desks', { ...DRAFT, bodyId: theirs?.id, code: 'OSP-2' }],
      [`desks/${desk?.id ?? ''}`, { ...DRAFT, revision: desk?.revision }],
    ] as const;
    for (const [path, body] of asks) {
      expect(codeOf(await administrator.post(`/api/places/${path}`, body))).toBe('not-found');
      expect((await elsewhere.post(`/api/places/${path}`, body)).status).toBe(200);
    }
    const pharmacy = { name: 'Farmacia senza amministratore', kind: 'pharmacy' };
    const { bodies } = (await elsewhere.post('/api/places/bodies', pharmacy).expect(200)).body as PlacesView;
    expect((await add({ code: 'FSA', kind: 'pharmacy', bodyId: bodies.find(({ name }) => name === pharmacy.name)?.id ?? '' })).status).toBe(200);
  });

  describe('the public list', () => {
    it('has the desks that are listed, and of each what one goes there with: no code, no station, nobody', async () => {
      await added('HIDDEN', { isListed: false, name: 'Non in elenco' });
      const desks = await listed();
      expect(desks.map(({ name }) => name)).not.toContain('Non in elenco');
      expect(desks[0]).toEqual({ body: 'Azienda sanitaria di esempio', kind: 'asl', name: 'Sportello 3', address: { ...DRAFT.address, province: 'MS' }, phone: '0585 000000', hours: expect.any(Array) as unknown, hoursNotes: DRAFT.hoursNotes, calendar: { isClosedOnHolidays: true, patronDay: null, closures: [] } });
      expect(desks[0]?.hours).toHaveLength(2);
    });

    it('loses a desk in the moment in which it closes for good', async () => {
      const desk = await added('GONE', { name: 'Chiude' });
      expect((await listed()).map(({ name }) => name)).toContain('Chiude');
      await administrator.post(`/api/places/desks/${desk.id}`, { ...DRAFT, name: 'Chiude', revision: 1, isListed: false, isClosed: true }).expect(200);
      expect((await listed()).map(({ name }) => name)).not.toContain('Chiude');
    });

    it('is a file for spreadsheets, too: marked as UTF-8, quoted, and without a formula', async () => {
      await added('CALC', { name: '=SUM(A1)', phone: '+39 "0585"' });
      const { text, headers } = await supertest(api.url).get('/api/public/desks.csv').expect(200);
      expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'public, max-age=300' });
      expect(text.startsWith('\uFEFF"ente","tipo","sportello"')).toBe(true);
      const line = text.split('\r\n').find((each) => each.includes('SUM'));
      expect(line).toContain(`"'=SUM(A1)"`);
      expect(line).toContain(`"'+39 ""0585"""`);
      expect(line).toContain('"08:30-12:30","14:30-17:00","","","","",""');
    });

    it('says when nothing changed, and to one who asks without end, to wait', async () => {
      const { headers } = await supertest(api.url).get('/api/public/desks').expect(200);
      await supertest(api.url).get('/api/public/desks').set('if-none-match', headers['etag'] ?? '').expect(304);
      const statuses: number[] = [];
      for (let time = 0; time < 60; time += 1) statuses.push((await supertest(api.url).get('/api/public/desks').set('if-none-match', headers['etag'] ?? '')).status);
      expect(statuses.at(-1)).toBe(429);
      api.clock.pass({ seconds: 61 });
    });

    it('is what the set-up file says, which leaves alone what it does not tell', async () => {
      const desk = { code: 'FILE', name: 'Da file', place: 'Carrara', body: 'Azienda sanitaria di esempio', kind: 'asl' };
      await api.provision({ desks: [{ ...desk, address: DRAFT.address, hours: DRAFT.hours, isListed: true }] });
      await api.provision({ desks: [{ ...desk, phone: '0585 333333' }] });
      expect((await listed()).find(({ name }) => name === 'Da file')).toMatchObject({ phone: '0585 333333', address: { municipality: 'Massa' } });
      await expect(api.provision({ desks: [{ ...desk, isListed: true }] })).rejects.toThrow('a listed desk needs its address');
      await expect(api.provision({ desks: [{ ...desk, hours: [{ weekday: 'monday', from: '9', to: '12' }] }] })).rejects.toThrow('no-time');
    });
  });
});
