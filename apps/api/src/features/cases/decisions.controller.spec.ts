// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport } from '@sportello/contracts';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

const reason = 'Visto con l’assistenza della Regione';
type Trouble = Extract<JobReport, { readonly type: 'interrupted' }>['reason'];

describe('what a supervisor decides on a case that was stopped', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let supervisor: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, supervisor, station] = await Promise.all([api.signIn(), api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  /** A case whose only write ended with this trouble; its card is still in the reader. */
  async function interrupted(trouble: Trouble): Promise<DeskStory> {
    const story = await DeskStory.writing(api, operator, station);
    await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: trouble, statusWord: null });
    return story;
  }

  async function decide(story: DeskStory, path: string, as: OperatorClient = supervisor) {
    const { revision } = await story.now();
    return as.post(`/api/cases/${story.id}/${path}`, { revision, reason });
  }

  const decisionsOn = (story: DeskStory) => api.database.query('select decision, reason, follow_up from case_decision where case_id = $1 order by at', [story.id]);
  const actsOn = async (story: DeskStory) => (await api.database.query<{ act: string }>(`select act from audit_row where case_id = $1 and act <> 'personal-data.shown' order by position`, [story.id])).map(({ act }) => act);

  it('is offered to them, and not to the operator', async () => {
    const story = await interrupted('transport-codes-refused');
    expect((await supervisor.case(story.id)).acts).toEqual(['resume-writing', 'new-codes', 'close-as-lost']);
    expect((await story.now()).acts).toEqual(['print-form']);
    const refused = await decide(story, 'writing', operator);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'forbidden']);
    await story.leave();
  });

  describe('to write on', () => {
    it('begins the write at once when the card is in the reader, with the same codes', async () => {
      const story = await interrupted('refused-by-card');
      const decided = await decide(story, 'writing');
      expect(decided.body).toMatchObject({ state: 'writing', obstacle: null, acts: [] });
      const again = await station.job('write-card', { caseId: story.id });
      expect(again.fence).toBe(2);
      expect(await decisionsOn(story)).toEqual([{ decision: 'resume-writing', reason, follow_up: null }]);
      expect(await actsOn(story)).toEqual(expect.arrayContaining(['case.writing-resumed']));
      await station.written(again, story.card);
      expect((await story.now()).state).toBe('written');
      await story.leave();
    });

    it('else waits for the card, and allows as many writes as at first', async () => {
      const story = await interrupted('card-removed');
      let insertionId = story.insertionId;
      for (let fence = 2; fence <= 5; fence += 1) {
        await station.remove(insertionId);
        insertionId = await story.comeBack();
        const job = await station.job('write-card', { caseId: story.id });
        await station.report(job.jobId, { type: 'interrupted', fence, reason: 'card-removed', statusWord: null });
      }
      await station.remove(insertionId);
      await station.remove(await story.comeBack());
      expect(await story.now()).toMatchObject({ state: 'interrupted', obstacle: { details: { because: 'too-many-writes' } } });

      expect((await decide(story, 'writing')).body).toMatchObject({ state: 'interrupted', obstacle: { code: 'no-card' } });
      const back = await story.comeBack();
      expect((await station.job('write-card', { caseId: story.id })).fence).toBe(6);
      await station.remove(back);
    });

    it('is refused where nothing was interrupted', async () => {
      const story = await DeskStory.recognised(api, operator, station);
      expect(codeOf(await decide(story, 'writing'))).toBe('forbidden-transition');
      await story.leave();
    });
  });

  describe('to draw new codes', () => {
    it('ends the codes before a byte of them was sent: the sheet is spoiled, and the next print draws others', async () => {
      const story = await interrupted('blob-not-opened');
      expect((await decide(story, 'new-codes')).body).toMatchObject({ state: 'authorised', sheet: null, phases: [] });
      const left = await api.database.query(`select void_reason, station_blob, vault_blob from intent where case_id = $1`, [story.id]);
      expect(left).toEqual([{ void_reason: 'new-codes', station_blob: null, vault_blob: null }]);
      expect((await story.now()).acts).toContain('print-envelope');
      await story.leave();
    });

    it('is good after the card refused the transport PUK in the first write', async () => {
      const story = await interrupted('transport-codes-refused');
      expect((await decide(story, 'new-codes')).body).toMatchObject({ state: 'authorised' });
      await story.leave();
    });

    it('is good at any time for a card to which its issuer authenticates itself', async () => {
      const story = await DeskStory.writing(api, operator, station, await api.issuersCard());
      await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'refused-by-card', statusWord: null });
      expect((await decide(story, 'new-codes')).body).toMatchObject({ state: 'authorised', sheet: null });
      await story.leave();
    });

    it('asks by which method the case is written, and not of which type the card is: an installation may choose another', async () => {
      const byCodes = await DeskStory.writing(api, operator, station, await api.issuersCard());
      await station.report(byCodes.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'card-removed', statusWord: null });
      await api.database.query(`update activation_case set method = 'transport-codes' where id = $1`, [byCodes.id]);
      expect(codeOf(await decide(byCodes, 'new-codes'))).toBe('codes-may-be-on-card');
      await byCodes.leave();

      const byIssuer = await interrupted('card-removed');
      await api.database.query(`update activation_case set method = 'issuer-auth' where id = $1`, [byIssuer.id]);
      expect((await decide(byIssuer, 'new-codes')).body).toMatchObject({ state: 'authorised' });
      await byIssuer.leave();
    });

    it.each<Trouble>(['card-removed', 'outcome-unknown', 'supervisor-needed', 'refused-by-card', 'blocked', 'station-interrupted'])(
      'is refused after %s: the card may have the PUK of these codes, and would be lost',
      async (trouble) => {
        const story = await interrupted(trouble);
        const refused = await decide(story, 'new-codes');
        expect([refused.status, codeOf(refused)]).toEqual([409, 'codes-may-be-on-card']);
        expect((await story.now()).state).toBe('interrupted');
        expect(await decisionsOn(story)).toEqual([]);
        await story.leave();
      },
    );
  });

  describe('to close the case as lost', () => {
    it('ends the codes, asks for the revocation, on which another supervisor decides, and nobody knows the card’s state any more', async () => {
      const story = await interrupted('supervisor-needed');
      expect((await decide(story, 'loss')).body).toMatchObject({ state: 'lost', acts: [], card: { state: 'unknown' } });
      expect(await decisionsOn(story)).toEqual([{ decision: 'close-as-lost', reason, follow_up: 'revocation' }]);
      const [audited] = await api.database.query(`select details from audit_row where case_id = $1 and act = 'case.closed-as-lost'`, [story.id]);
      expect(audited).toEqual({ details: { from: 'interrupted', to: 'lost', cause: 'closed-by-supervisor', followUp: 'revocation' } });
      const [asked] = await api.database.query(`select r.state, r.reason, r.approval, r.id_carta, r.certificate_serial is not null as "hasCertificate", o.username from revocation_request r join operator o on o.id = r.recorded_by where case_id = $1`, [story.id]);
      expect(asked).toEqual({ state: 'logged', reason: 'lost-case', approval: 'supervisor', id_carta: story.card.idCarta, hasCertificate: true, username: 'sarti' });
      await story.leave();
      expect(codeOf(await operator.post('/api/cases', { insertionId: await story.comeBack() }))).toBe('state-unknown');
    });

    it('is good for an envelope that nobody came for', async () => {
      const story = await DeskStory.written(api, operator, station);
      await story.act('suspension');
      expect((await decide(story, 'loss')).body).toMatchObject({ state: 'lost' });
      await story.leave();
    });
  });

  it('happens once per key, at the revision that was seen, and with a reason', async () => {
    const story = await interrupted('blob-not-opened');
    const { revision } = await story.now();
    expect((await supervisor.post(`/api/cases/${story.id}/loss`, { revision, reason: ' ' })).status).toBe(400);
    expect(codeOf(await supervisor.post(`/api/cases/${story.id}/loss`, { revision: revision - 1, reason }))).toBe('case-changed');
    const key = '0191f2a0-0000-7000-8000-00000000d0d0';
    const close = () => supervisor.post(`/api/cases/${story.id}/loss`, { revision, reason }, key);
    expect([(await close()).body, (await close()).body]).toMatchObject([{ state: 'lost' }, { state: 'lost' }]);
    expect(await decisionsOn(story)).toHaveLength(1);
    await story.leave();
  });

  it('is not for whoever worked the case', async () => {
    const story = await interrupted('blob-not-opened');
    await api.database.query(`insert into audit_row (id, at, act, actor, operator_id, case_id, details) select gen_random_uuid(), now(), 'case.sheet-scanned', 'operator', id, $1, '{}' from operator where username = 'sarti'`, [story.id]);
    for (const path of ['writing', 'new-codes', 'loss']) {
      const refused = await decide(story, path);
      expect([refused.status, codeOf(refused)]).toEqual([403, 'own-case']);
    }
    await story.leave();
  });
});
