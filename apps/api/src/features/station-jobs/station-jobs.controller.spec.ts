// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IntentAnswer, JobReport } from '@sportello/contracts';
import { SIGNATURE_PURPOSES } from '@sportello/contracts';
import { signDocument } from '@sportello/seal';
import { randomUUID } from 'node:crypto';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type DrawnCodes, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { issueCard, signProof } from '../../testing/test-cards';

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
      await station.job('print-form', { caseId: story.id });
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

  describe('POST /api/station/intents', () => {
    it('gives the same request the same nonce, and keeps one intent', async () => {
      const story = await printing();
      const drawn = await station.draw(story.printJob);
      const answers = await Promise.all([postIntent(drawn)]);
      answers.push(await postIntent(drawn));
      const nonces = answers.map(({ body }) => (body as IntentAnswer).nonce);
      expect(Buffer.from(nonces[0] ?? '', 'base64url')).toHaveLength(32);
      expect(new Set(nonces).size).toBe(1);
    });

    it('refuses another body under the same key, and a second set of codes for the same job', async () => {
      const story = await printing();
      const drawn = await station.draw(story.printJob);
      expect((await postIntent(drawn)).status).toBe(200);
      expect(codeOf(await postIntent(await station.draw(story.printJob, { intentId: drawn.intentId })))).toBe('intent-differs');
      expect(codeOf(await postIntent(await station.draw(story.printJob)))).toBe('intent-voided');
    });

    it('never revives an intent that was voided', async () => {
      const story = await printing();
      const drawn = await station.draw(story.printJob);
      await postIntent(drawn);
      await story.act('envelope/void', { reason: 'sheet-missing' });
      expect(codeOf(await postIntent(drawn))).toBe('intent-voided');
    });

    it('refuses what the station did not sign as an intent', async () => {
      const story = await printing();
      const { request } = await station.draw(story.printJob);
      const { signature: _, ...unsigned } = request;
      const signature = await signDocument(unsigned, { purpose: SIGNATURE_PURPOSES.job, key: station.key() });
      expect((await station.post('/api/station/intents', { ...request, signature })).body).toMatchObject({ code: 'signature-invalid', details: { because: 'intent' } });
    });

    it('refuses a sheet or a card that is not the case’s, a job that is not the station’s, and a blob sealed for something else', async () => {
      const story = await printing();
      const job = story.printJob;
      expect(codeOf(await postIntent(await station.draw({ ...job, controlNumber: '000999' })))).toBe('intent-differs');
      expect(codeOf(await postIntent(await station.draw({ ...job, idCarta: '6090000000009993' })))).toBe('intent-differs');
      expect(codeOf(await postIntent(await station.draw({ ...job, jobId: randomUUID() })))).toBe('job-unknown');
      const { request } = await station.draw(job);
      const { apiBlob } = (await station.draw({ ...job, caseId: randomUUID() })).request;
      const { signature: _, ...unsigned } = { ...request, apiBlob };
      const signature = await signDocument(unsigned, { purpose: SIGNATURE_PURPOSES.intent, key: station.key() });
      expect((await station.post('/api/station/intents', { ...unsigned, signature })).body).toMatchObject({ code: 'invalid-request', details: { because: 'altered' } });
    });

    it('refuses an outer code of another sheet', async () => {
      const story = await printing();
      expect(codeOf(await postIntent(await station.draw(story.printJob, { outerCode: '000998-K7P4XR' })))).toBe('invalid-request');
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
        const form = await station.job('print-form', { caseId: story.id });
        await station.report(form.jobId, failed({ condition: 'media-empty' }));
        expect(await story.now()).toMatchObject({ state: 'printing', obstacle: { code: 'printer-unavailable', details: { printer: 'forms', condition: 'media-empty' } } });
      });
    });

    describe('of a write', () => {
      it('tells the phases as they are reached, and no phase that is the desk’s own', async () => {
        const story = await writing();
        const report = (phase: 'card-checked' | 'codes-written' | 'outcome-recorded') => station.report(story.writeJob.jobId, { type: 'phase', fence: 1, phase });
        expect((await report('card-checked')).status).toBe(204);
        expect((await report('codes-written')).status).toBe(204);
        expect((await story.now()).phases.map(({ phase }) => phase)).toEqual(['sheet-scanned', 'card-checked', 'codes-written']);
        expect(codeOf(await report('outcome-recorded'))).toBe('invalid-request');
      });

      it('activates the card when the chip’s signature is good, shreds its transport codes, and says so again when asked again', async () => {
        const story = await writing();
        expect((await station.written(story.writeJob, story.card)).status).toBe(204);
        expect((await station.written(story.writeJob, story.card)).status).toBe(204);
        expect((await story.now()).state).toBe('written');
        expect(await api.database.query('select state, mode_of_activation, activated_at from card where id_carta = $1', [story.card.idCarta])).toEqual([
          { state: 'active', mode_of_activation: 'direct', activated_at: api.clock.now() },
        ]);
        expect(await api.database.query('select 1 from transport_codes where id_carta = $1', [story.card.idCarta])).toEqual([]);
        const [proof] = await api.database.query<{ is_valid: boolean; signature: Buffer }>('select is_valid, signature from proof where case_id = $1', [story.id]);
        expect(proof).toMatchObject({ is_valid: true, signature: Buffer.from(signProof(story.card, story.writeJob), 'base64url') });
      });

      it.each([
        ['another chip', async (story: Awaited<ReturnType<typeof writing>>) => signProof(await issueCard(api.ca), story.writeJob)],
        ['another nonce', (story: Awaited<ReturnType<typeof writing>>) => signProof(story.card, { ...story.writeJob, nonce: Buffer.alloc(32).toString('base64url') })],
        ['another sheet', (story: Awaited<ReturnType<typeof writing>>) => signProof(story.card, { ...story.writeJob, controlNumber: '000999' })],
        ['nobody', () => 'AAAA'],
      ])('makes the case faulty when %s signed', async (_, signatureFor) => {
        const story = await writing();
        const signature = await signatureFor(story);
        expect((await station.written(story.writeJob, story.card, { signature })).status).toBe(204);
        expect(await story.now()).toMatchObject({ state: 'faulty', acts: [] });
        expect(await api.database.query('select is_valid, finding from proof where case_id = $1', [story.id])).toEqual([{ is_valid: false, finding: 'bad-signature' }]);
        expect(await api.database.query('select 1 from card where id_carta = $1', [story.card.idCarta])).toEqual([]);
      });

      it('makes the case faulty when the certificate is not in force any more', async () => {
        const story = await writing();
        await api.database.query(`update activation_case set certificate = $2 where id = $1`, [
          story.id,
          Buffer.from((await issueCard(api.ca, { certificateNotAfter: new Date('2026-01-01T00:00:00Z') })).issued.certificateDer),
        ]);
        await station.written(story.writeJob, story.card);
        expect((await story.now()).state).toBe('faulty');
      });

      it('interrupted by the card’s removal goes on when the same card is back, under a new lease and with the same codes', async () => {
        const story = await writing();
        const { jobId, fence, intentId, nonce } = story.writeJob;
        await story.leave();
        await station.report(jobId, { type: 'interrupted', fence, reason: 'card-removed', statusWord: null });
        expect(await story.now()).toMatchObject({ state: 'interrupted', phases: [{ phase: 'sheet-scanned' }], acts: [] });
        await story.comeBack();
        const next = await station.job('write-card', { caseId: story.id });
        expect(next).toMatchObject({ fence: 2, intentId, nonce });
        expect((await station.openWriteJob(next)).codes.pin).toEqual(new Uint8Array(Buffer.from(story.envelope.pin)));
        expect(codeOf(await station.written(story.writeJob, story.card, { fence: 1 }))).toBe('lease-lost');
        expect((await station.written(next, story.card)).status).toBe(204);
        expect((await story.now()).state).toBe('written');
      });

      it('is not taken up by another card', async () => {
        const story = await writing();
        await story.leave();
        await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'card-removed', statusWord: null });
        await station.remove(await station.insert(await api.card()));
        expect((await story.now()).state).toBe('interrupted');
      });

      it('that nobody ended is over when the card comes in anew: its lease is outrun, its late reports are refused', async () => {
        const story = await writing();
        await station.disconnect();
        await station.connect();
        // The same job is told again: the station may still have it.
        expect((await station.job('write-card', { caseId: story.id })).jobId).toBe(story.writeJob.jobId);
        expect((await story.now()).state).toBe('writing');
        await story.comeBack();
        const next = await station.job('write-card', { caseId: story.id });
        expect(next.fence).toBe(2);
        expect(codeOf(await station.report(story.writeJob.jobId, { type: 'phase', fence: 1, phase: 'codes-written' }))).toBe('lease-lost');
        expect(codeOf(await station.written(story.writeJob, story.card))).toBe('lease-lost');
        expect((await story.now()).state).toBe('writing');
        const acts = await api.database.query<{ act: string }>(`select act from audit_row where case_id = $1 and act like 'case.writ%' order by position`, [story.id]);
        expect(acts.map(({ act }) => act)).toEqual(['case.writing-began', 'case.write-interrupted', 'case.writing-began']);
      });

      it('does not begin twice for one stay of the card', async () => {
        const story = await writing();
        await station.insert(story.card, story.insertionId);
        expect(await api.database.query(`select fence from job where case_id = $1 and type = 'write-card'`, [story.id])).toEqual([{ fence: 1 }]);
      });

      it.each(['transport-codes-refused', 'blocked', 'supervisor-needed', 'refused-by-card', 'blob-not-opened'] as const)(
        'that ended with %s is not tried again by itself: each try could cost the card one of its few',
        async (reason) => {
          const story = await writing();
          await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason, statusWord: '63C2' });
          await story.leave();
          await story.comeBack();
          expect(await story.now()).toMatchObject({ state: 'interrupted', obstacle: { code: 'supervisor-needed', details: { because: reason, statusWord: '63C2' } } });
          expect(await api.database.query(`select 1 from job where case_id = $1 and state = 'pending' and type = 'write-card'`, [story.id])).toEqual([]);
        },
      );

      it('is not given to another station: only the one that sealed the codes can open them', async () => {
        const story = await sheetOut();
        await story.leave();
        await story.scan(story.envelope.outerCode);
        await api.provision({ stations: [{ desk: 'MS-2', name: 'Postazione 2', enrolmentCode: 'WXYZ-WXYZ-2345' }] });
        const second = await api.stationWith('WXYZ-WXYZ-2345');
        const insertionId = await story.comeBack(second);
        expect(await story.now()).toMatchObject({ state: 'printed', isCardInReader: true, obstacle: { code: 'supervisor-needed', details: { because: 'codes-at-another-station', station: 'Postazione 1' } } });
        await second.remove(insertionId);
        await second.disconnect();
        await story.comeBack();
        expect((await story.now()).state).toBe('writing');
      });

      it('begins when the station connects, for a card that was recognised before its stream was open', async () => {
        const story = await sheetOut();
        await story.leave();
        await story.scan(story.envelope.outerCode);
        await station.disconnect();
        await story.comeBack();
        expect(await story.now()).toMatchObject({ state: 'printed', obstacle: { code: 'station-offline' } });
        await station.connect();
        expect((await story.now()).state).toBe('writing');
      });

      it('says while it runs that its station has gone', async () => {
        const story = await writing();
        await station.disconnect();
        expect(await story.now()).toMatchObject({ state: 'writing', isCardInReader: false, card: null, obstacle: { code: 'station-offline' } });
        await station.connect();
        expect((await story.now()).obstacle).toBeNull();
      });
    });

    it('keeps a job’s message, which names the holder, no longer than the job', async () => {
      const story = await writing();
      await station.written(story.writeJob, story.card);
      const jobs = await api.database.query<{ type: string; state: string; is_gone: boolean }>('select type, state, message is null as is_gone from job where case_id = $1 order by type', [story.id]);
      expect(jobs).toEqual([
        { type: 'print-envelope', state: 'completed', is_gone: true },
        { type: 'print-form', state: 'pending', is_gone: false },
        { type: 'write-card', state: 'completed', is_gone: true },
      ]);
      await story.scan(story.envelope.outerCode);
      expect(await api.database.query(`select 1 from job where case_id = $1 and message is not null`, [story.id])).toEqual([]);
    });
  });
});
