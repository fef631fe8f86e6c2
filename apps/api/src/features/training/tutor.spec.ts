// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SessionView, TrainingView } from '@sportello/contracts';
import { VISITS, application } from '../../testing/applications';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

const PEOPLE = {
  operators: [
    { username: 'nuti', password: PASSWORD, displayName: 'S. Nuti', roles: ['operator'], desk: 'MS-2', isInTraining: true },
    { username: 'fabbri', password: PASSWORD, displayName: 'A. Fabbri', roles: ['operator'], desk: 'MS-2', isInTraining: true },
    { username: 'rossi', password: PASSWORD, displayName: 'M. Rossi', codiceFiscale: 'RSSMRA80A41H501Y', roles: ['operator'], desk: 'MS-2' },
  ],
};

describe('an operator in training', () => {
  let api: TestApi;
  let trainee: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision(PEOPLE);
    station = await api.station();
  });
  beforeEach(async () => {
    trainee = await api.signIn('nuti');
  });
  afterAll(() => api.close());

  const sign = (username: string, password = PASSWORD) => trainee.post('/api/training/tutorship', { username, password });
  const written = async () => {
    const story = await DeskStory.written(api, trainee, station);
    await story.leave();
    return story;
  };
  const lastActs = async (count: number) => (await api.database.query<{ act: string; username: string | null; details: object }>('select a.act, o.username, a.details from audit_row a left join operator o on o.id = a.operator_id order by a.position')).slice(-count);
  const deliver = (story: Awaited<ReturnType<typeof written>>) => story.scanRefused(story.envelope.outerCode);

  it('does everything but hand over, which is refused and loses nothing until a tutor has signed', async () => {
    expect(trainee.session.training).toEqual({ since: expect.any(String) as string, needsTutor: true, tutorship: null });
    const story = await written();
    const refused = await deliver(story);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'tutor-needed']);
    expect(await story.now()).toMatchObject({ state: 'written', acts: expect.arrayContaining(['scan']) as string[] });

    expect(((await sign('bini').expect(200)).body as TrainingView).standing).toMatchObject({ tutorship: { tutor: 'L. Bini', until: expect.any(String) as string } });
    expect((await deliver(story)).body).toMatchObject({ state: 'delivered' });
    const [signed, delivered] = await lastActs(2);
    expect(signed).toMatchObject({ act: 'training.tutor-signed', username: 'bini' });
    expect(delivered).toMatchObject({ act: 'case.delivered', username: 'nuti', details: { by: 'outer-code', tutorId: (await api.signIn('bini')).session.operator.id } });
    expect((await trainee.get('/api/session').expect(200)).body as SessionView).toMatchObject({ training: { tutorship: { tutor: 'L. Bini' } } });
  });

  it('gets no session of the tutor’s by their signature, and no tutor by a wrong password', async () => {
    const before = await api.database.query('select 1 from session');
    await sign('bini').expect(200);
    expect(await api.database.query('select 1 from session')).toHaveLength(before.length);
    const refused = await sign('bini', 'non è questa');
    expect([refused.status, codeOf(refused)]).toEqual([401, 'sign-in-failed']);
    expect(await lastActs(1)).toMatchObject([{ act: 'training.tutor-not-signed', username: 'nuti', details: { because: 'sign-in-failed' } }]);
    // The tutor who signed before still stands there.
    expect((await trainee.get('/api/training').expect(200)).body).toMatchObject({ standing: { tutorship: { tutor: 'L. Bini' } } });
  });

  it.each([
    ['nuti', 'same-person'],
    ['fabbri', 'in-training'],
    ['carli', 'other-desk'],
    ['sarti', 'no-operator'],
  ])('has no tutor in %s', async (username, because) => {
    const refused = await sign(username);
    expect([codeOf(refused), (refused.body as { details: object }).details]).toEqual(['no-tutor', { because }]);
    expect(await lastActs(1)).toMatchObject([{ act: 'training.tutor-not-signed', details: { because } }]);
  });

  it('has a tutor in a colleague who serves this desk beside their own, as long as they serve it', async () => {
    await api.database.query(`insert into operator_desk (id, operator_id, desk_id, since) select gen_random_uuid(), o.id, d.id, now() from operator o, desk d where o.username = 'carli' and d.code = 'MS-2'`);
    expect(((await sign('carli').expect(200)).body as TrainingView).standing).toMatchObject({ tutorship: { until: expect.any(String) as string } });
    await api.database.query(`update operator_desk s set until = greatest(now(), since) from desk d where d.id = s.desk_id and d.code = 'MS-2' and s.operator_id = (select id from operator where username = 'carli')`);
    expect((await sign('carli')).body).toMatchObject({ code: 'no-tutor', details: { because: 'other-desk' } });
  });

  it('needs another tutor for the card, or the application, that is the tutor’s own', async () => {
    const own = await DeskStory.written(api, trainee, station);
    await own.leave();
    await sign('rossi').expect(200);
    expect(codeOf(await deliver(own))).toBe('tutors-own-card');

    const { holder, applicant } = VISITS['health-delegate'];
    const delegate = await api.unknownCard(applicant ?? {});
    const story = await DeskStory.recognised(api, trainee, station, await api.card(holder));
    const chosen = await story.act('kind', { kind: 'health-delegate' });
    const view = await trainee.act(chosen, 'identification', application(chosen, delegate));
    const envelope = await station.print(await station.job('print-envelope', { caseId: story.id }));
    await trainee.scan(view, envelope.outerCode);
    await station.written(await station.job('write-card', { caseId: story.id }), story.card);
    api.clock.pass({ seconds: 3 });
    await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [delegate.holder.codiceFiscale.value]);
    await sign('bini').expect(200);
    expect(codeOf(await story.scanRefused(envelope.outerCode))).toBe('tutors-own-card');
    await sign('rossi').expect(200);
    expect((await story.scan(envelope.outerCode)).state).toBe('delivered');
    await api.database.query(`update operator set codice_fiscale = null where username = 'bini'`);
    await story.leave();
  });

  it('is alone again when either ends it, after four hours, in another session, and when the tutor’s account is closed', async () => {
    const story = await written();
    const alone = async () => expect(codeOf(await trainee.post(`/api/cases/${story.id}/scans`, { text: story.envelope.outerCode }))).toBe('tutor-needed');
    const signed = async () => ((await sign('bini').expect(200)).body as TrainingView).standing?.tutorship?.id ?? '';
    const tutor = await api.signIn('bini');

    const first = await signed();
    const tutoring = async () => ((await tutor.get('/api/training').expect(200)).body as TrainingView).tutoring;
    expect((await tutoring()).find(({ id }) => id === first)).toMatchObject({ trainee: 'S. Nuti' });
    expect(codeOf(await (await api.signIn('fabbri')).post(`/api/training/tutorships/${first}/end`, {}))).toBe('not-found');
    expect((await tutor.post(`/api/training/tutorships/${first}/end`, {}).expect(200)).body).toMatchObject({ standing: null, drills: [] });
    expect((await tutoring()).find(({ id }) => id === first)).toBeUndefined();
    expect(codeOf(await tutor.post(`/api/training/tutorships/${first}/end`, {}))).toBe('not-found');
    await alone();
    expect((await trainee.post(`/api/training/tutorships/${await signed()}/end`, {}).expect(200)).body).toMatchObject({ standing: { tutorship: null } });
    await alone();

    await signed();
    await api.database.query(`update operator set disabled_at = now() where username = 'bini'`);
    await alone();
    await api.database.query(`update operator set disabled_at = null where username = 'bini'`);
    api.clock.pass({ hours: 4 });
    await alone();

    await signed();
    trainee = await api.signIn('nuti');
    await alone();
  });

  it('is the one whom the log names for each act about their tutor', async () => {
    const rows = await api.database.query(`select r.act, o.username from audit_row r left join operator o on o.id::text = r.subject_id and r.subject_kind = 'operator' where r.act like 'training.%' group by 1, 2 order by 1, 2`);
    expect(rows).toEqual(['training.tutor-ended', 'training.tutor-not-signed', 'training.tutor-signed'].map((act) => ({ act, username: 'nuti' })));
  });

  it('is nobody who was never in training: they have no tutor, and need none', async () => {
    trainee = await api.signIn('bini');
    expect(trainee.session.training).toBeNull();
    expect(codeOf(await sign('rossi'))).toBe('not-in-training');
    const story = await written();
    expect((await deliver(story)).body).toMatchObject({ state: 'delivered' });
    expect((await lastActs(1))[0]?.details).not.toHaveProperty('tutorId');
  });
});

it('an operator in training hands over freely where the installation says so', async () => {
  const api = await TestApi.start({ traineesDeliver: 'freely' });
  await api.provision(PEOPLE);
  const [trainee, station] = await Promise.all([api.signIn('nuti'), api.station()]);
  expect(trainee.session.training).toMatchObject({ needsTutor: false });
  const story = await DeskStory.written(api, trainee, station);
  expect((await story.scan(story.envelope.outerCode)).state).toBe('delivered');
  await api.close();
});
