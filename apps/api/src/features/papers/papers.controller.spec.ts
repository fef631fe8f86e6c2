// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PaperOrderView } from '@sportello/contracts';
import { checkProof } from '@sportello/seal';
import { randomUUID } from 'node:crypto';
import { VISITS, application } from '../../testing/applications';
import { DeskStory } from '../../testing/desk-story';
import { seal } from '../../testing/log-reader';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('papers without a code', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const stateOf = async ({ id }: PaperOrderView): Promise<string> => ((await operator.get(`/api/papers/${id}`).expect(200)).body as PaperOrderView).state;
  const ordered = async (path: string, body: object): Promise<PaperOrderView> => {
    const response = await operator.post(path, body);
    if (response.status !== 200) throw new Error(`not ordered: ${response.text}`);
    return response.body as PaperOrderView;
  };

  describe('of no case', () => {
    it.each([
      [{ paper: 'what-to-bring', language: 'it', kind: 'parent-of-minor', purpose: 'activation' }, { kind: 'parent-of-minor' }],
      [{ paper: 'return-slip', language: 'de', reason: 'paper-id' }, { reason: 'paper-id', caseNumber: null }],
      [{ paper: 'delegation', language: 'en' }, { holder: null, delegate: null, formNumber: null }],
      [{ paper: 'leaflet', language: 'it', cardType: 'AC2018' }, { cardType: 'AC2018', software: 'IDProtect (Athena/Actalis)' }],
      [{ paper: 'leaflet', language: 'it' }, { cardType: null, software: null }],
    ] as const)('are printed for whoever asks in the queue: %j', async (request, text) => {
      const order = await ordered('/api/papers', request);
      expect(order).toMatchObject({ paper: request.paper, state: 'pending' });
      const job = await station.job('print-paper', { paper: request.paper });
      expect(job).toMatchObject({ jobId: order.id, caseId: null, language: request.language, text, head: { body: 'Azienda sanitaria di esempio', desk: { name: 'Sportello 2', place: 'Massa' }, noticeVersion: '3' } });
      expect((await station.report(job.jobId, { type: 'submitted' })).status).toBe(204);
      expect((await station.report(job.jobId, { type: 'completed' })).status).toBe(204);
      expect(await stateOf(order)).toBe('completed');
    });

    it('tell the software of the card in the reader', async () => {
      const insertionId = await station.insert(await api.card({ cardType: 'ID2019' }));
      await ordered('/api/papers', { paper: 'leaflet', language: 'it', insertionId });
      expect((await station.job('print-paper', { paper: 'leaflet' })).text).toMatchObject({ cardType: 'ID2019', software: 'Bit4id xpki' });
      await station.remove(insertionId);
      expect(codeOf(await operator.post('/api/papers', { paper: 'leaflet', language: 'it', insertionId }))).toBe('card-removed');
    });

    it('say when none came out, on the desk’s page at once, and are told in the log by their sort alone', async () => {
      const events = await operator.events();
      const order = await ordered('/api/papers', { paper: 'return-slip', language: 'it', reason: 'document-expired' });
      const { jobId } = await station.job('print-paper', { paper: 'return-slip' });
      const failed = { type: 'print-failed', reason: 'printer', condition: 'media-jam', wasSubmitted: true } as const;
      // A lost answer is asked for again.
      for (let time = 0; time < 2; time += 1) expect((await station.report(jobId, failed)).status).toBe(204);
      await events.next(({ data }) => JSON.stringify(data).includes(order.id));
      events.close();
      expect(await stateOf(order)).toBe('failed');
      const told = await api.database.query<{ act: string; details: object }>(`select act, details from audit_row where act like 'paper.%' order by at desc, id desc limit 2`);
      expect(told.map(({ act }) => act).sort()).toEqual(['paper.ordered', 'paper.print-failed']);
      expect(told.find(({ act }) => act === 'paper.ordered')?.details).toEqual({ paper: 'return-slip', stationId: station.id });
    });

    it('are ordered once per key', async () => {
      const key = randomUUID();
      const body = { paper: 'delegation', language: 'it' };
      const [first, again] = [await operator.post('/api/papers', body, key), await operator.post('/api/papers', body, key)];
      expect(again.body).toEqual(first.body);
    });

    it('are not printed while the printer cannot, nor by somebody who does not work the desk, and are no other desk’s to ask about', async () => {
      const body = { paper: 'delegation', language: 'it' };
      await station.status({ ...READY, forms: 'media-empty' });
      expect((await operator.post('/api/papers', body)).body).toMatchObject({ code: 'printer-unavailable', details: { printer: 'forms', condition: 'media-empty' } });
      await station.status(READY);
      expect(codeOf(await (await api.signIn('sarti')).post('/api/papers', body))).toBe('forbidden');
      const order = await ordered('/api/papers', body);
      await (await api.signIn('carli')).get(`/api/papers/${order.id}`).expect(404);
    });
  });

  describe('of a case', () => {
    it('are filled in with what the card says before anybody is identified', async () => {
      const story = await DeskStory.recognised(api, operator, station);
      const { number } = await story.now();
      await ordered(`/api/cases/${story.id}/papers`, { paper: 'self-declaration', language: 'it', declaration: 'loss-of-codes', signing: 'own-hand' });
      const { text } = await station.job('print-paper', { caseId: story.id, paper: 'self-declaration' });
      expect(text).toMatchObject({ formNumber: `D${number}-26`, declarant: { fullName: 'ROSSI MARIA', sex: 'F' }, document: null, holders: [{ fullName: 'ROSSI MARIA', idCartaLast4: story.card.idCarta.slice(-4) }] });
      await ordered(`/api/cases/${story.id}/papers`, { paper: 'delegation', language: 'it' });
      expect((await station.job('print-paper', { caseId: story.id, paper: 'delegation' })).text).toMatchObject({ formNumber: `G${number}-26`, holder: { fullName: 'ROSSI MARIA' }, delegate: null });
      await story.leave();
      expect(codeOf(await operator.post(`/api/cases/${story.id}/papers`, { paper: 'delegation', language: 'it' }))).toBe('no-card');
    });

    it('name who will sign by the card in the second reader, and after the identification by the document, with the decree', async () => {
      const [card, applicant] = [await api.card(VISITS['support-administrator'].holder), await api.unknownCard(VISITS['support-administrator'].applicant ?? {})];
      const insertionId = await station.insert(card);
      const view = await operator.open(insertionId, { kind: 'support-administrator' });
      expect(view.acts).toContain('print-self-declaration');
      const declared = async () => {
        await ordered(`/api/cases/${view.id}/papers`, { paper: 'self-declaration', language: 'it', declaration: 'support-administration', signing: 'own-hand' });
        return (await station.job('print-paper', { caseId: view.id, paper: 'self-declaration' })).text;
      };
      expect(await declared()).toMatchObject({ declarant: { fullName: '' }, decree: null });
      const stay = await station.show(applicant);
      expect(await declared()).toMatchObject({ declarant: { fullName: 'CIONI LIA', birthDate: '1980-09-09' }, holders: [{ fullName: 'MORI ADA' }] });
      await operator.act(view, 'identification', application(view, applicant, stay));
      await station.remove(stay, 'operator');
      expect(await declared()).toMatchObject({ declarant: { fullName: 'CIONI LIA' }, document: { type: 'cie', last4: '45AB' }, decree: { number: '412/2024', court: 'Tribunale di Massa' } });
      await operator.act(await operator.case(view.id), 'abandonment');
      await station.remove(insertionId);
    });

    it('are filed when they come back signed, each once, before anybody is identified, too', async () => {
      const insertionId = await station.insert(await api.activeCard());
      const view = await operator.open(insertionId, { duplicate: { reason: 'pin-lost' } });
      const filed = await operator.scan(view, `D${view.number}-26`);
      expect(filed).toMatchObject({ state: 'recognised', papersFiled: [{ paper: 'self-declaration' }] });
      expect((await operator.scan(view, `d${view.number}-26`)).papersFiled).toHaveLength(1);
      expect(codeOf(await operator.post(`/api/cases/${view.id}/scans`, { text: `D${view.number + 1}-26` }))).toBe('form-of-another-case');
      const told = await api.database.query(`select details from audit_row where case_id = $1 and act = 'case.paper-filed'`, [view.id]);
      expect(told).toEqual([{ details: { paper: 'self-declaration' } }]);
      await operator.act(filed, 'abandonment');
      await station.remove(insertionId);
    });

    it('call off the same one that still waits, and no other', async () => {
      const story = await DeskStory.recognised(api, operator, station);
      const path = `/api/cases/${story.id}/papers`;
      const declaration = { paper: 'self-declaration', language: 'it', signing: 'own-hand' } as const;
      const first = await ordered(path, { ...declaration, declaration: 'loss-of-codes' });
      const other = await ordered(path, { ...declaration, declaration: 'emancipation' });
      const second = await ordered(path, { ...declaration, declaration: 'loss-of-codes' });
      expect([await stateOf(first), await stateOf(other), await stateOf(second)]).toEqual(['cancelled', 'pending', 'pending']);
      expect((await station.report(first.id, { type: 'submitted' })).body).toMatchObject({ code: 'intent-voided' });
      await story.act('abandonment');
      expect([await stateOf(other), await stateOf(second)]).toEqual(['cancelled', 'cancelled']);
    });

    it('give the receipt again from the printing on, with the operator who identified, and say when it was delivered', async () => {
      const early = await DeskStory.recognised(api, operator, station);
      expect(codeOf(await operator.post(`/api/cases/${early.id}/papers`, { paper: 'receipt', language: 'it' }))).toBe('forbidden-transition');
      const story = await DeskStory.written(api, operator, station);
      await ordered(`/api/cases/${story.id}/papers`, { paper: 'receipt', language: 'it' });
      expect((await station.job('print-paper', { caseId: story.id, paper: 'receipt' })).text).toMatchObject({ operator: 'L. Bini', holder: { fullName: 'ROSSI MARIA' }, applicant: null, deliveredAt: null });
      const { changedAt } = await story.scan(story.envelope.outerCode);
      await ordered(`/api/cases/${story.id}/papers`, { paper: 'receipt', language: 'en' });
      expect((await station.job('print-paper', { caseId: story.id, paper: 'receipt' })).text).toMatchObject({ deliveredAt: changedAt });
    });

    it('prove on a receipt that the delivery is in the log, once it is sealed; until then the receipt comes without', async () => {
      const story = await DeskStory.written(api, operator, station);
      await seal(api);
      await story.scan(story.envelope.outerCode);
      const proofOnReceipt = async () => {
        await ordered(`/api/cases/${story.id}/papers`, { paper: 'receipt', language: 'it' });
        const { text } = await station.job('print-paper', { caseId: story.id, paper: 'receipt' });
        return text.paper === 'receipt' ? text.logProof : undefined;
      };
      await seal(api);
      const proof = (await proofOnReceipt()) ?? '';
      expect(proof.length).toBeLessThan(1_200);
      expect(checkProof(proof, api.keys.audit.newest.publicKey)).toMatchObject({ kind: 'proven', row: { act: 'case.delivered', case_id: story.id }, header: { log: 'acts' } });
      const { surname, name, codiceFiscale } = story.card.holder;
      for (const personal of [surname, name, codiceFiscale.value]) expect(JSON.stringify(checkProof(proof, api.keys.audit.newest.publicKey))).not.toContain(personal);
      // As if no block had it yet.
      await api.database.query(`alter table audit_leaf disable trigger user; delete from audit_leaf where position in (select position from audit_row where case_id = '${story.id}')`);
      expect(await proofOnReceipt()).toBeNull();
    });

    it('bear the case’s number on the slip of who comes back without queueing', async () => {
      const story = await DeskStory.recognised(api, operator, station);
      const { number } = await story.now();
      const slip = { paper: 'return-slip', language: 'it', reason: 'approval-waiting' } as const;
      await ordered(`/api/cases/${story.id}/papers`, { ...slip, hasPriority: true });
      expect((await station.job('print-paper', { paper: 'return-slip' })).text).toMatchObject({ caseNumber: number });
      await ordered(`/api/cases/${story.id}/papers`, { paper: 'leaflet', language: 'it' });
      expect((await station.job('print-paper', { caseId: story.id, paper: 'leaflet' })).text).toMatchObject({ cardType: story.card.cardType });
    });

    it('deliver nothing when a declaration or a delegation is scanned, and leave the case alone when one fails', async () => {
      const story = await DeskStory.written(api, operator, station);
      const { number } = await story.now();
      for (const letter of ['D', 'G']) expect((await story.scan(`${letter}${number}-26`)).state).toBe('written');
      const { revision } = await story.now();
      const order = await ordered(`/api/cases/${story.id}/papers`, { paper: 'leaflet', language: 'it' });
      await station.report(order.id, { type: 'print-failed', reason: 'printer', condition: 'media-jam', wasSubmitted: false });
      expect(await story.now()).toMatchObject({ state: 'written', revision, obstacle: null });
    });

    it('are no other desk’s, and not on the own card', async () => {
      const story = await DeskStory.recognised(api, operator, station);
      const body = { paper: 'leaflet', language: 'it' };
      expect(codeOf(await (await api.signIn('carli')).post(`/api/cases/${story.id}/papers`, body))).toBe('not-found');
      await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [story.card.holder.codiceFiscale.value]);
      expect(codeOf(await operator.post(`/api/cases/${story.id}/papers`, body))).toBe('own-card');
      await api.database.query(`update operator set codice_fiscale = null where username = 'bini'`);
    });
  });
});
