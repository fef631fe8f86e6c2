// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { issueCard, signProof } from '../../testing/test-cards';

describe('a write', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const sheetOut = () => DeskStory.sheetOut(api, operator, station);
  const writing = () => DeskStory.writing(api, operator, station);

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
    // Nobody knows which codes the chip has now: the card is not offered for another try.
    expect((await story.now()).card?.state).toBe('unknown');
    expect(codeOf(await operator.post('/api/cases', { insertionId: story.insertionId }).expect(422))).toBe('state-unknown');
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
    expect(await story.now()).toMatchObject({ state: 'interrupted', phases: [{ phase: 'sheet-scanned' }], acts: ['print-form'] });
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
