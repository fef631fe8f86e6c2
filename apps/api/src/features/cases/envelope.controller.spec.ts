// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('the case and its paper', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const begin = <State extends 'recognised' | 'printing' | 'sheetOut' | 'writing' | 'written'>(state: State) =>
    DeskStory[state](api, operator, station) as ReturnType<(typeof DeskStory)[State]>;
  const sheetNumbered = async (controlNumber: string) => {
    const [sheet] = await api.database.query<{ state: string; reason: string | null; case_id: string | null }>(
      `select state, reason, case_id from sheet where control_number = $1 and desk_id = (select desk_id from station where id = $2)`,
      [controlNumber, station.id],
    );
    return sheet;
  };

  describe('POST /api/cases/:id/scans', () => {
    it('takes the envelope as the go-ahead: the sheet is in custody, and the write begins', async () => {
      const story = await begin('sheetOut');
      const view = await story.scan(` ${story.envelope.outerCode.toLowerCase()} `);
      expect(view).toMatchObject({ state: 'writing', sheet: { state: 'held' }, phases: [{ phase: 'sheet-scanned' }] });
    });

    it('takes it also before the printer has said that it is done: paper in the hand is the proof', async () => {
      const story = await begin('printing');
      const drawn = await station.draw(story.printJob);
      await station.post('/api/station/intents', drawn.request);
      expect(await story.scan(drawn.outerCode)).toMatchObject({ state: 'writing', sheet: { state: 'held' } });
    });

    it('waits printed while the card is away, and writes by itself when it is back', async () => {
      const story = await begin('sheetOut');
      await story.leave();
      expect(await story.scan(story.envelope.outerCode)).toMatchObject({ state: 'printed', obstacle: { code: 'no-card' } });
      await story.comeBack();
      expect(await story.now()).toMatchObject({ state: 'writing', obstacle: null });
      expect(await station.job('write-card', { caseId: story.id })).toMatchObject({ fence: 1 });
    });

    it('says which sheet was scanned and which is expected', async () => {
      const story = await begin('sheetOut');
      const { controlNumber } = story.envelope.request;
      const refused = await story.scanRefused('000999-K7P4XR').expect(409);
      expect(refused.body).toMatchObject({ code: 'wrong-sheet', details: { scanned: '000999', expected: controlNumber } });
    });

    it('does not take the right number without the characters that only the paper has', async () => {
      const story = await begin('sheetOut');
      const refused = await story.scanRefused(`${story.envelope.request.controlNumber}-AAAAAA`).expect(422);
      expect(refused.body).toMatchObject({ code: 'scan-not-understood', details: { because: 'outer-code' } });
      expect((await story.now()).state).toBe('printing');
    });

    it.each([
      ['RSSMRA80A41H501Y', 'codice-fiscale'],
      ['qualcosa', 'unknown'],
    ])('does not take %s for paper', async (text, because) => {
      const story = await begin('sheetOut');
      expect((await story.scanRefused(text).expect(422)).body).toMatchObject({ code: 'scan-not-understood', details: { because } });
    });

    it('is too early before the codes are drawn, and for the form before the card is written', async () => {
      const printing = await begin('printing');
      expect(codeOf(await printing.scanRefused(`${printing.printJob.controlNumber}-K7P4XR`).expect(409))).toBe('scan-too-early');
      const writing = await begin('writing');
      expect(codeOf(await writing.scanRefused((await writing.now()).formNumber).expect(409))).toBe('scan-too-early');
      const recognised = await begin('recognised');
      expect(codeOf(await recognised.scanRefused('000999-K7P4XR').expect(409))).toBe('scan-too-early');
    });

    it('takes the form’s number as the delivery too, and no other case’s', async () => {
      const story = await begin('written');
      const { formNumber, number } = await story.now();
      const refused = await story.scanRefused(`P${number + 1000}-26`).expect(409);
      expect(refused.body).toMatchObject({ code: 'form-of-another-case', details: { scanned: `P${number + 1000}-26`, expected: formNumber } });
      expect(await story.scan(formNumber)).toMatchObject({ state: 'delivered', sheet: { state: 'delivered' } });
    });

    it('is refused once the envelope is delivered, in words of its own', async () => {
      const story = await begin('written');
      const { formNumber } = await story.scan(story.envelope.outerCode);
      const { controlNumber } = story.envelope.request;
      expect((await story.scanRefused(story.envelope.outerCode).expect(409)).body).toMatchObject({ code: 'sheet-already-delivered', details: { scanned: controlNumber } });
      expect(codeOf(await story.scanRefused(formNumber).expect(409))).toBe('forbidden-transition');
    });

    it('makes the CIP valid, and destroys the blobs, at the delivery and not before', async () => {
      const story = await begin('written');
      const state = () => api.database.query('select cip_valid_from as "validFrom", station_blob is null as "isGone" from intent where case_id = $1', [story.id]);
      expect(await state()).toEqual([{ validFrom: null, isGone: false }]);
      await story.scan(story.envelope.outerCode);
      expect(await state()).toEqual([{ validFrom: api.clock.now(), isGone: true }]);
    });

    it('begins one write, though the scanner fires twice at once', async () => {
      const story = await begin('sheetOut');
      const answers = await Promise.all([1, 2].map(() => story.scanRefused(story.envelope.outerCode)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const jobs = await api.database.query(`select fence from job where case_id = $1 and type = 'write-card'`, [story.id]);
      expect(jobs).toEqual([{ fence: 1 }]);
    });
  });

  describe('POST /api/cases/:id/envelope/void', () => {
    it.each(['sheet-missing', 'sheet-damaged', 'sheet-illegible'])('spoils the sheet (%s), kills its codes, and the next print takes new ones on the next sheet', async (reason) => {
      const story = await begin('sheetOut');
      const { controlNumber } = story.envelope.request;
      const voided = await story.act('envelope/void', { reason });
      expect(voided).toMatchObject({ state: 'authorised', sheet: null, phases: [], obstacle: null });
      expect(await sheetNumbered(controlNumber)).toEqual({ state: 'spoiled', reason, case_id: story.id });
      const [intent] = await api.database.query('select station_blob, vault_blob, cip_verifier, void_reason from intent where case_id = $1', [story.id]);
      expect(intent).toEqual({ station_blob: null, vault_blob: null, cip_verifier: null, void_reason: 'sheet-spoiled' });

      const printing = await story.act('envelope');
      expect(printing.sheet?.controlNumber).not.toBe(controlNumber);
      const job = await station.job('print-envelope', { caseId: story.id });
      expect(job.controlNumber).toBe(printing.sheet?.controlNumber);
      // The old paper opens nothing any more.
      expect(codeOf(await story.scanRefused(story.envelope.outerCode).expect(409))).toBe('sheet-spoiled');
    });

    it('tells which sheet was spoiled, until the next one is printed', async () => {
      const story = await begin('sheetOut');
      const { controlNumber } = story.envelope.request;
      expect((await story.now()).spoiledSheet).toBeNull();
      expect((await story.act('envelope/void', { reason: 'sheet-damaged' })).spoiledSheet).toBe(controlNumber);
      expect((await story.act('envelope')).spoiledSheet).toBeNull();
    });

    it('calls the print off when it has not begun: codes that come late are refused', async () => {
      const story = await begin('printing');
      const drawn = await station.draw(story.printJob);
      await story.act('envelope/void', { reason: 'sheet-missing' });
      expect(codeOf(await station.post('/api/station/intents', drawn.request))).toBe('intent-voided');
    });

    it('voids an envelope that waits for its card', async () => {
      const story = await begin('sheetOut');
      await story.leave();
      await story.scan(story.envelope.outerCode);
      expect(await story.act('envelope/void', { reason: 'sheet-damaged' })).toMatchObject({ state: 'authorised' });
      await story.comeBack();
      expect((await story.now()).state).toBe('authorised');
    });

    it('is refused while the card is being written, and after', async () => {
      const writing = await begin('writing');
      expect(codeOf(await writing.actRefused('envelope/void', { reason: 'sheet-damaged' }))).toBe('forbidden-transition');
      const written = await begin('written');
      expect(codeOf(await written.actRefused('envelope/void', { reason: 'sheet-damaged' }))).toBe('forbidden-transition');
    });
  });

  describe('POST /api/cases/:id/envelope', () => {
    it('is refused unless the case waits for it', async () => {
      const story = await begin('printing');
      expect((await story.actRefused('envelope')).body).toMatchObject({ code: 'forbidden-transition', details: { from: 'printing', to: 'printing' } });
    });

    it('gives a case that prints again the same receipt number, and another the next', async () => {
      const story = await begin('sheetOut');
      const numbers = async () => (await api.database.query<{ n: string }>('select receipt_number as n from activation_case where id = $1', [story.id]))[0]?.n;
      const first = await numbers();
      await story.act('envelope/void', { reason: 'sheet-missing' });
      await story.act('envelope');
      expect(first).toMatch(/^2026-\d{6}$/);
      expect(await numbers()).toBe(first);
    });
  });

  describe('POST /api/cases/:id/suspension', () => {
    it('keeps a written envelope in custody until the citizen comes, and then delivers it', async () => {
      const story = await begin('written');
      const suspended = await story.act('suspension');
      expect(suspended).toMatchObject({ state: 'undelivered', sheet: { state: 'held' }, acts: ['print-form', 'scan'] });
      await story.leave();
      expect(await story.scan(story.envelope.outerCode)).toMatchObject({ state: 'delivered', sheet: { state: 'delivered' } });
    });

    it('is refused before the card is written', async () => {
      const story = await begin('sheetOut');
      expect(codeOf(await story.actRefused('suspension'))).toBe('forbidden-transition');
    });
  });

  describe('POST /api/cases/:id/abandonment', () => {
    it('voids the envelope of a citizen who gives up', async () => {
      const story = await begin('sheetOut');
      await story.leave();
      await story.scan(story.envelope.outerCode);
      expect((await story.act('abandonment')).state).toBe('abandoned');
      expect(await sheetNumbered(story.envelope.request.controlNumber)).toMatchObject({ state: 'spoiled', reason: 'case-ended' });
      expect(await api.database.query('select 1 from intent where case_id = $1 and voided_at is null', [story.id])).toEqual([]);
    });

    it('is refused while a sheet is in the printer: it is voided first', async () => {
      const story = await begin('printing');
      expect((await story.actRefused('abandonment')).body).toMatchObject({ code: 'forbidden-transition', details: { allowed: ['printed', 'authorised'] } });
    });
  });
});
