// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, SignedDrillRecord, TraineeView, TraineesView, TrainingView } from '@sportello/contracts';
import { DRILLS, existingDate } from '@sportello/domain';
import { VISITS, application } from '../../testing/applications';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import type { TestCard } from '../../testing/test-cards';

const CODE = 'NTUSRA90A41H501X';
const OMOCODE = 'NTUSRA90A41H50MP';
const REASON = 'Ha lavorato dieci anni allo sportello di un’altra ASL';
const OTHER_BODY = 'Comune di esempio';
const trainee = { password: PASSWORD, roles: ['operator'], isInTraining: true };
const PEOPLE = {
  bodies: [{ name: OTHER_BODY, kind: 'municipality' }],
  desks: [{ code: 'COM', name: 'URP', place: 'Lucca', body: OTHER_BODY, kind: 'municipality' }],
  operators: [
    { ...trainee, username: 'nuti', displayName: 'S. Nuti', codiceFiscale: CODE, desk: 'MS-2' },
    // The same person, as another installation may spell them: one API plays the rehearsal and the desk.
    { ...trainee, username: 'sara.nuti', displayName: 'Sara Nuti', codiceFiscale: OMOCODE, desk: 'CA-1' },
    { ...trainee, username: 'fabbri', displayName: 'A. Fabbri', desk: 'MS-2' },
    { ...trainee, username: 'doppi', displayName: 'D. Doppi', roles: ['operator', 'supervisor'], desk: 'MS-2' },
    { username: 'neri', password: PASSWORD, displayName: 'B. Neri', roles: ['supervisor'], desk: 'COM' },
  ],
};

describe('the drills of an operator in training', () => {
  let api: TestApi;
  let supervisor: OperatorClient;
  let administrator: OperatorClient;
  let station: StationClient;
  let record: SignedDrillRecord;

  beforeAll(async () => {
    // In a rehearsal they work freely.
    api = await TestApi.start({ traineesDeliver: 'freely' });
    await api.provision(PEOPLE);
    [supervisor, administrator, station] = await Promise.all([api.signIn('sarti'), api.signIn('admin'), api.station()]);
  });
  afterAll(() => api.close());

  const idOf = async (username: string): Promise<string> => (await api.database.query<{ id: string }>('select id from operator where username = $1', [username]))[0]?.id ?? '';
  const done = async (as: OperatorClient) => ((await as.get('/api/training').expect(200)).body as TrainingView).drills.flatMap(({ drill, doneAt }) => (doneAt === null ? [] : [drill]));
  const seen = async (username: string, as = supervisor) => (await as.get(`/api/operators/${await idOf(username)}/training`).expect(200)).body as TraineeView;
  const keep = async (username: string, signed: object, as = administrator) => as.post(`/api/operators/${await idOf(username)}/drill-records`, signed);
  const enable = async (username: string, body: object = { reason: null }, as = supervisor) => as.post(`/api/operators/${await idOf(username)}/enabling`, body);
  const acts = (act: string) => api.database.query<{ details: Readonly<Record<string, unknown>>; change: object | null }>('select details, change from audit_row where act = $1 order by position', [act]);

  /** From the envelope to the hand. */
  const finish = async (as: OperatorClient, view: CaseView, card: TestCard): Promise<void> => {
    const envelope = await station.print(await station.job('print-envelope', { caseId: view.id }));
    await as.scan(view, envelope.outerCode);
    await station.written(await station.job('write-card', { caseId: view.id }), card);
    api.clock.pass({ seconds: 3 });
    await as.scan(view, envelope.outerCode);
  };

  it('are read from the cases that they opened and handed over themselves, as they happen', async () => {
    const nuti = await api.signIn('nuti');
    expect(await done(nuti)).toEqual([]);

    // Jammed, printed anew; pulled out, put in again.
    const story = await DeskStory.printing(api, nuti, station);
    await station.post('/api/station/intents', (await station.draw(story.printJob)).request);
    await station.report(story.printJob.jobId, { type: 'submitted' });
    await station.report(story.printJob.jobId, { type: 'print-failed', reason: 'printer', condition: 'media-jam', wasSubmitted: true });
    const printing = await story.act('envelope');
    const envelope = await station.print(await station.job('print-envelope', { caseId: story.id }));
    await nuti.scan(printing, envelope.outerCode);
    const torn = await station.job('write-card', { caseId: story.id });
    await station.report(torn.jobId, { type: 'interrupted', fence: torn.fence, reason: 'card-removed', statusWord: null });
    await story.leave();
    const back = await story.comeBack();
    await station.written(await station.job('write-card', { caseId: story.id }), story.card);
    api.clock.pass({ seconds: 3 });
    expect(await done(nuti)).toEqual([]);
    await story.scan(envelope.outerCode);
    await station.remove(back);
    expect(await done(nuti)).toEqual(['holder', 'jam', 'pulled-card']);
    expect(await done(await api.signIn('fabbri'))).toEqual([]);

    const mother = await api.unknownCard(VISITS['parent-of-minor'].applicant ?? {});
    let visit: string | undefined;
    for (const name of ['NINA', 'LUCE', 'ELIO']) {
      const card = await api.card({ surname: 'LELLI', name, birthDate: existingDate(2015, 4, 9) });
      const insertionId = await station.insert(card);
      const opened = await nuti.open(insertionId, visit === undefined ? {} : { visit });
      const view = visit === undefined ? await nuti.act(opened, 'identification', application(opened, mother)) : await nuti.act(opened, 'identification/same-visit', { isFaceConfirmed: true });
      await finish(nuti, view, card);
      await station.remove(insertionId);
      visit = view.id;
    }
    expect(await done(nuti)).toEqual(['holder', 'three-children', 'jam', 'pulled-card']);

    const { holder, applicant } = VISITS['health-delegate'];
    const delegated = await DeskStory.recognised(api, nuti, station, await api.card(holder));
    const chosen = await delegated.act('kind', { kind: 'health-delegate' });
    await finish(nuti, await nuti.act(chosen, 'identification', application(chosen, await api.unknownCard(applicant ?? {}))), delegated.card);
    await delegated.leave();
    expect(await done(nuti)).toEqual(DRILLS);
    expect((await seen('nuti')).drills.map(({ by }) => by)).toEqual(DRILLS.map(() => 'cases'));
  });

  it('are taken along as a signed file that names nobody', async () => {
    const response = await (await api.signIn('nuti')).get('/api/training/drill-record').expect(200);
    expect(response.get('content-disposition')).toBe('attachment; filename="esercitazioni.json"');
    record = response.body as SignedDrillRecord;
    expect(record.record.drills.map(({ drill, caseIds }) => [drill, caseIds.length])).toEqual([['holder', 1], ['three-children', 3], ['delegate', 1], ['jam', 1], ['pulled-card', 1]]);
    for (const name of [CODE, OMOCODE, 'nuti', 'Nuti']) expect(response.text).not.toContain(name);
    expect((await acts('training.record-made')).at(-1)?.details).toEqual({ operatorId: await idOf('nuti'), drills: DRILLS });
  });

  it('are recorded where their signature is believed, for the person whom they name and nobody else', async () => {
    const [{ drill, at, caseIds } = { drill: 'holder', at: '', caseIds: [] }] = record.record.drills;
    const forged = { ...record, record: { ...record.record, drills: [{ drill: 'delegate', at, caseIds }] } };
    expect([drill, codeOf(await keep('sara.nuti', forged))]).toEqual(['holder', 'drill-record-untrusted']);
    expect(codeOf(await keep('fabbri', record))).toBe('drill-record-of-another');
    expect(codeOf(await keep('doppi', record, await api.signIn('doppi')))).toBe('own-training');
    expect(codeOf(await keep('bini', record))).toBe('not-in-training');
    expect(codeOf(await keep('sara.nuti', record, await api.signIn('neri')))).toBe('not-found');
    expect(codeOf(await keep('sara.nuti', record, await api.signIn('bini')))).toBe('forbidden');
    expect((await seen('sara.nuti')).records).toEqual([]);

    expect((await keep('sara.nuti', record)).body).toMatchObject({ drills: DRILLS.map((each) => ({ drill: each, by: 'record' })), records: [{ recordedBy: 'Amministrazione', drills: DRILLS }] });
    expect((await keep('sara.nuti', record)).status).toBe(200);
    expect((await seen('sara.nuti')).records).toHaveLength(1);
    expect(await acts('training.record-kept')).toMatchObject([{ details: { operatorId: await idOf('sara.nuti'), drills: DRILLS } }]);
  });

  it('by a user name, where no codice fiscale is recorded', async () => {
    const signed = (await (await api.signIn('fabbri')).get('/api/training/drill-record').expect(200)).body as SignedDrillRecord;
    expect(signed.record).toMatchObject({ subject: { by: 'username' }, drills: [] });
    expect((await keep('fabbri', signed)).body).toMatchObject({ records: [{ drills: [] }] });
    expect(codeOf(await keep('nuti', signed))).toBe('drill-record-of-another');
  });

  it('all done, let a supervisor of the body enable, and nobody else', async () => {
    expect(((await supervisor.get('/api/trainees').expect(200)).body as TraineesView).trainees.map(({ displayName }) => displayName)).toEqual(['A. Fabbri', 'D. Doppi', 'S. Nuti', 'Sara Nuti']);
    const elsewhere = await api.signIn('neri');
    expect((await elsewhere.get('/api/trainees').expect(200)).body).toEqual({ trainees: [] });
    expect(codeOf(await elsewhere.get(`/api/operators/${await idOf('nuti')}/training`))).toBe('not-found');
    expect(codeOf(await enable('sara.nuti', { reason: null }, elsewhere))).toBe('not-found');
    expect(codeOf(await enable('sara.nuti', { reason: null }, administrator))).toBe('forbidden');
    expect(codeOf(await enable('doppi', { reason: null }, await api.signIn('doppi')))).toBe('own-training');

    const asked = await api.signIn('sara.nuti');
    expect(asked.session.training).not.toBeNull();
    // Two supervisors at once: one of them did it.
    const answers = await Promise.all([enable('sara.nuti'), enable('sara.nuti')]);
    expect(answers.map((answer) => (answer.status === 200 ? 200 : codeOf(answer))).sort()).toEqual([200, 'not-in-training']);
    expect(await seen('sara.nuti')).toMatchObject({ enabled: { by: 'P. Sarti', beside: null, reason: null } });
    expect((await asked.get('/api/session').expect(200)).body).toMatchObject({ training: null });
    expect((await acts('training.enabled')).map(({ details }) => details)).toEqual([{ operatorId: await idOf('sara.nuti'), missing: [], besideId: null }]);
  });

  it('missing, need another person’s signature and a reason, and the log says which were missing', async () => {
    const missing = await enable('fabbri');
    expect([codeOf(missing), (missing.body as { details: object }).details]).toEqual(['drills-missing', { missing: DRILLS }]);
    expect(codeOf(await enable('fabbri', { reason: REASON }))).toBe('drills-missing');
    const beside = (username: string, password = PASSWORD, reason: string | null = REASON) => enable('fabbri', { reason, username, password });
    expect(codeOf(await beside('admin', PASSWORD, null))).toBe('drills-missing');
    expect(codeOf(await beside('admin', 'non è questa'))).toBe('sign-in-failed');
    expect(codeOf(await beside('sarti'))).toBe('second-person-needed');
    expect(codeOf(await beside('fabbri'))).toBe('second-person-needed');
    for (const username of ['bini', 'neri']) expect(codeOf(await beside(username))).toBe('forbidden');
    expect((await acts('training.enabling-not-signed')).map(({ details: { because } }) => because)).toEqual(['sign-in-failed', 'second-person-needed', 'second-person-needed', 'forbidden', 'forbidden']);

    expect((await beside('admin')).body).toMatchObject({ enabled: { by: 'P. Sarti', beside: 'Amministrazione', reason: REASON } });
    const [told] = (await acts('training.enabled')).slice(-1);
    const [row] = await api.database.query<{ since: Date; at: Date }>(`select training_since as since, enabled_at as at from operator where username = 'fabbri'`);
    const trainingSince = row?.since.toISOString();
    expect(told?.change).toEqual({ before: { trainingSince, enabledAt: null }, after: { trainingSince, enabledAt: row?.at.toISOString() } });
    expect(told?.details).toEqual({ operatorId: await idOf('fabbri'), missing: [...DRILLS], besideId: await idOf('admin') });
  });

  it('and everything else about their training stand in the log under their name', async () => {
    expect(await api.database.query(`select act from audit_row where act like 'training.%' and (subject_kind is distinct from 'operator' or subject_id is distinct from details->>'operatorId')`)).toEqual([]);
  });

  it('stay done when the set-up file is read again', async () => {
    await api.provision(PEOPLE);
    expect(await seen('fabbri')).toMatchObject({ enabled: { by: 'P. Sarti' } });
    expect(await seen('nuti')).toMatchObject({ enabled: null, since: expect.any(String) as string });
  });
});
