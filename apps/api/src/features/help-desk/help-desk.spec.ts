// SPDX-License-Identifier: AGPL-3.0-or-later
import { CallsView, CallView, HelpDeskView, PlacesView } from '@sportello/contracts';
import { REDACTED_CIP, TELEPHONE_LINES, WEEKDAYS } from '@sportello/domain';
import { canonicalJson } from '@sportello/seal';
import { compare, getRounds } from 'bcrypt';
import { createHash, randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { Housekeeping } from '../../platform/housekeeping/housekeeping';
import { CARDS_COMPARED } from '../../platform/cip/check-cip';
import { SlowHash } from '../../platform/passwords/slow-hash';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

/** Of the card that tests issue, as somebody says it on the telephone. */
const HOLDER = { surname: 'rossi', name: 'Maria', birthDate: '1980-01-01' };
const NOTHING = { codiceFiscale: null, idCarta: null, surname: null, name: null, birthDate: null };

const detailsOf = (response: Response) => (response.body as { readonly details: { readonly retryAfterSeconds: number; readonly mayRecordUnverified: boolean } }).details;

describe('the help desk', () => {
  let api: TestApi;
  let helpDesk: OperatorClient;
  let delivered: { readonly idCarta: string; readonly codiceFiscale: string; readonly cip: string; readonly deskName: string };

  beforeAll(async () => {
    api = await TestApi.start({ isSuspensionOn: true, areCallFiguresOn: true });
    await api.provision({ operators: [{ username: 'vanni', password: PASSWORD, displayName: 'I. Vanni', roles: ['help-desk'], desk: 'MS-2' }] });
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const story = await DeskStory.written(api, operator, station);
    const holder = (await story.now()).card?.holder;
    await story.scan(story.envelope.outerCode);
    await story.leave();
    delivered = { idCarta: story.card.idCarta, codiceFiscale: holder?.codiceFiscale ?? '', cip: story.envelope.cip, deskName: 'Massa · Sportello 2' };
    helpDesk = await api.signIn('vanni');
  });
  afterAll(() => api.close());

  const opened = async (callerNumber: string | null = null): Promise<CallView> => CallView.parse((await helpDesk.post('/api/calls', { channel: 'phone', callerNumber }).expect(201)).body);
  const identify = ({ id, revision }: CallView, told: object, key: string = randomUUID()) => helpDesk.post(`/api/calls/${id}/identification`, { revision, ...NOTHING, ...told }, key);
  const logged = (act: string) => api.database.query<{ details: Record<string, unknown> }>('select details from audit_row where act = $1 order by position', [act]);
  /** Nothing that anybody tried before counts. */
  const forgetTries = () => api.database.query('delete from cip_try');

  it('says whether the line is open, by its own week and days, and marks what comes out of hours without refusing it', async () => {
    const administrator = await api.signIn('admin');
    const view = async () => HelpDeskView.parse((await helpDesk.get('/api/help-desk').expect(200)).body);
    const change = (line: object) => administrator.post('/api/places/line', line);
    const { line, bodies } = PlacesView.parse((await administrator.get('/api/places').expect(200)).body);
    expect(line).toEqual({ revision: 0, hours: [...TELEPHONE_LINES['help-desk'].hours], calendar: { isClosedOnHolidays: true, patronDay: null, closures: [] } });
    const today = api.clock.now().toISOString().slice(0, 10);
    const closed = { hours: line.hours, isClosedOnHolidays: true, patronDay: { month: 7, day: 8 }, closures: [{ from: today, to: today }] };
    expect(codeOf(await change({ revision: 1, ...closed }))).toBe('place-changed');
    expect(PlacesView.parse((await change({ revision: 0, ...closed }).expect(200)).body).line).toMatchObject({ revision: 1, calendar: { patronDay: { month: 7, day: 8 } } });
    expect(codeOf(await change({ revision: 0, ...closed }))).toBe('place-changed');
    expect((await view()).opening).toMatchObject({ isOpen: false, because: { because: 'closure', until: today } });
    expect(await opened()).toMatchObject({ number: '2026-1', isOutOfHours: true, state: 'open', openedBy: 'I. Vanni' });
    // Its own week, and neither the desk's at which somebody is signed in, nor its body's days.
    const [body] = bodies;
    const desk = body?.desks.find(({ code }) => code === 'MS-2');
    await api.database.query(`update desk set opening_hours = '[]'::jsonb where id = $1`, [desk?.id]);
    await administrator.post(`/api/places/bodies/${body?.id}/calendar`, { revision: body?.revision, isClosedOnHolidays: true, patronDay: null, closures: closed.closures }).expect(200);
    const always = WEEKDAYS.map((weekday) => ({ weekday, from: '0:00', to: '24.00' }));
    await change({ revision: 1, ...closed, isClosedOnHolidays: false, hours: always, patronDay: null, closures: [] }).expect(200);
    expect(await view()).toMatchObject({ opening: { isOpen: true }, line: { phone: '800 004477', hours: always.map(({ weekday }) => ({ weekday, from: '00:00', to: '24:00' })) } });
    expect(await opened()).toMatchObject({ isOutOfHours: false });
    expect(codeOf(await change({ revision: 2, ...closed, hours: [{ weekday: 'monday', from: '9:00', to: '8:00' }] }))).toBe('opening-hours-invalid');
    await change({ revision: 2, ...closed, closures: [] }).expect(200);
    await administrator.post(`/api/places/bodies/${body?.id}/calendar`, { revision: (body?.revision ?? 0) + 1, isClosedOnHolidays: true, patronDay: null, closures: [] }).expect(200);
    expect(await view()).toMatchObject({ openCalls: [{ isOutOfHours: true }, { isOutOfHours: false }], requests: { inTime: 0, due: 0, late: 0, unverified: 0 }, isSuspensionOn: true, areFiguresOn: true, figures: null });
    const [change1] = await api.database.query('select change from audit_row where act = $1 order by position limit 1', ['call.hours-changed']);
    expect(change1).toMatchObject({ change: { before: { patronMonth: null }, after: { patronMonth: 7, patronDay: 8 } } });
  });

  it('writes down what is said as it is said, warns of health words and keeps no CIP among the notes', async () => {
    const call = await opened();
    const write = (revision: number, notes: string) => helpDesk.post(`/api/calls/${call.id}/changes`, { revision, callerKind: 'holder', category: 'lost-or-stolen', notes, doneSteps: ['ask-cip'] });
    const written = CallView.parse((await write(1, 'Ricoverata. Dice 7314 098265').expect(200)).body);
    expect(written).toMatchObject({ revision: 2, hasHealthWords: true, notes: `Ricoverata. Dice ${REDACTED_CIP}`, doneSteps: ['ask-cip'] });
    expect(codeOf(await write(1, 'altro'))).toBe('call-changed');
    expect((await logged('call.written')).at(-1)?.details).toEqual({ callerKind: 'holder', category: 'lost-or-stolen', steps: 1, redactions: 1, healthWords: 1 });
  });

  it('shows supervisors sums of calls by operator, where the body has an agreement', async () => {
    const figures = async () => HelpDeskView.parse((await (await api.signIn('sarti')).get('/api/help-desk').expect(200)).body).figures;
    const before = (await figures())?.find(({ operator }) => operator === 'I. Vanni') ?? { calls: 0, minutes: 0 };
    const { id, revision } = await opened();
    api.clock.pass({ seconds: 180 });
    await helpDesk.post(`/api/calls/${id}/closing`, { revision, outcome: 'dropped', followUp: null }).expect(200);
    expect(await figures()).toEqual([{ operator: 'I. Vanni', calls: before.calls + 1, minutes: before.minutes + 3 }]);
  });

  it('takes what may be a CIP out of a mail before it is kept, and forgets the mail with the call’s end', async () => {
    const arrived = { receivedAt: '2026-11-29T10:00:00Z', text: 'Il mio CIP è 7314098265, grazie' };
    const mail = CallView.parse((await helpDesk.post('/api/calls/mails', arrived).expect(201)).body);
    expect(mail).toMatchObject({ channel: 'e-mail', isOutOfHours: true, mail: { text: `Il mio CIP è ${REDACTED_CIP}, grazie`, redactions: 1 } });
    const [kept] = await api.database.query<{ all: string }>('select string_agg(c::text, chr(10)) as all from call_record c');
    expect(kept?.all).not.toContain('7314098265');
    const fastHash = createHash('sha256').update(`POST /api/calls/mails\n${canonicalJson(arrived)}`).digest();
    expect(await api.database.query('select 1 from idempotency_key where fingerprint = $1', [fastHash])).toEqual([]);
    const closed = CallView.parse((await helpDesk.post(`/api/calls/${mail.id}/closing`, { revision: 1, outcome: 'dropped', followUp: null }).expect(200)).body);
    expect(closed).toMatchObject({ state: 'closed', mail: null });
  });

  it('ends a call with an outcome, keeps it for its follow-up until that is done, and never closes it twice', async () => {
    const call = await opened();
    const close = (revision: number, closing: object) => helpDesk.post(`/api/calls/${call.id}/closing`, { revision, followUp: null, ...closing });
    expect((await close(1, { outcome: 'answered' }).expect(422)).body).toMatchObject({ code: 'call-incomplete', details: { missing: 'category' } });
    await helpDesk.post(`/api/calls/${call.id}/changes`, { revision: 1, callerKind: null, category: 'spid', notes: '', doneSteps: [] }).expect(200);
    expect((await close(2, { outcome: 'request-recorded' }).expect(422)).body).toMatchObject({ details: { missing: 'request' } });
    expect(codeOf(await close(2, { outcome: 'follow-up', followUp: { what: 'call-back', by: '2020-01-01' } }))).toBe('follow-up-in-the-past');
    expect(CallView.parse((await close(2, { outcome: 'follow-up', followUp: { what: 'call-back', by: '2030-01-01', callBackAt: '333 1234567' } }).expect(200)).body)).toMatchObject({ state: 'follow-up', closedAt: null, followUp: { callBackAt: '333 1234567' } });
    expect(HelpDeskView.parse((await helpDesk.get('/api/help-desk')).body).followUps).toMatchObject([{ id: call.id, followUp: { what: 'call-back', by: '2030-01-01', callBackAt: '333 1234567' } }]);
    await close(3, { outcome: 'answered' }).expect(200);
    expect(await api.database.query('select call_back_at from call_record where id = $1', [call.id])).toEqual([{ call_back_at: null }]);
    expect(codeOf(await close(4, { outcome: 'answered' }))).toBe('call-closed');
    const list = async (query: string) => CallsView.parse((await helpDesk.get(`/api/calls?${query}`).expect(200)).body).calls.map(({ id }) => id);
    expect(await list('category=spid&state=closed')).toEqual([call.id]);
    expect(await list('to=2020-01-01')).toEqual([]);
    expect(codeOf(await (await api.signIn()).get('/api/calls'))).toBe('forbidden');
  });

  it('recognises who tells a CIP and what goes with it, for the call and no longer, and shows the card and the earlier calls', async () => {
    await forgetTries();
    const first = await opened();
    const key = randomUUID();
    const answer = CallView.parse((await identify(first, { cip: delivered.cip, codiceFiscale: delivered.codiceFiscale }, key).expect(200)).body);
    expect(answer.identification).toMatchObject({ isMinor: false, cards: [{ idCarta: delivered.idCarta, desk: delivered.deskName, mode: 'direct', state: 'active', isOfThisCip: true, openRequest: null }] });
    expect(answer.earlier).toEqual([]);
    expect(CallView.parse((await identify(first, { cip: delivered.cip, codiceFiscale: delivered.codiceFiscale }, key).expect(200)).body).identification?.id).toBe(answer.identification?.id);
    expect(await api.database.query('select 1 from cip_try')).toEqual([]);

    const second = await opened();
    const byCard = CallView.parse((await identify(second, { cip: `${delivered.cip.slice(0, 4)} ${delivered.cip.slice(4)}`, idCarta: delivered.idCarta }).expect(200)).body);
    expect(byCard.earlier).toMatchObject([{ id: first.id, takenAt: { desk: delivered.deskName }, canRead: true }]);
    // Taken at another desk: it is told where, and not opened.
    const [elsewhere] = await api.database.query<{ id: string; body: string }>(`select d.id, b.name as body from desk d join body b on b.id = d.body_id where d.code = 'CA-1'`);
    await api.database.query('update call_record set desk_id = $2 where id = $1', [first.id, elsewhere?.id]);
    expect(CallView.parse((await helpDesk.get(`/api/calls/${second.id}`).expect(200)).body).earlier).toMatchObject([{ id: first.id, takenAt: { desk: 'Carrara · Sportello 1', body: elsewhere?.body }, canRead: false }]);
    await helpDesk.get(`/api/calls/${first.id}`).expect(404);
    await api.database.query(`update call_record set desk_id = (select id from desk where code = 'MS-2') where id = $1`, [first.id]);
    api.clock.pass({ minutes: 61 });
    expect(CallView.parse((await helpDesk.get(`/api/calls/${second.id}`).expect(200)).body)).toMatchObject({ identification: null, earlier: [] });
    const ended = CallView.parse((await helpDesk.post(`/api/calls/${first.id}/closing`, { revision: answer.revision, outcome: 'dropped', followUp: null }).expect(200)).body);
    expect(ended.identification).toBeNull();
    expect(await api.database.query('select 1 from cip_identification where call_id = $1 and ended_at is null', [first.id])).toEqual([]);
  });

  it('shows all cards of the person, each with what tells it from the others, and proposes the one whose CIP was told', async () => {
    await forgetTries();
    const other = '6090000009999994';
    await api.database.query(
      `insert into activation_case select (jsonb_populate_record(c, jsonb_build_object('id', $2::text, 'number', 999999, 'id_carta', $3::text, 'receipt_number', null,
         'holder', c.holder || '{"cardExpiresOn":"2027-02-03"}'))).* from activation_case c where c.id_carta = $1 and c.state = 'delivered'`,
      [delivered.idCarta, randomUUID(), other],
    );
    await api.database.query(`insert into card (id_carta, state, mode_of_activation, activated_at, changed_at) values ($1, 'suspended', 'parental', $2, $2)`, [other, new Date('2021-02-03T10:00:00Z')]);
    const { identification } = CallView.parse((await identify(await opened(), { cip: delivered.cip, ...HOLDER }).expect(200)).body);
    expect(identification?.cards).toMatchObject([
      { idCarta: delivered.idCarta, isOfThisCip: true, mode: 'direct' },
      { idCarta: other, isOfThisCip: false, mode: 'parental', state: 'suspended', expiresOn: '2027-02-03', activatedOn: '2021-02-03', desk: delivered.deskName },
    ]);
  });

  it('asks for something beside the CIP, and takes a slip for no try', async () => {
    await forgetTries();
    const call = await opened();
    expect(codeOf(await identify(call, { cip: delivered.cip }))).toBe('cip-alone');
    expect(codeOf(await identify(call, { cip: delivered.cip, surname: 'Rossi', name: 'Maria' }))).toBe('cip-alone');
    expect(codeOf(await identify(call, { cip: delivered.cip, codiceFiscale: 'RSSMRA80A01D612X' }))).toBe('cip-claim-malformed');
    expect(await api.database.query('select 1 from cip_try')).toEqual([]);
  });

  describe('whichever part is wrong', () => {
    const wrongs = (): readonly (readonly [string, object])[] => [
      ['the CIP', { cip: '0000000000', codiceFiscale: delivered.codiceFiscale }],
      ['the person', { cip: delivered.cip, codiceFiscale: 'VRDGNN00T31H501H' }],
      ['the card', { cip: delivered.cip, idCarta: '6090099999999999' }],
      ['one of two', { cip: delivered.cip, codiceFiscale: delivered.codiceFiscale, idCarta: '6090099999999999' }],
      ['the name', { cip: delivered.cip, ...HOLDER, surname: 'Bianchi' }],
      ['all of it', { cip: 'x', ...HOLDER, birthDate: '1911-11-11' }],
    ];

    it('answers the same, after as many slow hashes of the same cost, and notes the same', async () => {
      const asked: number[] = [];
      const matches = jest.spyOn(SlowHash.prototype, 'matches').mockImplementation((secret, hashed) => {
        asked.push(getRounds(hashed));
        return compare(secret, hashed);
      });
      const answers: { readonly status: number; readonly code: string; readonly details: object; readonly hashes: readonly number[] }[] = [];
      for (const [, told] of wrongs()) {
        await forgetTries();
        const before = asked.length;
        const answer = await identify(await opened(), told);
        answers.push({ status: answer.status, code: codeOf(answer), details: detailsOf(answer), hashes: asked.slice(before) });
      }
      matches.mockRestore();
      expect(answers[0]).toEqual({ status: 403, code: 'cip-mismatch', details: { retryAfterSeconds: 0, mayRecordUnverified: false }, hashes: Array<number>(CARDS_COMPARED).fill(4) });
      expect(answers).toEqual(answers.map(() => answers[0]));
      const told = (await logged('call.not-identified')).slice(-answers.length).map(({ details }) => JSON.stringify(details));
      expect(new Set(told).size).toBe(1);
    });

    it('is not valid before it was delivered', async () => {
      await forgetTries();
      await api.database.query('update intent set cip_valid_from = $2 where id_carta = $1 and cip_verifier is not null', [delivered.idCarta, new Date(api.clock.now().getTime() + 1000)]);
      expect(codeOf(await identify(await opened(), { cip: delivered.cip, idCarta: delivered.idCarta }))).toBe('cip-mismatch');
      await api.database.query('update intent set cip_valid_from = $2 where id_carta = $1 and cip_verifier is not null', [delivered.idCarta, api.clock.now()]);
    });
  });

  it('makes wrong tries wait by caller and by card, opens the way of the unverified after five, and never closes a card', async () => {
    await forgetTries();
    const call = await opened('+39 335 1234567');
    const wrong = { cip: '0000000000', idCarta: delivered.idCarta };
    const statuses: (readonly [string, unknown])[] = [];
    // Somebody keeps trying the card: whoever calls of it and waits has a way left, too.
    const waitsWithWayLeft = async (told: object) => {
      const other = await opened('055 654321');
      expect(codeOf(await identify(other, told))).toBe('too-many-attempts');
      expect((await helpDesk.get(`/api/calls/${other.id}`)).body).toMatchObject({ mayRecordUnverified: true, revision: 1 });
    };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await identify(call, wrong);
      statuses.push([codeOf(answer), detailsOf(answer).mayRecordUnverified]);
      if (attempt >= 2) expect((await identify(call, wrong).expect(429)).body).toMatchObject({ code: 'too-many-attempts', details: { mayRecordUnverified: attempt === 4 } });
      if (attempt === 4) await waitsWithWayLeft(wrong);
      api.clock.pass({ minutes: 2 });
    }
    expect(statuses).toEqual([['cip-mismatch', false], ['cip-mismatch', false], ['cip-mismatch', false], ['cip-mismatch', false], ['cip-mismatch', true]]);
    expect(CallView.parse((await helpDesk.get(`/api/calls/${call.id}`)).body)).toMatchObject({ mayRecordUnverified: true, revision: 1 });
    // The same number, written otherwise, in another call; another number waits for the card alone, and is recognised when it tells all of it.
    expect(codeOf(await identify(await opened('3351234567'), { ...wrong, idCarta: '6090099999999999' }))).toBe('cip-mismatch');
    expect(codeOf(await identify(await opened('0039 3351234567'), { ...wrong, idCarta: '6090099999999999' }))).toBe('too-many-attempts');
    api.clock.pass({ minutes: 2 });
    await identify(await opened('055 123456'), { cip: delivered.cip, idCarta: delivered.idCarta }).expect(200);
    api.clock.pass({ hours: 49 });
    await api.app.get(Housekeeping).run();
    expect(await api.database.query('select 1 from cip_try')).toEqual([]);
  });

  it('keeps no CIP in any row or line of the log, right or wrong, but its verifier', async () => {
    const tables = await api.database.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public'`);
    for (const { name } of tables) {
      const rows = await api.database.query('select 1 from ' + name + ' as row where row::text like $1', [`%${delivered.cip}%`]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
    expect(api.logLines.filter((line) => line.includes(delivered.cip))).toEqual([]);
  });
});
