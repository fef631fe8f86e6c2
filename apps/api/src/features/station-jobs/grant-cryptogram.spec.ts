// SPDX-License-Identifier: AGPL-3.0-or-later
import { CryptogramAnswer } from '@sportello/contracts';
import { IssuerKeyRepository } from '../../platform/activation/issuer-key.repository';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { issuerKeysOfTests } from '../../testing/test-keys';

const challenge = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const another = Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1);

describe('the issuer’s cryptogram', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeEach(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterEach(() => api.close());

  const writing = async () => DeskStory.writing(api, operator, station, await api.issuersCard());
  const grants = () => api.database.query<{ details: object }>(`select details from audit_row where act = 'issuer.cryptogram-granted'`);

  it('is what the card expects, and its grant is in the log', async () => {
    const { writeJob, card, id } = await writing();
    expect(writeJob.authority).toEqual({ method: 'issuer-auth', keyVersion: 1 });
    const answer = CryptogramAnswer.parse((await station.cryptogram(writeJob, challenge)).body);
    expect(answer.cryptogram).toBe(Buffer.from(await issuerKeysOfTests.cryptogram(1, card.idCarta, challenge)).toString('base64url'));
    expect(await api.database.query('select act, case_id from audit_row where act = $1', ['issuer.cryptogram-granted'])).toEqual([{ act: 'issuer.cryptogram-granted', case_id: id }]);
  });

  it('is one for each challenge: the same one is answered again, and told once; a second is what some cards need, a third nobody', async () => {
    const { writeJob } = await writing();
    const [first, again] = [await station.cryptogram(writeJob, challenge), await station.cryptogram(writeJob, challenge)];
    expect(again.body).toEqual(first.body);
    expect(await grants()).toHaveLength(1);
    expect((await station.cryptogram(writeJob, another)).status).toBe(200);
    expect(codeOf(await station.cryptogram(writeJob, Uint8Array.from(challenge).fill(9)))).toBe('challenge-refused');
    expect(await grants()).toHaveLength(2);
  });

  it('is never in log or database', async () => {
    const { writeJob } = await writing();
    const { cryptogram } = CryptogramAnswer.parse((await station.cryptogram(writeJob, challenge)).body);
    const [row] = await api.database.query<{ text: string }>(`select string_agg(a::text, ' ') as text from audit_row a`);
    expect(row?.text).not.toContain(cryptogram);
    expect(api.logLines.join('\n')).not.toContain(cryptogram);
  });

  it('is only for the lease that stands', async () => {
    const story = await writing();
    const { writeJob } = story;
    expect(codeOf(await station.cryptogram({ ...writeJob, fence: writeJob.fence + 1 }, challenge))).toBe('lease-lost');
    await station.report(writeJob.jobId, { type: 'interrupted', fence: writeJob.fence, reason: 'card-removed', statusWord: null });
    expect(codeOf(await station.cryptogram(writeJob, challenge))).toBe('lease-lost');
    await story.leave();
    await story.comeBack();
    const next = await station.job('write-card', { caseId: story.id });
    expect(codeOf(await station.cryptogram(writeJob, challenge))).toBe('lease-lost');
    expect((await station.cryptogram(next, another)).status).toBe(200);
  });

  it('is only for the station that has the lease, and a job that it knows', async () => {
    const { writeJob } = await writing();
    const elsewhere = await api.station('carrara');
    expect(codeOf(await elsewhere.cryptogram(writeJob, challenge))).toBe('job-unknown');
  });

  it('is not for a card that is written with transport codes', async () => {
    const { writeJob } = await DeskStory.writing(api, operator, station);
    expect(codeOf(await station.cryptogram(writeJob, challenge))).toBe('challenge-refused');
    expect(await grants()).toHaveLength(0);
  });

  it('takes 8 bytes for a challenge', async () => {
    const { writeJob } = await writing();
    expect(codeOf(await station.cryptogram(writeJob, Uint8Array.of(1, 2, 3)))).toBe('invalid-request');
  });
});

describe('a version of the issuer’s key that cards refuse', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeEach(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterEach(() => api.close());

  const refusedBy = async () => {
    const story = await DeskStory.writing(api, operator, station, await api.issuersCard());
    expect((await station.cryptogram(story.writeJob, challenge)).status).toBe(200);
    const report = { type: 'interrupted', fence: story.writeJob.fence, reason: 'issuer-auth-refused', statusWord: '63C4' } as const;
    expect((await station.report(story.writeJob.jobId, report)).status).toBe(204);
    await story.leave();
    return story;
  };

  it('ends that card’s job: nothing more is sent to it before a supervisor has decided', async () => {
    const story = await refusedBy();
    expect(await story.now()).toMatchObject({ state: 'interrupted', obstacle: { code: 'supervisor-needed', details: { because: 'issuer-auth-refused', statusWord: '63C4' } } });
    await story.comeBack();
    expect(await story.now()).toMatchObject({ state: 'interrupted' });
  });

  it('is stopped for every desk by a second card, and not by the same one twice', async () => {
    await refusedBy();
    const third = await DeskStory.recognised(api, operator, station, await api.issuersCard());
    expect(await third.now()).toMatchObject({ obstacle: null });
    await third.leave();
    await refusedBy();
    const acts = await api.database.query<{ act: string }>(`select act from audit_row where act like 'issuer.key-%' order by act`);
    expect(acts.map(({ act }) => act)).toEqual(['issuer.key-refused', 'issuer.key-refused', 'issuer.key-stopped']);
    await third.comeBack();
    const identified = await operator.identify(await third.now());
    expect(identified).toMatchObject({ state: 'authorised', obstacle: { code: 'issuer-key-stopped', details: { version: 1 } } });
  });

  it('counts a refusal that is told after its lease was outrun, and each card once', async () => {
    const story = await DeskStory.writing(api, operator, station, await api.issuersCard());
    const { writeJob } = story;
    expect((await station.cryptogram(writeJob, challenge)).status).toBe(200);
    await station.disconnect();
    await station.connect();
    await story.comeBack();
    await station.job('write-card', { caseId: story.id });
    for (const time of ['first', 'again'])
      expect([time, codeOf(await station.report(writeJob.jobId, { type: 'interrupted', fence: writeJob.fence, reason: 'issuer-auth-refused', statusWord: '63C4' }))]).toEqual([time, 'lease-lost']);
    expect(await api.database.query('select version, id_carta from issuer_key_refusal')).toEqual([{ version: 1, id_carta: story.card.idCarta }]);
    expect(await api.database.query(`select 1 from audit_row where act = 'issuer.key-refused'`)).toHaveLength(1);
  });
});

describe('the version of the issuer’s key', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeEach(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterEach(() => api.close());

  const held = (versions: readonly number[]) => api.app.get(UnitOfWork).run((transaction) => transaction.repository(IssuerKeyRepository).know(versions, transaction.now));

  it('is the one that the card was made with; the highest where nobody said', async () => {
    await held([1, 2]);
    const old = await DeskStory.writing(api, operator, station, await api.issuersCard(1));
    expect(old.writeJob.authority).toEqual({ method: 'issuer-auth', keyVersion: 1 });
    await old.leave();
    const story = await DeskStory.writing(api, operator, station, await api.issuersCard());
    expect(story.writeJob.authority).toEqual({ method: 'issuer-auth', keyVersion: 2 });
  });

  it('is none that was taken out: nothing is printed for its cards, and a new card takes the highest that is left', async () => {
    await held([1, 2]);
    await held([1]);
    const orphan = await DeskStory.recognised(api, operator, station, await api.issuersCard(2));
    expect(await operator.identify(await orphan.now())).toMatchObject({ state: 'authorised', obstacle: { code: 'issuer-key-missing' } });
    await orphan.leave();
    const story = await DeskStory.writing(api, operator, station, await api.issuersCard());
    expect(story.writeJob.authority).toEqual({ method: 'issuer-auth', keyVersion: 1 });
  });
});
