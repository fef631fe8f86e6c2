// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InvitationCode, InvitePersonRequest, PeopleView, PersonView, SessionView } from '@sportello/contracts';
import type { Role, RoleDecision } from '@sportello/domain';
import supertest, { type Response } from 'supertest';
import { OperatorClient, codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import { TestBrowser } from '../../testing/test-browser';

const OWN_PASSWORD = 'tramonto sul molo';

describe('the people of a body', () => {
  let api: TestApi;
  let [admin, neri]: OperatorClient[] = [];

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({
      operators: [
        { username: 'neri', password: PASSWORD, displayName: 'B. Neri', roles: ['administrator'], desk: 'CA-1' },
        { username: 'verdi', password: PASSWORD, displayName: 'M. Verdi', roles: ['operator'], desk: 'MS-2' },
      ],
      bodies: [{ name: 'Farmacia di esempio', kind: 'pharmacy' }],
      desks: [{ code: 'FA-1', name: 'Banco', place: 'Aulla', body: 'Farmacia di esempio', kind: 'pharmacy' }],
    });
    [admin, neri] = await Promise.all([api.signIn('admin'), api.signIn('neri')]);
  });
  afterAll(() => api.close());

  const first = (): OperatorClient => admin as OperatorClient;
  const second = (): OperatorClient => neri as OperatorClient;
  const people = async (search = ''): Promise<PeopleView> => (await first().get(`/api/people?search=${search}`).expect(200)).body as PeopleView;
  const idOf = async (username: string): Promise<string> => (await people(username)).people.find((line) => line.username === username)?.id ?? '';
  const person = async (username: string): Promise<PersonView> => (await first().get(`/api/people/${await idOf(username)}`).expect(200)).body as PersonView;
  const deskId = async (code: string): Promise<string> => (await api.database.query<{ id: string }>('select id from desk where code = $1', [code]))[0]?.id ?? '';
  const act = async (client: OperatorClient, { id }: Pick<PersonView, 'id'>, path: string, body: object): Promise<PersonView> => (await client.post(`/api/people/${id}/${path}`, body).expect(200)).body as PersonView;
  const refusedTo = async (client: OperatorClient, { id }: Pick<PersonView, 'id'>, path: string, body: object): Promise<string> => codeOf(await client.post(`/api/people/${id}/${path}`, body));
  const accept = (code: string, password = OWN_PASSWORD) => supertest(api.url).post('/api/invitations/accept').send({ code, password });

  const wish = async (username: string, roles: readonly Role[] = ['operator']): Promise<InvitePersonRequest> => ({
    username,
    displayName: `R. ${username}`,
    codiceFiscale: null,
    deskIds: [await deskId('MS-2')],
    roles: [...roles],
    isInTraining: false,
    reason: 'Comincia lunedì',
  });
  const invite = async (username: string, roles?: readonly Role[]): Promise<PersonView> => (await first().post('/api/people', await wish(username, roles)).expect(200)).body as PersonView;
  const given = async (view: PersonView): Promise<PersonView> => act(second(), view, 'roles/decision', { changeId: view.roleChange?.id, decision: 'confirm' });
  const codeFor = async ({ id }: PersonView): Promise<InvitationCode> => (await first().post(`/api/people/${id}/invitation`, {}).expect(200)).body as InvitationCode;

  it('are listed and found for their administrators, and no other body’s', async () => {
    const { people: all, desks, hasMore } = await people();
    expect(all.map(({ username }) => username)).toEqual(['admin', 'neri', 'carli', 'bini', 'verdi', 'sarti'].sort((left, right) => nameOf(left).localeCompare(nameOf(right))));
    expect(desks.map(({ name, place }) => `${place} ${name}`)).toEqual(['Carrara Sportello 1', 'Massa Sportello 2']);
    expect(hasMore).toBe(false);
    expect((await people('VERD')).people).toMatchObject([{ username: 'verdi', displayName: 'M. Verdi', state: 'active', roles: ['operator'], awaitsDecision: false }]);
    await api.provision({ operators: [{ username: 'aulla', password: PASSWORD, displayName: 'F. Aulla', roles: ['administrator'], desk: 'FA-1' }] });
    expect((await people('aulla')).people).toEqual([]);
    const theirs = await api.signIn('aulla');
    expect(codeOf(await theirs.get(`/api/people/${await idOf('verdi')}`).expect(404))).toBe('not-found');
    expect(await refusedTo(theirs, await person('verdi'), 'sign-out', { reason: 'doubt' })).toBe('not-found');
  });

  it('come in by a code that is handed over, once a second administrator has given their roles, with a password of their own', async () => {
    const invited = await invite('rossi');
    expect(invited).toMatchObject({ state: 'invited', roles: [], canInvite: false, roleChange: { roles: ['operator'], canDecide: false, canWithdraw: true } });
    expect(codeOf(await first().post(`/api/people/${invited.id}/invitation`, {}).expect(409))).toBe('roles-not-given');
    expect(await refusedTo(first(), invited, 'roles/decision', { changeId: invited.roleChange?.id, decision: 'confirm' })).toBe('second-administrator-needed');
    expect(await given(invited)).toMatchObject({ roles: ['operator'], roleChange: null, canInvite: true });

    const lost = await codeFor(invited);
    const { code, username } = await codeFor(invited);
    expect(username).toBe('rossi');
    expect((await person('rossi')).invitation).toEqual({ expiresAt: '2026-12-01T09:00:00.000Z', isOver: false });
    expect(codeOf(await accept(lost.code).expect(403))).toBe('invitation-unknown');
    expect(codeOf(await supertest(api.url).post('/api/session').send({ username, password: OWN_PASSWORD }).expect(401))).toBe('sign-in-failed');
    expect(codeOf(await accept(code, 'rossi rossi 26').expect(422))).toBe('password-guessable');
    const both = await Promise.all([accept(code.toLowerCase().replaceAll('-', ' ')), accept(code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    const rossi = await OperatorClient.signIn(api.url, 'rossi', OWN_PASSWORD);
    expect(rossi.session).toMatchObject({ operator: { displayName: 'R. rossi', roles: ['operator'] }, desk: { name: 'Sportello 2' } });
    expect(await person('rossi')).toMatchObject({ state: 'active', invitation: null, canInvite: false, sessions: 1 });
    expect(codeOf(await first().post(`/api/people/${invited.id}/invitation`, {}).expect(409))).toBe('already-joined');
  });

  it('come in *in formazione* where their administrator said so', async () => {
    const invited = await given((await first().post('/api/people', { ...(await wish('nuti')), isInTraining: true }).expect(200)).body as PersonView);
    const { code } = await codeFor(invited);
    await accept(code).expect(200);
    const nuti = await OperatorClient.signIn(api.url, 'nuti', OWN_PASSWORD);
    expect(nuti.session.training).toMatchObject({ needsTutor: true });
    expect((await OperatorClient.signIn(api.url, 'rossi', OWN_PASSWORD)).session.training).toBeNull();
  });

  it('keep no code and no password in any row or line', async () => {
    const invited = await given(await invite('gatti'));
    const { code } = await codeFor(invited);
    await accept(code).expect(200);
    const rows = await api.database.query<{ text: string }>('select i::text as text from invitation i union all select a::text from audit_row a union all select k::text from idempotency_key k union all select o::text from operator o');
    const texts = [...rows.map(({ text }) => text), ...api.logLines].join('\n');
    for (const secret of [code, code.replaceAll('-', ''), OWN_PASSWORD]) expect(texts).not.toContain(secret);
  });

  it('do not come in by a code that is too old, and its maker may hand over another', async () => {
    const late = await TestApi.start();
    await late.provision({ operators: [{ username: 'neri', password: PASSWORD, displayName: 'B. Neri', roles: ['administrator'], desk: 'CA-1' }] });
    const [one, other] = await Promise.all([late.signIn('admin'), late.signIn('neri')]);
    const [desk] = await late.database.query<{ id: string }>(`select id from desk where code = 'MS-2'`);
    const view = (await one.post('/api/people', { ...(await wish('tardi')), deskIds: [desk?.id] }).expect(200)).body as PersonView;
    await other.post(`/api/people/${view.id}/roles/decision`, { changeId: view.roleChange?.id, decision: 'confirm' }).expect(200);
    const { code } = (await one.post(`/api/people/${view.id}/invitation`, {}).expect(200)).body as InvitationCode;
    late.clock.pass({ hours: 7 * 24 });
    expect(codeOf(await supertest(late.url).post('/api/invitations/accept').send({ code, password: OWN_PASSWORD }).expect(403))).toBe('invitation-unknown');
    const later = await late.signIn('admin');
    expect((await later.get(`/api/people/${view.id}`)).body).toMatchObject({ state: 'invited', invitation: { isOver: true } });
    const anew = (await later.post(`/api/people/${view.id}/invitation`, {}).expect(200)).body as InvitationCode;
    for (let guess = 0; guess < 18; guess += 1) await supertest(late.url).post('/api/invitations/accept').send({ code: `AAAA-BBBB-${1000 + guess}`, password: OWN_PASSWORD }).expect(403);
    await supertest(late.url).post('/api/invitations/accept').send({ code: anew.code, password: OWN_PASSWORD }).expect(200);
    expect(codeOf(await supertest(late.url).post('/api/invitations/accept').send({ code: anew.code, password: OWN_PASSWORD }).expect(429))).toBe('too-many-attempts');
    // Of the guesses, which were nobody's code, there is no row.
    expect(await late.database.query(`select subject_id as "subjectId" from audit_row where act = 'person.invitation-refused'`)).toEqual([{ subjectId: view.id }]);
    await late.close();
  });

  it('have one user name each, and desks of their body only', async () => {
    expect(codeOf(await first().post('/api/people', await wish('verdi')).expect(409))).toBe('username-taken');
    expect(codeOf(await first().post('/api/people', { ...(await wish('altrove')), deskIds: [await deskId('FA-1')] }).expect(400))).toBe('invalid-request');
    const key = '0191f2a0-0000-4000-8000-00000000abcd';
    const twice = [await first().post('/api/people', await wish('doppi'), key), await first().post('/api/people', await wish('doppi'), key)];
    expect(twice.map(({ body }) => (body as PersonView).id)).toEqual([expect.any(String), (twice[0]?.body as PersonView).id]);
  });

  describe('have their roles changed by two', () => {
    const ask = async (client: OperatorClient, username: string, roles: readonly Role[]): Promise<PersonView> => {
      const view = await person(username);
      return act(client, view, 'roles', { revision: view.revision, roles, reason: 'Nuovo incarico' });
    };

    it('one asks and another gives; neither is the person concerned', async () => {
      const asked = await ask(first(), 'verdi', ['operator', 'supervisor']);
      expect(asked).toMatchObject({ roles: ['operator'], roleChange: { roles: ['operator', 'supervisor'], reason: 'Nuovo incarico', askedBy: 'Amministrazione' } });
      expect((await people('verdi')).people[0]).toMatchObject({ awaitsDecision: true, canDecide: false });
      expect(((await second().get('/api/people').expect(200)).body as PeopleView).people[0]).toMatchObject({ username: expect.any(String) as string, awaitsDecision: true, canDecide: true });
      expect(await refusedTo(first(), asked, 'roles', { revision: asked.revision, roles: ['supervisor'], reason: 'Altro ancora' })).toBe('role-change-waiting');
      expect(await given(asked)).toMatchObject({ roles: ['operator', 'supervisor'], roleChange: null });
      expect(await refusedTo(second(), asked, 'roles/decision', { changeId: asked.roleChange?.id, decision: 'confirm' })).toBe('role-change-settled');
      const verdi = await api.signIn('verdi');
      expect(verdi.session.permissions).toContain('case.decide-approval');
    });

    it('one’s own are asked for like another’s, and given by somebody else only', async () => {
      const own = await ask(first(), 'admin', ['administrator', 'supervisor']);
      expect(await refusedTo(first(), own, 'roles/decision', { changeId: own.roleChange?.id, decision: 'confirm' })).toBe('second-administrator-needed');
      const other = await ask(first(), 'neri', ['administrator', 'supervisor']);
      expect(await refusedTo(second(), other, 'roles/decision', { changeId: other.roleChange?.id, decision: 'confirm' })).toBe('second-administrator-needed');
      expect((await act(first(), own, 'roles/decision', { changeId: own.roleChange?.id, decision: 'refuse' })).roleChange).toBeNull();
      expect((await act(first(), other, 'roles/decision', { changeId: other.roleChange?.id, decision: 'refuse' })).roleChange).toBeNull();
    });

    it('a request that nobody answers for a week is over, and may be made again', async () => {
      const asked = await ask(first(), 'verdi', ['operator']);
      await api.database.query(`update role_change set expires_at = $2 where id = $1`, [asked.roleChange?.id, api.clock.now()]);
      expect((await person('verdi')).roleChange).toBeNull();
      expect(await refusedTo(second(), asked, 'roles/decision', { changeId: asked.roleChange?.id, decision: 'confirm' })).toBe('role-change-settled');
      const again = await ask(first(), 'verdi', ['operator']);
      expect(await act(second(), again, 'roles/decision', { changeId: again.roleChange?.id, decision: 'refuse' })).toMatchObject({ roles: ['operator', 'supervisor'], roleChange: null });
    });

    it('and the log tells before and after, by ids and roles', async () => {
      const rows = await api.database.query(
        `select act, details->>'state' as state, change->'before'->'roles' as before, change->'after'->'roles' as after
         from audit_row where act like 'person.roles%' and subject_kind = 'operator' and subject_id = $1 order by position`,
        [await idOf('verdi')],
      );
      const [one, both] = [['operator'], ['operator', 'supervisor']];
      expect(rows).toEqual([
        { act: 'person.roles-asked', state: null, before: one, after: both },
        { act: 'person.roles-decided', state: 'confirmed', before: one, after: both },
        { act: 'person.roles-asked', state: null, before: both, after: one },
        { act: 'person.roles-expired', state: null, before: null, after: null },
        { act: 'person.roles-asked', state: null, before: both, after: one },
        { act: 'person.roles-decided', state: 'refused', before: both, after: both },
      ]);
    });
  });

  describe('are changed', () => {
    const change = async (username: string, changes: object) => {
      const { revision, displayName, codiceFiscale, desks, id } = await person(username);
      return { id, body: { revision, displayName, codiceFiscale, deskIds: desks.map((desk) => desk.id), reason: null, ...changes } };
    };

    it('by one of two administrators at a time: the other sees the page anew', async () => {
      const { id, body } = await change('verdi', { displayName: 'Marta Verdi' });
      expect(await act(first(), { id }, 'changes', body)).toMatchObject({ displayName: 'Marta Verdi', revision: body.revision + 1 });
      expect(await refusedTo(second(), { id }, 'changes', { ...body, displayName: 'M. V.' })).toBe('person-changed');
    });

    it('and the log holds a name of before and one of after as commitments, and in no row', async () => {
      const [row] = await api.database.query<{ id: string; text: string; personal: object }>(`select id, r::text as text, personal from audit_row r where act = 'person.changed' and subject_id = $1`, [await idOf('verdi')]);
      expect(Object.keys(row?.personal ?? {}).sort()).toEqual(['displayNameAfter', 'displayNameBefore']);
      expect(row?.text).not.toContain('Verdi');
      const openings = await api.database.query('select field, value from audit_opening where row_id = $1 order by field', [row?.id]);
      expect(openings).toEqual([{ field: 'displayNameAfter', value: 'Marta Verdi' }, { field: 'displayNameBefore', value: 'M. Verdi' }]);
    });

    it('by another than themselves', async () => {
      const { id, body } = await change('admin', { displayName: 'P. Amministratore' });
      expect(await refusedTo(first(), { id }, 'changes', body)).toBe('own-person');
      await act(second(), { id }, 'changes', body);
      expect(await act(second(), { id }, 'changes', { ...body, displayName: 'Amministrazione', revision: body.revision + 1 })).toMatchObject({ displayName: 'Amministrazione' });
    });

    it('in their desks: who works at one that is taken away is out there at once, and stays in at the others', async () => {
      const [massa, carrara] = [await deskId('MS-2'), await deskId('CA-1')];
      const more = await change('carli', { deskIds: [carrara, massa] });
      expect((await act(first(), more, 'changes', more.body)).desks.map(({ place }) => place)).toEqual(['Carrara', 'Massa']);
      const [atHome, away] = await Promise.all([api.signIn('carli'), api.signIn('carli')]);
      const moved = await away.post('/api/session/desk', { deskId: massa }).expect(200);
      const cookie = moved.get('set-cookie')?.[0]?.split(';')[0] ?? '';
      const less = await change('carli', { deskIds: [carrara] });
      await act(first(), less, 'changes', less.body);
      await supertest(api.url).get('/api/session').set('cookie', cookie).expect(401);
      await atHome.get('/api/session').expect(200);
      expect((await api.signIn('carli')).session.desk.place).toBe('Carrara');
    });
  });

  describe('have another codice fiscale by two', () => {
    const [MARIA, MARIO] = ['RSSMRA80A41H501Y', 'RSSMRA80A01H501U'];
    const ask = async (client: OperatorClient, codiceFiscale: string | null, reason: string | null = 'Mancava'): Promise<Response> => {
      const { id, revision, displayName, desks } = await person('verdi');
      return client.post(`/api/people/${id}/changes`, { revision, displayName, codiceFiscale, deskIds: desks.map((desk) => desk.id), reason });
    };
    const asked = async (client: OperatorClient, codiceFiscale: string | null): Promise<PersonView> => (await ask(client, codiceFiscale)).body as PersonView;
    const decide = (client: OperatorClient, view: PersonView, decision: RoleDecision) => client.post(`/api/people/${view.id}/roles/decision`, { changeId: view.roleChange?.id, decision });

    it('one asks, with a reason; until another gives it the old one holds, and then the person’s sessions end', async () => {
      const verdi = await api.signIn('verdi');
      expect(codeOf(await ask(first(), MARIA, null))).toBe('invalid-request');
      const waiting = await asked(first(), MARIA);
      expect(waiting).toMatchObject({ codiceFiscale: null, roleChange: { what: 'codice-fiscale', codiceFiscale: MARIA, reason: 'Mancava', askedBy: 'Amministrazione', canDecide: false, canWithdraw: true } });
      expect((await people('verdi')).people[0]).toMatchObject({ awaitsDecision: true });
      expect(codeOf(await ask(second(), MARIO))).toBe('role-change-waiting');
      expect(codeOf(await decide(first(), waiting, 'confirm'))).toBe('second-administrator-needed');
      await verdi.get('/api/session').expect(200);
      expect((await decide(second(), waiting, 'confirm').expect(200)).body).toMatchObject({ codiceFiscale: MARIA, roleChange: null, roles: ['operator', 'supervisor'] });
      await verdi.get('/api/session').expect(401);
    });

    it('a refused one, one taken back and one that waited a week change nothing', async () => {
      expect((await decide(second(), await asked(first(), MARIO), 'refuse').expect(200)).body).toMatchObject({ codiceFiscale: MARIA, roleChange: null });
      expect((await decide(first(), await asked(first(), null), 'refuse').expect(200)).body).toMatchObject({ codiceFiscale: MARIA, roleChange: null });
      const late = await asked(first(), MARIO);
      await api.database.query('update role_change set expires_at = $2 where id = $1', [late.roleChange?.id, api.clock.now()]);
      expect(codeOf(await decide(second(), late, 'confirm'))).toBe('role-change-settled');
      expect(await person('verdi')).toMatchObject({ codiceFiscale: MARIA, roleChange: null });
    });

    it('of an administrator is not theirs to confirm', async () => {
      const { id, revision, displayName, desks } = await person('neri');
      const view = await act(first(), { id }, 'changes', { revision, displayName, codiceFiscale: MARIO, deskIds: desks.map((desk) => desk.id), reason: 'Mancava' });
      expect(codeOf(await decide(second(), view, 'confirm'))).toBe('second-administrator-needed');
      expect((await decide(first(), view, 'refuse').expect(200)).body).toMatchObject({ codiceFiscale: null, roleChange: null });
    });

    it('takes one away by two as well, and whoever is back from the provider with it does not come in', async () => {
      const waiting = await asked(first(), null);
      await api.database.query(
        `insert into pending_single_sign_on (id, state_hash, browser_hash, is_in_own_tab, asked_at, used_at, concluded_at, expires_at, operator_id, means)
         values ($1, decode(repeat('01', 32), 'hex'), decode(repeat('02', 32), 'hex'), false, $2, $2, $2, $3, $4, 'spid')`,
        ['0191f2a0-0000-7000-8000-00000000cafe', api.clock.now(), new Date(api.clock.now().getTime() + 60_000), waiting.id],
      );
      expect((await decide(second(), waiting, 'confirm').expect(200)).body).toMatchObject({ codiceFiscale: null });
      expect(await api.database.query('select from pending_single_sign_on where operator_id = $1', [waiting.id])).toEqual([]);
    });

    it('and the log holds old and new as commitments alone; a request that is over keeps no code', async () => {
      const rows = await api.database.query<{ id: string; act: string; state: string | null; text: string }>(
        `select id, act, details->>'state' as state, r::text as text from audit_row r where act like 'person.codice-fiscale%' and subject_id = $1 order by position`,
        [await idOf('verdi')],
      );
      const told = await Promise.all(
        rows.map(async ({ id, act, state }) => {
          const values = await api.database.query<{ field: string; value: string }>('select field, value from audit_opening where row_id = $1', [id]);
          return [act.split('-').at(-1), state, ...['codiceFiscaleBefore', 'codiceFiscaleAfter'].map((field) => values.find((each) => each.field === field)?.value ?? null)];
        }),
      );
      expect(told).toEqual([
        ['asked', null, null, MARIA],
        ['decided', 'confirmed', null, MARIA],
        ['asked', null, MARIA, MARIO],
        ['decided', 'refused', MARIA, MARIA],
        ['asked', null, MARIA, null],
        ['decided', 'withdrawn', MARIA, MARIA],
        ['asked', null, MARIA, MARIO],
        ['expired', null, null, null],
        ['asked', null, MARIA, null],
        ['decided', 'confirmed', MARIA, null],
      ]);
      const kept = await api.database.query<{ text: string }>(`select c::text as text from role_change c union all select k::text from idempotency_key k`);
      const texts = [...rows, ...kept].map(({ text }) => text).join('\n');
      for (const code of [MARIA, MARIO]) expect(texts).not.toContain(code);
      expect(await api.database.query(`select distinct subject_id from audit_row where act = 'session.closed' and details->>'because' = 'codice-fiscale-changed'`)).toEqual([{ subject_id: await idOf('verdi') }]);
    });
  });

  describe('who leave', () => {
    const leave = async (client: OperatorClient, username: string) => {
      const { id, revision } = await person(username);
      return client.post(`/api/people/${id}/leaving`, { revision, reason: 'service-ended' });
    };

    it('are out of every page within a second, and what they had open stays the desk’s', async () => {
      const operator = await OperatorClient.signIn(api.url, 'gatti', OWN_PASSWORD);
      const events = await operator.events();
      const left = (await leave(first(), 'gatti')).body as PersonView;
      expect(left).toMatchObject({ state: 'left', sessions: 0, roles: ['operator'] });
      await events.next(({ data }) => (data as { readonly topic?: string }).topic === 'session');
      events.close();
      await operator.get('/api/session').expect(401);
      expect(codeOf(await supertest(api.url).post('/api/session').send({ username: 'gatti', password: OWN_PASSWORD }))).toBe('sign-in-failed');
      expect(codeOf(await leave(first(), 'gatti'))).toBe('person-left');
      expect(codeOf(await first().post(`/api/people/${left.id}/invitation`, {}))).toBe('person-left');
    });

    it('come back only by roles from a second administrator and a new code', async () => {
      const gone = await person('gatti');
      const asked = await act(first(), gone, 'roles', { revision: gone.revision, roles: ['operator'], reason: 'Torna in servizio' });
      expect(await given(asked)).toMatchObject({ state: 'invited', canInvite: true });
      const { code } = await codeFor(asked);
      await accept(code, 'un altro tramonto').expect(200);
      await OperatorClient.signIn(api.url, 'gatti', 'un altro tramonto');
    });

    it('leave no passkey, app or recovery code behind: whoever comes back begins anew', async () => {
      const browser = await TestBrowser.signedIn(api, 'sarti');
      await browser.enrolPasskey();
      await browser.enrolApp();
      await browser.post('/api/own-access/recovery-codes');
      const { id } = (await leave(first(), 'sarti')).body as PersonView;
      const [kept] = await api.database.query(
        `select (select count(*)::int from passkey where operator_id = $1) + (select count(*)::int from authenticator_app where operator_id = $1) + (select count(*)::int from recovery_code where operator_id = $1) as rows`,
        [id],
      );
      expect(kept).toEqual({ rows: 0 });
      const [told] = await api.database.query<{ change: object }>(`select change from audit_row where act = 'person.left' and subject_id = $1`, [id]);
      expect(told?.change).toMatchObject({ before: { factors: ['passkey', 'totp', 'recovery-code'] }, after: { factors: [] } });
    });

    it('take with them their code, and what they asked for', async () => {
      const invited = await given(await invite('mai'));
      const { code } = await codeFor(invited);
      await leave(first(), 'mai');
      expect(codeOf(await accept(code))).toBe('invitation-unknown');
    });

    it('and everybody else whom something is done about are named by each row of the log', async () => {
      expect(await api.database.query(`select distinct act from audit_row where act like 'person.%' and subject_kind is distinct from 'operator'`)).toEqual([]);
      const [made] = await api.database.query<{ subject_id: string }>(`select subject_id from audit_row where act = 'person.invitation-made' order by position desc limit 1`);
      expect(made?.subject_id).toBe(await idOf('mai'));
    });

    it('are not oneself, and not the last administrator, whoever is quicker', async () => {
      expect(codeOf(await leave(first(), 'admin'))).toBe('own-person');
      const answers = await Promise.all([leave(first(), 'neri'), leave(second(), 'admin')]);
      const codes = answers.map((answer) => (answer.status === 200 ? 'done' : codeOf(answer)));
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      const [{ left } = { left: 0 }] = await api.database.query<{ left: number }>(`select count(*)::int as left from operator o join desk d on d.id = o.desk_id join body b on b.id = d.body_id where b.kind = 'asl' and 'administrator' = any(roles) and disabled_at is null`);
      expect(left).toBe(1);
    });
  });
});

const NAMES: Readonly<Record<string, string>> = { admin: 'Amministrazione', neri: 'B. Neri', carli: 'G. Carli', bini: 'L. Bini', verdi: 'M. Verdi', sarti: 'P. Sarti' };
const nameOf = (username: string): string => NAMES[username] ?? '';

describe('forced sign-out', () => {
  it('ends every session of a person and nobody else’s, for whoever sees a desk and whoever sees none', async () => {
    const api = await TestApi.start();
    const [admin, one, other, colleague] = await Promise.all([api.signIn('admin'), api.signIn('bini'), api.signIn('bini'), api.signIn('carli')]);
    const { people } = (await admin.get('/api/people').expect(200)).body as PeopleView;
    const idOf = (username: string) => people.find((line) => line.username === username)?.id ?? '';
    const done = await admin.post(`/api/people/${idOf('bini')}/sign-out`, { reason: 'device-lost' }).expect(200);
    expect(done.body).toMatchObject({ state: 'active', sessions: 0 } satisfies Partial<PersonView>);
    for (const gone of [one, other]) await gone.get('/api/session').expect(401);
    await colleague.get('/api/session').expect(200);
    const [row] = await api.database.query(`select details from audit_row where act = 'person.signed-out'`);
    expect(row).toEqual({ details: { sessions: 2, reason: 'device-lost' } });
    expect((await api.signIn('bini')).session satisfies SessionView).toMatchObject({ operator: { displayName: 'L. Bini' } });
    const own = await admin.post(`/api/people/${idOf('admin')}/sign-out`, { reason: 'doubt' });
    // Their own act ended their own session: it is answered all the same.
    expect(own.status).toBe(200);
    await admin.get('/api/session').expect(401);
    await api.close();
  });
});
