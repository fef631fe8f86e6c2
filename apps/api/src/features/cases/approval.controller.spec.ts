// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ApprovalsView, type CaseView, type ColleaguesView, EVENT_DESK } from '@sportello/contracts';
import { canonicalJson, keyedMac } from '@sportello/seal';
import { createHash } from 'node:crypto';
import { Housekeeping } from '../../platform/housekeeping/housekeeping';
import { VISITS, application } from '../../testing/applications';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { pdfWith } from '../../testing/pdf-files';
import type { SseClient } from '../../testing/sse-client';
import { READY, type StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import type { TestCard } from '../../testing/test-cards';

const REASON = 'Il decreto non comprende questo atto';
const OTHER_BODY = 'Comune di esempio';
const PEOPLE = {
  bodies: [{ name: OTHER_BODY, kind: 'municipality' }],
  desks: [{ code: 'COM', name: 'URP', place: 'Lucca', body: OTHER_BODY, kind: 'municipality' }],
  operators: [
    { username: 'volpi', password: PASSWORD, displayName: 'E. Volpi', roles: ['supervisor'], desk: 'CA-1' },
    { username: 'neri', password: PASSWORD, displayName: 'B. Neri', roles: ['supervisor'], desk: 'COM' },
    { username: 'doppi', password: PASSWORD, displayName: 'D. Doppi', roles: ['operator', 'supervisor'], desk: 'MS-2' },
    { username: 'titolare', password: PASSWORD, displayName: 'M. Rossi', codiceFiscale: 'RSSMRA80A41H501Y', roles: ['supervisor'], desk: 'MS-2' },
  ],
};

describe('a case that needs a supervisor’s approval', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let supervisor: OperatorClient;
  let elsewhere: OperatorClient;
  let station: StationClient;
  let administrator: TestCard;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision(PEOPLE);
    [operator, supervisor, elsewhere, station] = await Promise.all([api.signIn(), api.signIn('sarti'), api.signIn('volpi'), api.station()]);
    administrator = await api.unknownCard(VISITS['support-administrator'].applicant ?? {});
  });
  afterAll(() => api.close());

  /** The holder has a support administrator: identified, the case waits. */
  async function waiting(as: OperatorClient = operator): Promise<DeskStory> {
    const story = await DeskStory.recognised(api, as, station);
    const view = await story.act('kind', { kind: 'support-administrator' });
    expect(await as.act(view, 'identification', application(view, administrator))).toMatchObject({ state: 'awaiting-approval', approval: { state: 'waiting', isOwn: true, isDeferred: false } });
    return story;
  }

  const listed = async (as: OperatorClient) => ((await as.get('/api/approvals').expect(200)).body as ApprovalsView).waiting;
  const decide = async (as: OperatorClient, story: DeskStory, body: object) => as.post(`/api/cases/${story.id}/approval/decision`, { revision: (await story.now()).revision, ...body });
  const approve = (as: OperatorClient, story: DeskStory) => decide(as, story, { decision: 'approve', reason: null });
  const sign = async (story: DeskStory, username: string, password = PASSWORD, decision: object = { decision: 'approve', reason: null }, key?: string) =>
    operator.post(`/api/cases/${story.id}/approval/at-desk`, { revision: (await story.now()).revision, username, password, ...decision }, key);
  const actsOn = async (story: DeskStory) => (await api.database.query<{ act: string; actor: string; details: object }>(`select act, actor, details from audit_row where case_id = $1 and act <> 'personal-data.shown' order by position`, [story.id])).slice(-2);
  const approvalEvent = (events: SseClient) => events.next(({ event, data }) => event === EVENT_DESK && (data as { readonly topic: string }).topic === 'approval');

  it('is before the supervisors of all desks of the body at once, and before nobody else', async () => {
    const events = await elsewhere.events();
    const operators = await operator.events();
    const story = await waiting();
    await approvalEvent(events);
    const { revision, number, initials } = await story.now();
    const line = { caseId: story.id, revision, number, deskName: 'Massa · Sportello 2', kind: 'support-administrator', purpose: 'activation', initials, askedBy: 'L. Bini', isDeferred: false, canDecide: true, decree: { number: '412/2024', issuedOn: '2024-03-01', court: 'Tribunale di Massa', coversAct: true }, warnings: ['applicant-card-absent'] };
    expect((await listed(elsewhere)).find(({ caseId }) => caseId === story.id)).toMatchObject(line);
    expect(await listed(await api.signIn('neri'))).toEqual([]);
    expect((await operator.get('/api/approvals')).status).toBe(403);
    await expect(operators.next(({ data }) => (data as { readonly topic?: string }).topic === 'approval', 200)).rejects.toThrow('no such event');
    events.close();
    operators.close();
    await approve(supervisor, story);
    await story.leave();
  });

  it('is shown anew to them when the case moves while it waits, so that their answer is not about an older one', async () => {
    const story = await waiting();
    const events = await supervisor.events();
    await story.scan(`D${(await story.now()).number}-26`);
    await approvalEvent(events);
    const { colleagues } = (await operator.get(`/api/cases/${story.id}/colleagues`).expect(200)).body as ColleaguesView;
    await story.act('hand-over', { toOperatorId: colleagues[0]?.id, note: null });
    await approvalEvent(events);
    events.close();
    await approve(supervisor, story);
    await story.leave();
  });

  describe('approved', () => {
    it('is authorised and printed by the same act, for the operator who identified', async () => {
      const story = await waiting();
      expect((await supervisor.case(story.id)).acts).toContain('decide-approval');
      expect((await approve(supervisor, story)).status).toBe(200);
      expect(await story.now()).toMatchObject({ state: 'printing', approval: { state: 'approved', decidedBy: 'P. Sarti', validThrough: '2026-11-25' } });
      expect(await station.job('print-paper', { caseId: story.id })).toMatchObject({ text: { operator: 'L. Bini' }, head: { desk: { name: 'Sportello 2' } } });
      expect(await actsOn(story)).toMatchObject([
        { act: 'case.approved', actor: 'operator', details: { signedAt: 'own-page', to: 'authorised' } },
        { act: 'case.print-ordered', actor: 'installation' },
      ]);
      await story.leave();
    });

    it('from another desk of the body shows nothing of the case but what is left to answer', async () => {
      const story = await waiting();
      const answer = await approve(elsewhere, story);
      expect(answer.body).toEqual({ waiting: [] });
      expect(await elsewhere.case(story.id)).toMatchObject({ card: null, document: null, applicant: null, isOwnDesk: false, acts: [] });
      expect((await story.now()).state).toBe('printing');
      await story.leave();
    });

    it('while the card is away waits, authorised, for the card; and counts to the end of the next day', async () => {
      const approvedAway = async (): Promise<DeskStory> => {
        const story = await waiting();
        await story.leave();
        await approve(supervisor, story);
        expect(await story.now()).toMatchObject({ state: 'authorised', obstacle: { code: 'no-card' } });
        return story;
      };
      const [today, later] = [await approvedAway(), await approvedAway()];
      const untilTomorrow = async (hours: number): Promise<void> => {
        api.clock.pass({ hours });
        await station.status(READY);
        // Nobody stays signed in over night.
        [operator, supervisor, elsewhere] = await Promise.all([api.signIn(), api.signIn('sarti'), api.signIn('volpi')]);
      };
      await untilTomorrow(30);
      const back = await today.comeBack();
      expect((await operator.act(await operator.case(today.id), 'envelope')).state).toBe('printing');
      await station.remove(back);

      await untilTomorrow(24);
      const again = await later.comeBack();
      const view = await operator.case(later.id);
      const refused = await operator.post(`/api/cases/${later.id}/envelope`, { revision: view.revision });
      expect([codeOf(refused), (refused.body as { details: object }).details]).toEqual(['approval-lapsed', { validThrough: '2026-11-25' }]);
      await operator.act(view, 'abandonment');
      await station.remove(again);
    });
  });

  describe('refused', () => {
    it('ends with the supervisor’s words beside it, and not in the log', async () => {
      const story = await waiting();
      await decide(supervisor, story, { decision: 'refuse', reason: REASON });
      const ended = await story.now();
      expect(ended).toMatchObject({ state: 'refused', refusal: { code: 'approval-refused-by-supervisor', note: null }, approval: { state: 'refused', decidedBy: 'P. Sarti', reason: REASON } });
      expect(JSON.stringify(await api.database.query('select details from audit_row where case_id = $1', [story.id]))).not.toContain(REASON);
      await story.leave();
    });

    it('needs the words', async () => {
      const story = await waiting();
      expect(codeOf(await decide(supervisor, story, { decision: 'refuse', reason: null }))).toBe('invalid-request');
      await story.act('abandonment');
      await story.leave();
    });
  });

  describe('is never decided', () => {
    it('by who asked, though they are a supervisor too', async () => {
      const both = await api.signIn('doppi');
      const story = await waiting(both);
      expect((await both.case(story.id)).acts).not.toContain('decide-approval');
      expect((await listed(both)).find(({ caseId }) => caseId === story.id)).toMatchObject({ canDecide: false });
      const refused = await approve(both, story);
      expect([refused.status, codeOf(refused)]).toEqual([403, 'own-approval']);
      await approve(supervisor, story);
      await story.leave();
    });

    it('by who worked the case, though another asked', async () => {
      const both = await api.signIn('doppi');
      const story = await DeskStory.recognised(api, both, station);
      const view = await story.act('kind', { kind: 'support-administrator' });
      await operator.act(view, 'identification', application(view, administrator));
      expect(codeOf(await approve(both, story))).toBe('own-approval');
      await approve(supervisor, story);
      await story.leave();
    });

    it('by who added to its files or had its papers printed', async () => {
      const both = await api.signIn('doppi');
      for (const help of [
        (story: DeskStory) => both.postBytes(`/api/cases/${story.id}/evidence/appointment-decree`, pdfWith({})).expect(201),
        (story: DeskStory) => both.post(`/api/cases/${story.id}/papers`, { paper: 'leaflet', language: 'it' }).expect(200),
      ]) {
        const story = await waiting();
        await help(story);
        expect(codeOf(await approve(both, story))).toBe('own-approval');
        await approve(supervisor, story);
        await story.leave();
      }
    });

    it('by an operator, by another body’s supervisor, or by the card’s own holder', async () => {
      const story = await waiting();
      const view = await story.now();
      expect(view.card?.holder.codiceFiscale).toBe('RSSMRA80A41H501Y');
      expect(codeOf(await approve(operator, story))).toBe('forbidden');
      expect(codeOf(await approve(await api.signIn('neri'), story))).toBe('not-found');
      expect(codeOf(await approve(await api.signIn('titolare'), story))).toBe('own-card');
      expect((await story.now()).state).toBe('awaiting-approval');
      await story.act('abandonment');
      await story.leave();
    });

    it('is not decided by who came for the holder, neither on their page nor at the operator’s desk', async () => {
      const story = await waiting();
      const setCode = (code: string | null) => api.database.query(`update operator set codice_fiscale = $1 where username = 'sarti'`, [code]);
      await setCode(administrator.holder.codiceFiscale.value);
      expect(codeOf(await approve(await api.signIn('sarti'), story))).toBe('applicant-is-operator');
      expect(codeOf(await sign(story, 'sarti'))).toBe('applicant-is-operator');
      await setCode(null);
      await story.leave();
    });

    it('twice, and once per key', async () => {
      const story = await waiting();
      const key = '0191f2a0-0000-7000-8000-00000000a0a0';
      const { revision } = await story.now();
      const once = () => supervisor.post(`/api/cases/${story.id}/approval/decision`, { revision, decision: 'approve', reason: null }, key);
      expect([(await once()).status, (await once()).status]).toEqual([200, 200]);
      expect(codeOf(await approve(elsewhere, story))).toBe('approval-ended');
      await story.leave();
    });
  });

  describe('signed at the operator’s desk', () => {
    it('is the supervisor’s act, and opens no session', async () => {
      const story = await waiting();
      const [before] = await api.database.query<{ n: string }>('select count(*) as n from session');
      const signed = await sign(story, ' Sarti ');
      expect(signed.body).toMatchObject({ state: 'printing', approval: { state: 'approved', decidedBy: 'P. Sarti' } });
      expect(await actsOn(story)).toMatchObject([{ act: 'case.approved', details: { signedAt: 'operators-desk' } }, { act: 'case.print-ordered' }]);
      const [who] = await api.database.query(`select o.username from audit_row a join operator o on o.id = a.operator_id where a.case_id = $1 and a.act = 'case.approved'`, [story.id]);
      expect(who).toEqual({ username: 'sarti' });
      expect((await api.database.query('select count(*) as n from session'))[0]).toEqual(before);
      await story.leave();
    });

    it('is refused to an operator, to another body’s supervisor, and to whoever asked', async () => {
      const story = await waiting();
      expect(codeOf(await sign(story, 'bini'))).toBe('forbidden');
      expect(codeOf(await sign(story, 'neri'))).toBe('forbidden');
      for (const row of await actsOn(story)) expect(row).toMatchObject({ act: 'case.approval-not-signed', details: { because: 'forbidden' } });
      const both = await api.signIn('doppi');
      await story.act('abandonment');
      await story.leave();
      const own = await waiting(both);
      const refused = await operator.post(`/api/cases/${own.id}/approval/at-desk`, { revision: (await own.now()).revision, username: 'doppi', password: PASSWORD, decision: 'approve', reason: null });
      expect(codeOf(refused)).toBe('own-approval');
      await own.act('abandonment');
      await own.leave();
    });

    it('is not tried on a case of another desk: nothing is told in its log', async () => {
      const story = await waiting();
      const { revision } = await story.now();
      const body = { revision, username: 'sarti', password: 'sbagliata', decision: 'approve', reason: null };
      const refused = await (await api.signIn('carli')).post(`/api/cases/${story.id}/approval/at-desk`, body);
      expect([refused.status, codeOf(refused)]).toEqual([404, 'not-found']);
      expect(await api.database.query(`select act from audit_row where case_id = $1 and act = 'case.approval-not-signed'`, [story.id])).toEqual([]);
      await story.act('abandonment');
      await story.leave();
    });

    it('counts wrong passwords as a sign-in does, tells the log that one was tried, and keeps nothing made of a password', async () => {
      const story = await waiting();
      const key = '0191f2a0-0000-7000-8000-00000000b0b0';
      api.clock.pass({ seconds: 1 });
      expect(codeOf(await sign(story, 'volpi', 'sbagliata'))).toBe('sign-in-failed');
      const [last] = (await actsOn(story)).slice(-1);
      expect(last).toMatchObject({ act: 'case.approval-not-signed', actor: 'operator', details: { because: 'sign-in-failed' } });
      for (let tries = 1; tries < 5; tries += 1) await sign(story, 'volpi', 'sbagliata');
      expect(codeOf(await sign(story, 'volpi'))).toBe('too-many-attempts');
      expect((await story.now()).state).toBe('awaiting-approval');

      const { revision } = await story.now();
      expect((await sign(story, 'sarti', PASSWORD, { decision: 'approve', reason: null }, key)).status).toBe(200);
      const kept = await api.database.query<{ fingerprint: Buffer }>('select fingerprint from idempotency_key where key = $1', [key]);
      const asked = { decision: 'approve', password: null, reason: null, revision, username: 'sarti' };
      const fast = createHash('sha256').update(`POST /api/cases/${story.id}/approval/at-desk\n${canonicalJson(asked)}`).digest();
      const fingerprint = Buffer.from(keyedMac({ key: api.keys.lookup, label: 'act', parts: [fast] }));
      expect(kept).toEqual([{ fingerprint }]);
      api.clock.pass({ minutes: 1 });
      await story.leave();
    });
  });

  describe('when nobody answers', () => {
    it('is over after half an hour: whoever looks finds the case identified, and it is asked again', async () => {
      const story = await waiting();
      api.clock.pass({ minutes: 29 });
      expect((await story.now()).state).toBe('awaiting-approval');
      api.clock.pass({ minutes: 1 });
      expect(codeOf(await approve(supervisor, story))).toBe('approval-ended');
      const over = await story.now();
      expect(over).toMatchObject({ state: 'identified', approval: { state: 'expired', decidedBy: null } });
      expect(over.acts).toContain('ask-approval-again');
      expect(await listed(supervisor)).toEqual([]);
      expect(await actsOn(story)).toMatchObject([{}, { act: 'case.approval-expired', actor: 'installation', details: { cause: 'approval-expired', from: 'awaiting-approval', to: 'identified' } }]);

      expect((await story.act('approval')).state).toBe('awaiting-approval');
      expect(codeOf(await story.actRefused('approval'))).toBe('approval-waiting');
      expect((await listed(supervisor)).map(({ caseId }) => caseId)).toEqual([story.id]);
      await approve(supervisor, story);
      await story.leave();
    });

    it('is found by a decision that comes too late, and by housekeeping', async () => {
      const [late, unseen] = [await waiting(), await waiting()];
      const { revision } = await late.now();
      api.clock.pass({ minutes: 31 });
      const decided = await supervisor.post(`/api/cases/${late.id}/approval/decision`, { revision, decision: 'approve', reason: null });
      expect(codeOf(decided)).toBe('case-changed');
      await api.app.get(Housekeeping).run();
      const states = await api.database.query(`select c.state, a.state as approval from activation_case c join case_approval a on a.case_id = c.id where c.id = any($1::uuid[])`, [[late.id, unseen.id]]);
      expect(states).toEqual([{ state: 'identified', approval: 'expired' }, { state: 'identified', approval: 'expired' }]);
      for (const story of [late, unseen]) {
        await story.act('abandonment');
        await story.leave();
      }
    });

    it('lets the citizen go: the request then waits to the end of the next day', async () => {
      const story = await waiting();
      expect((await story.now()).acts).toContain('return-later');
      const deferred = await story.act('approval/return');
      expect(deferred).toMatchObject({ state: 'awaiting-approval', approval: { state: 'waiting', isDeferred: true } });
      expect(deferred.acts).not.toContain('return-later');
      const { text } = await station.job('print-paper', { caseId: story.id });
      expect(text).toEqual({ paper: 'return-slip', reason: 'approval-waiting', caseNumber: deferred.number, issuedAt: api.clock.now().toISOString() });
      expect(new Date(deferred.approval?.expiresAt ?? 0).toLocaleString('it', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' })).toBe('00:00');
      await story.leave();
      api.clock.pass({ hours: 8 });
      await approve(supervisor, story);
      const back = await story.comeBack();
      expect((await operator.open(back)).state).toBe('authorised');
      expect(codeOf(await story.actRefused('approval/return'))).toBe('approval-ended');
      await station.remove(back);
    });

    it('is waited for no more once the citizen gives up', async () => {
      const events = await supervisor.events();
      const story = await waiting();
      await approvalEvent(events);
      await story.act('abandonment');
      await approvalEvent(events);
      expect(await listed(supervisor)).toEqual([]);
      expect(await api.database.query('select state from case_approval where case_id = $1', [story.id])).toEqual([{ state: 'withdrawn' }]);
      events.close();
      await story.leave();
    });

    it('cannot be asked for where no approval is needed', async () => {
      const story = await DeskStory.recognised(api, operator, station);
      expect(codeOf(await story.actRefused('approval'))).toBe('forbidden-transition');
      await story.leave();
    });
  });

  it('is told in the view to the operator who asked as their own, and not to others', async () => {
    const story = await waiting();
    const view: CaseView = await supervisor.case(story.id);
    expect(view.approval).toMatchObject({ isOwn: false, askedBy: 'L. Bini' });
    expect(view.card).not.toBeNull();
    await story.act('abandonment');
    await story.leave();
  });
});
