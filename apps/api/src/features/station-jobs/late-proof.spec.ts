// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('a proof', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const proofs = (caseId: string) => api.database.query('select is_valid, job_id from proof where case_id = $1', [caseId]);

  it('that comes after its write was called interrupted ends the case well, when no later write was ordered', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'refused-by-card', statusWord: '6A80' });
    expect((await station.written(story.writeJob, story.card)).status).toBe(204);
    expect(await story.now()).toMatchObject({ state: 'written', obstacle: null });
    expect(await proofs(story.id)).toEqual([{ is_valid: true, job_id: story.writeJob.jobId }]);
  });

  it('of an outrun lease is refused and kept, and that of the later write takes its place', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await story.leave();
    await story.comeBack();
    const next = await station.job('write-card', { caseId: story.id });
    expect(codeOf(await station.written(story.writeJob, story.card))).toBe('lease-lost');
    expect(await proofs(story.id)).toEqual([{ is_valid: true, job_id: story.writeJob.jobId }]);
    expect((await station.written(next, story.card)).status).toBe(204);
    expect(await proofs(story.id)).toEqual([{ is_valid: true, job_id: next.jobId }]);
    expect((await story.now()).state).toBe('written');
  });

  it('of a case that was closed as lost meanwhile is refused and kept: the card is active after all', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'refused-by-card', statusWord: '6A80' });
    const supervisor = await api.signIn('sarti');
    await supervisor.post(`/api/cases/${story.id}/loss`, { revision: (await story.now()).revision, reason: 'Il chip non risponde più' }).expect(200);
    for (const time of ['first', 'again']) expect([time, codeOf(await station.written(story.writeJob, story.card))]).toEqual([time, 'lease-lost']);
    expect(await proofs(story.id)).toEqual([{ is_valid: true, job_id: story.writeJob.jobId }]);
    expect((await story.now()).state).toBe('lost');
    expect(await api.database.query(`select 1 from audit_row where case_id = $1 and act = 'case.proved-after-loss'`, [story.id])).not.toEqual([]);
    await story.leave();
  });

  it('that is not good is worth nothing when it comes late', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'card-removed', statusWord: null });
    expect(codeOf(await station.written(story.writeJob, story.card, { signature: 'AAAA' }))).toBe('lease-lost');
    expect((await story.now()).state).toBe('interrupted');
    expect(await proofs(story.id)).toEqual([]);
  });

  it('that is not good leaves the vault its blob: the codes may be on the chip', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.written(story.writeJob, story.card, { signature: 'AAAA' });
    const [intent] = await api.database.query('select station_blob is null as station, vault_blob is null as vault, voided_at is null as living from intent where case_id = $1', [story.id]);
    expect(intent).toEqual({ station: true, vault: false, living: false });
  });
});
