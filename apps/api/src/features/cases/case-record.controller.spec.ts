// SPDX-License-Identifier: AGPL-3.0-or-later
import { CaseView, type ColleaguesView } from '@sportello/contracts';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

describe('the record of a case', () => {
  let api: TestApi;
  let bini: OperatorClient;
  let verdi: OperatorClient;
  let carli: OperatorClient;
  let sarti: OperatorClient;
  let station: StationClient;

  const signIn = async (): Promise<void> => {
    [bini, verdi, carli, sarti] = await Promise.all([api.signIn(), api.signIn('verdi'), api.signIn('carli'), api.signIn('sarti')]);
  };
  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({ operators: [{ username: 'verdi', password: PASSWORD, displayName: 'M. Verdi', roles: ['operator'], desk: 'MS-2' }] });
    await signIn();
    station = await api.station();
  });
  afterAll(() => api.close());

  const lastAudit = async () => (await api.database.query<{ act: string; all: string; details: object }>(`select act, details, r::text as all from audit_row r where act <> 'personal-data.shown' order by position desc limit 1`))[0];
  const delivered = async (): Promise<DeskStory> => {
    const story = await DeskStory.written(api, bini, station);
    await story.scan((await story.now()).formNumber);
    return story;
  };

  describe('a correction', () => {
    const wish = { field: 'document-number', value: 'ca 99999 zz', reason: 'Cifra letta male' };

    it('adds value and reason, beside what was recorded, which stays', async () => {
      const story = await delivered();
      const view = await story.act('corrections', wish);
      expect(view).toMatchObject({
        state: 'delivered',
        document: { number: 'CA12345AB' },
        corrections: [{ field: 'document-number', reason: 'Cifra letta male', by: 'L. Bini', values: { recorded: 'CA12345AB', corrected: 'CA99999ZZ' } }],
      });
      expect(await story.act('corrections', { ...wish, value: 'CA88888ZZ' })).toMatchObject({ corrections: [{}, { values: { recorded: 'CA12345AB', corrected: 'CA88888ZZ' } }] });
      expect(await api.database.query('select number from identity_document where case_id = $1', [story.id])).toEqual([{ number: 'CA12345AB' }]);
      const audited = await lastAudit();
      expect(audited).toMatchObject({ act: 'case.corrected', details: { field: 'document-number', state: 'delivered' } });
      expect(audited?.all).not.toMatch(/CA\d{5}|Cifra/);
      await story.leave();
      expect((await story.now()).corrections).toMatchObject([{ field: 'document-number', reason: 'Cifra letta male', values: null }, { values: null }]);
    });

    it('cannot be changed by the application, which takes it away with its identification alone', async () => {
      const rights = await api.database.query<{ right: string }>(`select lower(privilege_type) as right from information_schema.role_table_grants where table_name = 'case_correction' and grantee = $1 order by 1`, [new URL(api.database.url).username]);
      expect(rights.map(({ right }) => right)).toEqual(['delete', 'insert', 'select']);
    });

    it('is refused with words when there is nothing to correct, or nothing corrected', async () => {
      const recognised = await DeskStory.recognised(api, bini, station);
      expect(codeOf(await recognised.actRefused('corrections', wish))).toBe('nothing-to-correct');
      expect((await recognised.now()).recordActs).toEqual(['hand-over']);
      await recognised.act('abandonment');
      await recognised.leave();
      const story = await delivered();
      expect((await story.actRefused('corrections', { ...wish, value: 'CA12345AB' })).body).toMatchObject({ code: 'correction-same', details: { field: 'document-number' } });
      expect((await story.actRefused('corrections', { ...wish, field: 'document-issued-on', value: '30/02/2020' })).body).toMatchObject({ code: 'correction-invalid', status: 422 });
      expect(codeOf(await story.actRefused('corrections', { ...wish, reason: ' ' }))).toBe('invalid-request');
      expect(codeOf(await story.actRefused('corrections', { ...wish, field: 'holder' }))).toBe('invalid-request');
      await story.leave();
    });

    it('is the desk’s own for a day after the end, then a supervisor’s, of any desk of the body', async () => {
      const carrara = await api.station('carrara');
      const there = await DeskStory.written(api, carli, carrara);
      await there.scan((await there.now()).formNumber);
      await there.leave();
      expect(codeOf(await bini.post(`/api/cases/${there.id}/corrections`, { revision: 1, ...wish }).expect(404))).toBe('not-found');
      api.clock.pass({ hours: 25 });
      await signIn();
      const { revision } = await carli.case(there.id);
      expect((await carli.post(`/api/cases/${there.id}/corrections`, { revision, ...wish }).expect(409)).body).toMatchObject({ code: 'correction-too-late', details: { hours: 24 } });
      expect((await carli.case(there.id)).recordActs).toEqual([]);
      expect((await sarti.case(there.id)).recordActs).toEqual(['correct']);
      const corrected = CaseView.parse((await sarti.post(`/api/cases/${there.id}/corrections`, { revision, ...wish }).expect(200)).body);
      expect(corrected).toMatchObject({ isOwnDesk: false, acts: [], corrections: [{ by: 'P. Sarti', values: null }] });
      await carrara.disconnect();
    });
  });

  describe('a hand-over', () => {
    const colleagues = async (who: OperatorClient, id: string) => ((await who.get(`/api/cases/${id}/colleagues`).expect(200)).body as ColleaguesView).colleagues;

    it('puts an open case into a colleague’s hands, who sees it marked until it moves on', async () => {
      await station.connect();
      const story = await DeskStory.recognised(api, bini, station);
      expect(await story.now()).toMatchObject({ inCharge: { name: 'L. Bini' }, handOver: null });
      const [colleague, ...others] = await colleagues(bini, story.id);
      expect([colleague, others]).toMatchObject([{ name: 'M. Verdi', isMe: false }, []]);
      await story.act('hand-over', { toOperatorId: colleague?.id, note: 'Torna alle undici con il passaporto' });
      expect(await lastAudit()).toMatchObject({ act: 'case.handed-over', details: { toOperatorId: colleague?.id, hasNote: true, state: 'recognised' } });
      expect((await lastAudit())?.all).not.toContain('passaporto');
      const lineOf = async (who: OperatorClient) => (await who.desk()).openCases.find(({ id }) => id === story.id);
      expect(await lineOf(verdi)).toMatchObject({ inCharge: 'M. Verdi', isHandedToMe: true });
      expect(await lineOf(bini)).toMatchObject({ inCharge: 'M. Verdi', isHandedToMe: false });
      expect(await verdi.case(story.id)).toMatchObject({ handOver: { from: 'L. Bini', note: 'Torna alle undici con il passaporto' } });
      const done = await verdi.identify(await verdi.case(story.id));
      expect(done).toMatchObject({ inCharge: { name: 'M. Verdi' }, handOver: null });
      expect(await lineOf(verdi)).toMatchObject({ isHandedToMe: false });
      await station.job('print-envelope', { caseId: story.id });
      await story.act('envelope/void', { reason: 'sheet-missing' });
      await story.act('abandonment');
      await story.leave();
    });

    it('is to somebody else who works cases here, or to oneself, and of an open case', async () => {
      const story = await DeskStory.recognised(api, bini, station);
      const [me, there] = [bini.session.operator.id, carli.session.operator.id];
      expect(codeOf(await story.actRefused('hand-over', { toOperatorId: me, note: null }))).toBe('already-in-charge');
      expect(codeOf(await story.actRefused('hand-over', { toOperatorId: there, note: null }))).toBe('not-found');
      expect(codeOf(await story.actRefused('hand-over', { toOperatorId: sarti.session.operator.id, note: null }))).toBe('not-found');
      await carli.get(`/api/cases/${story.id}/colleagues`).expect(404);
      expect(await colleagues(verdi, story.id)).toMatchObject([{ name: 'M. Verdi', isMe: true }]);
      const taken = CaseView.parse((await verdi.post(`/api/cases/${story.id}/hand-over`, { revision: 1, toOperatorId: verdi.session.operator.id, note: '' }).expect(200)).body);
      expect(taken).toMatchObject({ inCharge: { name: 'M. Verdi' }, handOver: { from: 'M. Verdi', note: null } });
      await story.act('abandonment');
      expect(codeOf(await story.actRefused('hand-over', { toOperatorId: me, note: null }))).toBe('forbidden-transition');
      await story.leave();
    });
  });
});
