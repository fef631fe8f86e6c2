// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type DrawnCodes, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('a station’s jobs', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const printing = () => DeskStory.printing(api, operator, station);
  const sheetOut = () => DeskStory.sheetOut(api, operator, station);
  const writing = () => DeskStory.writing(api, operator, station);
  const postIntent = (drawn: DrawnCodes) => station.post('/api/station/intents', drawn.request);

  describe('GET /api/station/jobs', () => {
    it('brings what is pending first, and each job once over one stream', async () => {
      const story = await printing();
      await station.disconnect();
      await station.connect();
      expect((await station.job('print-envelope', { caseId: story.id })).jobId).toBe(story.printJob.jobId);
      await station.job('print-paper', { caseId: story.id });
      await station.status(READY);
      await expect(station.job('print-envelope', { caseId: story.id, patienceMs: 200 })).rejects.toThrow('no such event came');
    });

    it('brings no job that is over, called off, or another station’s', async () => {
      const story = await sheetOut();
      const carrara = await api.station('carrara');
      await expect(carrara.job('print-envelope', { patienceMs: 200 })).rejects.toThrow('no such event came');
      await carrara.disconnect();
      await station.disconnect();
      await station.connect();
      await expect(station.job('print-envelope', { caseId: story.id, patienceMs: 200 })).rejects.toThrow('no such event came');
    });

    it('is what makes a station online, and its end what makes it offline', async () => {
      await station.disconnect();
      expect((await operator.desk()).station?.isOnline).toBe(false);
      await station.connect();
      expect((await operator.desk()).station?.isOnline).toBe(true);
      const acts = await api.database.query<{ act: string }>(`select act from audit_row where act in ('station.online', 'station.offline') order by position desc limit 2`);
      expect(acts.map(({ act }) => act)).toEqual(['station.online', 'station.offline']);
    });

    it('keeps the station online when an older stream ends after a newer began', async () => {
      const older = station.detachStream();
      await station.connect();
      older.close();
      await older.ended;
      await expect(api.untilOnline(station.id, false, 500)).rejects.toThrow('did not happen');
    });

    it('is for stations only', async () => {
      expect(codeOf(await operator.get('/api/station/jobs').expect(401))).toBe('signature-invalid');
    });
  });

  describe('POST /api/station/jobs/:jobId/reports', () => {
    it('knows only this station’s jobs, and only reports that such a job can give', async () => {
      expect(codeOf(await station.report(randomUUID(), { type: 'completed' }))).toBe('job-unknown');
      const story = await printing();
      const refused = await station.report(story.printJob.jobId, { type: 'phase', fence: 1, phase: 'card-checked' });
      expect(refused.body).toMatchObject({ code: 'invalid-request', details: { job: 'print-envelope', report: 'phase' } });
      const carrara = await api.stationWith(await newCarraraCode());
      expect(codeOf(await carrara.report(story.printJob.jobId, { type: 'completed' }))).toBe('job-unknown');
      await carrara.disconnect();
    });

    const newCarraraCode = async (): Promise<string> => {
      const administrator = await api.signIn('admin');
      const [carrara] = await api.database.query<{ id: string }>('select id from station where id <> $1', [station.id]);
      return ((await administrator.post(`/api/stations/${carrara?.id ?? ''}/enrolment-code`, {}).expect(200)).body as { code: string }).code;
    };

    describe('of a print', () => {
      const failed = (wish: Partial<Extract<JobReport, { type: 'print-failed' }>> = {}): JobReport => ({ type: 'print-failed', reason: 'printer', condition: 'media-jam', wasSubmitted: true, ...wish });

      it('that failed in the printer spoils the sheet and kills the codes; the case waits for the next print', async () => {
        const story = await printing();
        const drawn = await station.draw(story.printJob);
        await postIntent(drawn);
        await station.report(story.printJob.jobId, { type: 'submitted' });
        expect((await station.report(story.printJob.jobId, failed())).status).toBe(204);
        expect(await story.now()).toMatchObject({ state: 'authorised', sheet: null, obstacle: { code: 'printer-unavailable', details: { printer: 'envelopes', condition: 'media-jam' } } });
        const [sheet] = await api.database.query('select state, reason from sheet where control_number = $1 and case_id = $2', [story.printJob.controlNumber, story.id]);
        expect(sheet).toEqual({ state: 'spoiled', reason: 'printer-trouble' });
        expect(await api.database.query('select cip_verifier, station_blob from intent where case_id = $1', [story.id])).toEqual([{ cip_verifier: null, station_blob: null }]);
        expect((await story.act('envelope')).sheet?.controlNumber).not.toBe(story.printJob.controlNumber);
      });

      it('is told before the first byte whether it may begin: not without an intent, and not when it was called off', async () => {
        const submitted = (jobId: string) => station.report(jobId, { type: 'submitted' });
        const story = await DeskStory.recognised(api, operator, station);
        await operator.identify(await story.now());
        const [envelope, form] = [await station.job('print-envelope', { caseId: story.id }), await station.job('print-paper', { caseId: story.id })];
        expect(codeOf(await submitted(envelope.jobId))).toBe('intent-voided');
        await postIntent(await station.draw(envelope));
        expect((await submitted(envelope.jobId)).status).toBe(204);
        expect((await submitted(form.jobId)).status).toBe(204);
        await story.act('envelope/void', { reason: 'sheet-missing' });
        expect(codeOf(await submitted(envelope.jobId))).toBe('intent-voided');
        expect(codeOf(await submitted(form.jobId))).toBe('intent-voided');
      });

      it('that the printer never saw gives the sheet back, and the next codes take it', async () => {
        const story = await printing();
        await station.report(story.printJob.jobId, failed({ reason: 'card-removed', condition: null, wasSubmitted: false }));
        expect(await story.now()).toMatchObject({ state: 'authorised', sheet: null, obstacle: { code: 'card-removed' } });
        expect((await story.act('envelope')).sheet?.controlNumber).toBe(story.printJob.controlNumber);
      });

      it('counts once, though it is told again', async () => {
        const story = await printing();
        await station.report(story.printJob.jobId, failed());
        await story.act('envelope');
        expect((await station.report(story.printJob.jobId, failed())).status).toBe(204);
        expect((await story.now()).state).toBe('printing');
      });

      it('of the form that failed leaves the case going, and says what is missing', async () => {
        const story = await DeskStory.recognised(api, operator, station);
        await operator.identify(await story.now());
        const form = await station.job('print-paper', { caseId: story.id });
        await station.report(form.jobId, failed({ condition: 'media-empty' }));
        expect(await story.now()).toMatchObject({ state: 'printing', obstacle: { code: 'printer-unavailable', details: { printer: 'forms', condition: 'media-empty' } } });
      });
    });

    it('keeps a job’s message, which names the holder, no longer than the job', async () => {
      const story = await writing();
      await station.written(story.writeJob, story.card);
      const jobs = await api.database.query<{ type: string; state: string; is_gone: boolean }>('select type, state, message is null as is_gone from job where case_id = $1 order by type', [story.id]);
      expect(jobs).toEqual([
        { type: 'print-envelope', state: 'completed', is_gone: true },
        { type: 'print-paper', state: 'pending', is_gone: false },
        { type: 'write-card', state: 'completed', is_gone: true },
      ]);
      api.clock.pass({ seconds: 3 });
      await story.scan(story.envelope.outerCode);
      expect(await api.database.query(`select 1 from job where case_id = $1 and message is not null`, [story.id])).toEqual([]);
    });
  });
});
