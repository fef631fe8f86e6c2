// SPDX-License-Identifier: AGPL-3.0-or-later
import supertest from 'supertest';
import { codeOf } from '../../testing/operator-client';
import { TestApi } from '../../testing/test-api';

describe('setting up an installation', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  const BODY = { name: 'Farmacia di esempio', kind: 'pharmacy' };
  const DESK = { code: 'PI-1', name: 'Banco 1', place: 'Pisa', body: BODY.name, kind: 'pharmacy' };
  const OPERATOR = { username: 'Neri', password: 'una parola lunga', displayName: 'A. Neri', roles: ['operator'], desk: 'PI-1' };
  const FILE = {
    bodies: [BODY],
    desks: [DESK],
    stations: [{ desk: 'PI-1', name: 'Postazione 1', enrolmentCode: 'PISA-PISA-2345' }],
    operators: [OPERATOR],
    sheets: [{ desk: 'PI-1', from: '000100', to: '000104' }],
    transportCodes: [{ idCarta: '6090000000770018', pin: '12345', puk: '12345678' }],
    cards: [{ idCarta: '6090000000770026', state: 'revoked' }],
    reportedLots: [{ name: 'Lotto 7', cardType: 'AC2018', firstIdCarta: '6090000000770000', lastIdCarta: '6090000000779999' }],
  };
  const everything = async () => {
    const rows = await api.database.query<{ text: string }>(
      `select b::text as text from body b union all select d::text from desk d union all select s::text from station s union all select o::text from operator o
       union all select h::text from sheet h union all select t::text from transport_codes t union all select c::text from card c union all select l::text from reported_lot l order by 1`,
    );
    return rows.map(({ text }) => text);
  };

  it('changes nothing when the same file comes again, but for a line in the log', async () => {
    await api.provision(FILE);
    const first = await everything();
    api.clock.pass({ hours: 1 });
    await api.provision({ ...FILE, stations: [] });
    expect(await everything()).toEqual(first);
    expect(await api.database.query(`select actor, details->'sheets' as sheets from audit_row where act = 'installation.provisioned' order by position desc limit 2`)).toEqual([
      { actor: 'installation', sheets: 0 },
      { actor: 'installation', sheets: 5 },
    ]);
  });

  it('has a box delivered and loaded at the desk’s first station, at the one that is named, or in stock where there is none', async () => {
    await api.provision({
      desks: [{ ...DESK, code: 'PI-2' }, { ...DESK, code: 'PI-3' }],
      stations: ['Banco A', 'Banco B'].map((name, index) => ({ desk: 'PI-2', name, enrolmentCode: `PISA-PISA-777${index}` })),
      sheets: [{ desk: 'PI-2', from: '000001', to: '000010' }, { desk: 'PI-2', station: 'Banco B', from: '000011', to: '000020' }, { desk: 'PI-3', from: '000001', to: '000005' }],
    });
    const found = await api.database.query(
      `select d.code, t.name as station, s.state, count(*)::int as count, min(s.control_number) as first from sheet s join desk d on d.id = s.desk_id left join station t on t.id = s.station_id
       where d.code in ('PI-2', 'PI-3') group by d.code, t.name, s.state order by 1, 2`,
    );
    expect(found).toEqual([
      { code: 'PI-2', station: 'Banco A', state: 'loaded', count: 10, first: '000001' },
      { code: 'PI-2', station: 'Banco B', state: 'loaded', count: 10, first: '000011' },
      { code: 'PI-3', station: null, state: 'in-stock', count: 5, first: '000001' },
    ]);
    await expect(api.provision({ sheets: [{ desk: 'PI-2', station: 'Banco C', from: '000030', to: '000031' }] })).rejects.toThrow('which the desk PI-2 does not have');
  });

  it('takes how a desk keeps its sheets, and leaves what the file does not say', async () => {
    await api.provision({ desks: [{ ...DESK, custody: { minimumSheets: 7, isOnePerson: false } }] });
    await api.provision({ desks: [{ ...DESK, custody: { spoiledPerDay: 5 } }] });
    const rows = await api.database.query(`select minimum_sheets, is_one_person, spoiled_per_day from desk where code = 'PI-1'`);
    expect(rows).toEqual([{ minimum_sheets: 7, is_one_person: false, spoiled_per_day: 5 }]);
  });

  it('mends what the file tells anew, and leaves whoever is there as they are, unless it says that they are reset', async () => {
    const codiceFiscale = 'NRENNA85M41G702X';
    const person = async () =>
      (await api.database.query(`select o.display_name as name, o.codice_fiscale as cf, o.roles, d.code as home from operator o join desk d on d.id = o.desk_id where o.username = 'neri'`))[0];
    const told = { ...OPERATOR, password: 'un’altra parola', displayName: 'Anna Neri', codiceFiscale, roles: ['supervisor'], desk: 'PI-2' };
    const signIn = (password: string) => supertest(api.url).post('/api/session').send({ username: 'neri', password });
    await api.provision({ ...FILE, desks: [{ ...DESK, name: 'Banco 2' }], operators: [told] });
    expect(await person()).toEqual({ name: 'A. Neri', cf: null, roles: ['operator'], home: 'PI-1' });
    expect((await signIn(OPERATOR.password).expect(200)).body).toMatchObject({ desk: { name: 'Banco 2' } });
    await api.provision({ ...FILE, operators: [{ ...told, isReset: true }] });
    expect(await person()).toEqual({ name: 'Anna Neri', cf: codiceFiscale, roles: ['supervisor'], home: 'PI-2' });
    await signIn(told.password).expect(200);
    await signIn(OPERATOR.password).expect(401);
  });

  it('leaves a person that it resets what it does not say, and tells the log of both resets: roles and home desk, and names as commitments', async () => {
    const codiceFiscale = 'NRENNA85M41G702X';
    await api.provision({ ...FILE, desks: [{ ...DESK, name: 'Banco 2' }], operators: [{ ...OPERATOR, isReset: true }] });
    expect(await api.database.query(`select codice_fiscale as cf from operator where username = 'neri'`)).toEqual([{ cf: codiceFiscale }]);
    const desks = await api.database.query<{ code: string; id: string }>('select code, id from desk');
    const homeOf = (code: string) => desks.find((desk) => desk.code === code)?.id;
    const rows = await api.database.query(
      `select actor, details, change, (select jsonb_object_agg(field, value) from audit_opening where row_id = r.id) as told, (select array_agg(key order by key) from jsonb_object_keys(personal) as key) as committed
       from audit_row r where act = 'person.reset-by-file' order by position`,
    );
    const [first, second] = [{ roles: ['operator'], homeDeskId: homeOf('PI-1'), trainingSince: null }, { roles: ['supervisor'], homeDeskId: homeOf('PI-2'), trainingSince: null }];
    expect(rows).toEqual([
      {
        actor: 'installation',
        details: { hasNewPassword: true },
        change: { before: first, after: second },
        told: { displayNameBefore: 'A. Neri', displayNameAfter: 'Anna Neri', codiceFiscaleAfter: codiceFiscale },
        committed: ['codiceFiscaleAfter', 'displayNameAfter', 'displayNameBefore'],
      },
      {
        actor: 'installation',
        details: { hasNewPassword: true },
        change: { before: second, after: first },
        told: { displayNameBefore: 'Anna Neri', displayNameAfter: 'A. Neri', codiceFiscaleBefore: codiceFiscale, codiceFiscaleAfter: codiceFiscale },
        committed: ['codiceFiscaleAfter', 'codiceFiscaleBefore', 'displayNameAfter', 'displayNameBefore'],
      },
    ]);
  });

  it('leaves an enrolled station its keys, and a sheet, a card or an activation where the desk has brought them', async () => {
    const station = await api.stationWith('PISA-PISA-2345');
    await api.database.query(`update sheet set state = 'spoiled', reason = 'sheet-damaged' where control_number = '000100'`);
    await api.database.query(`update sheet set desk_id = (select id from desk where code = 'PI-3') where control_number = '000104' and desk_id = (select id from desk where code = 'PI-1')`);
    await api.database.query(`insert into card (id_carta, state, mode_of_activation, activated_at, changed_at) values ('6090000000770018', 'active', 'direct', now(), now())`);
    await api.database.query('delete from transport_codes');
    const before = await everything();
    await api.provision({ ...FILE, desks: [{ ...DESK, name: 'Banco 2' }], operators: [], cards: [{ idCarta: '6090000000770026', state: 'active' }] });
    expect(await everything()).toEqual(before);
    expect((await station.post('/api/station/status', { reader: 'ready', operatorReader: null, envelopes: 'ready', forms: 'ready', isTest: false, version: '1' })).status).toBe(204);
  });

  it('does all of it or nothing', async () => {
    const before = await everything();
    await expect(api.provision({ desks: [{ ...DESK, code: 'PI-2' }], operators: [{ ...OPERATOR, username: 'bianchi', desk: 'PI-9' }] })).rejects.toThrow('The file names the desk "PI-9", which nobody made.');
    await expect(api.provision({ desks: [{ ...DESK, body: 'Nessuno' }] })).rejects.toThrow('names the body "Nessuno"');
    await expect(api.provision({ sheets: [{ desk: 'PI-1', from: '000300', to: '000299' }] })).rejects.toThrow('ends before it begins');
    expect(await everything()).toEqual(before);
  });

  it('refuses a password that bcrypt would cut short, and a codice fiscale that is none', async () => {
    await expect(api.provision({ operators: [{ ...OPERATOR, password: 'è'.repeat(37) }] })).rejects.toThrow();
    await expect(api.provision({ operators: [{ ...OPERATOR, codiceFiscale: 'RSSMRA80A41H501X' }] })).rejects.toThrow();
  });

  it('keeps the transport codes encrypted', async () => {
    await api.provision({ transportCodes: [{ idCarta: '6090000000770034', pin: '55555', puk: '99887766' }] });
    const [row] = await api.database.query<{ encrypted: Buffer }>(`select encrypted from transport_codes where id_carta = '6090000000770034'`);
    expect(row?.encrypted).toHaveLength(12 + 15 + 16);
    expect(row?.encrypted.includes('99887766')).toBe(false);
  });

  it('lets a pharmacy activate cards of its own region only', async () => {
    const operator = await (async () => {
      await api.provision({ ...FILE, stations: [], operators: [{ ...OPERATOR, isReset: true }] });
      return api.signIn('neri');
    })();
    const [{ id: pisa } = { id: '' }] = await api.database.query<{ id: string }>(`select s.id from station s join desk d on d.id = s.desk_id where d.code = 'PI-1'`);
    const administrator = await api.signIn('admin');
    const { code } = (await administrator.post(`/api/stations/${pisa}/enrolment-code`, {}).expect(200)).body as { code: string };
    const station = await api.stationWith(code);
    const insertionId = await station.insert(await api.card({ region: '100' }));
    const refused = await operator.post('/api/cases', { insertionId });
    expect(codeOf(refused)).toBe('other-region');
    expect((refused.body as { details: object }).details).toEqual({ issuerCode: '100', regionName: 'Umbria', deskKind: 'pharmacy' });
  });
});
