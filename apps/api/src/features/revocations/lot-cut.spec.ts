// SPDX-License-Identifier: AGPL-3.0-or-later
import { RevocationLotView, RevocationLotsView } from '@sportello/contracts';
import { luhnDigitOf } from '@sportello/domain';
import pg from 'pg';
import { certificateIdOf } from '../../platform/revocation/certificate-id-of';
import { issueCard } from '../../testing/test-cards';
import { PASSWORD, TestApi } from '../../testing/test-api';
import { WorkOffLots } from './work-off-lots';

const CARDS = 250;
const OF_A_STEP = 100;

/** Their certificates differ in the serial alone: nobody here looks at who signed them. */
async function rememberCards(api: TestApi): Promise<readonly { readonly idCarta: string; readonly issuer: Uint8Array; readonly serial: string }[]> {
  const { issued } = await issueCard(api.ca);
  const { serial } = certificateIdOf(issued.certificateDer);
  const at = Buffer.from(issued.certificateDer).indexOf(Buffer.from(serial, 'hex'));
  const cards = Array.from({ length: CARDS }, (_, index) => {
    const certificate = Buffer.from(issued.certificateDer);
    certificate.writeUInt16BE(0x0100 + index, at + serial.length / 2 - 2);
    const fifteen = `6092${String(index).padStart(11, '0')}`;
    return { idCarta: fifteen + luhnDigitOf(fifteen), certificate, ...certificateIdOf(certificate) };
  });
  await api.database.query(
    `with delivered as (select * from unnest($1::text[], $2::bytea[]) with ordinality as one (id_carta, certificate, position)),
     known as (insert into card (id_carta, state, mode_of_activation, activated_at, changed_at) select id_carta, 'active', 'direct', now(), now() from delivered)
     insert into activation_case (id, desk_id, year, number, kind, purpose, mode, method, state, revision, id_carta, card_type, initials, certificate, envelope_language, envelope_layout, fence, fence_limit,
       opened_by, opened_at, changed_at)
     select gen_random_uuid(), o.desk_id, 2025, position, 'holder', 'activation', 'direct', 'transport-codes', 'delivered', 1, id_carta, 'ST2021', 'M.R.', certificate, 'it', 'normal', 1, 5, o.id, now(), now()
     from delivered, operator o where o.username = 'bini'`,
    [cards.map(({ idCarta }) => idCarta), cards.map(({ certificate }) => certificate)],
  );
  return cards;
}

describe('a lot that is cut by the end of a copy of the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({ operators: [{ username: 'neri', password: PASSWORD, displayName: 'A. Neri', roles: ['supervisor'], desk: 'MS-2' }] });
    // Others work it off.
    await api.app.get(WorkOffLots).onApplicationShutdown();
  });
  afterAll(() => api.close());

  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: api.database.ownerUrl });
    await client.connect();
    return client;
  };
  const count = async (sql: string): Promise<number> => Number((await api.database.query<{ count: string }>(sql))[0]?.count);

  it('goes on where it was, with nothing half done, none twice and none left', async () => {
    const [supervisor, second] = await Promise.all([api.signIn('sarti'), api.signIn('neri')]);
    const cards = (await rememberCards(api)).toSorted((one, other) => one.idCarta.localeCompare(other.idCarta));
    const list = cards.map(({ idCarta }) => idCarta);
    const tried = RevocationLotView.parse((await supervisor.post('/api/revocation-lots', { cards: list, reason: 'Fornitura difettosa' }).expect(201)).body);
    expect(tried).toMatchObject({ cards: CARDS, toRevoke: CARDS });
    const lotNow = async () => RevocationLotsView.parse((await supervisor.get('/api/revocation-lots').expect(200)).body).lots.find(({ id }) => id === tried.id);

    // All but the first step's are in others' hands, so that it ends there for now.
    const later = cards.slice(OF_A_STEP);
    const others = await connected();
    await others.query(`select pg_advisory_lock(hashtextextended(encode(issuer, 'hex') || serial, 0)) from unnest($1::bytea[], $2::text[]) as held (issuer, serial)`, [later.map(({ issuer }) => issuer), later.map(({ serial }) => serial)]);
    const dying = await TestApi.start({ copyOf: api });
    await second.post(`/api/revocation-lots/${tried.id}/confirmation`, { revision: 1, cards: list }).expect(200);
    await api.until(async () => (await lotNow())?.left === later.length);

    // The second step is in the middle of its transaction when its copy dies.
    const series = await connected();
    await series.query('begin');
    await series.query(`select 1 from number_series where series = 'revocation-requests' for update`);
    await others.end();
    const waiting = () => api.database.query<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into revocation_request%'`);
    await api.until(async () => (await waiting()).length === 1);
    await api.database.query('select pg_terminate_backend($1)', [(await waiting())[0]?.pid]);
    await dying.close();
    await series.end();
    expect(await count('select count(*) from revocation_request')).toBe(OF_A_STEP);
    expect((await lotNow())?.left).toBe(later.length);

    const next = await TestApi.start({ copyOf: api });
    await api.until(async () => (await lotNow())?.state === 'done');
    expect(await lotNow()).toMatchObject({ left: 0, toRevoke: CARDS, alreadyRequested: 0, unknown: 0 });
    expect(await count('select count(distinct certificate_serial) from revocation_request')).toBe(CARDS);
    expect(await count('select count(*) from revocation_request')).toBe(CARDS);
    expect(await count('select count(*) from revocation_attempt')).toBe(CARDS);
    expect(await count(`select count(*) from audit_row where act = 'revocation.recorded'`)).toBe(CARDS);
    expect(await count(`select count(*) from audit_row where act = 'revocation-lot.done'`)).toBe(1);
    expect(await count('select count(*) from revocation_lot_card')).toBe(0);
    await next.close();
  });
});
