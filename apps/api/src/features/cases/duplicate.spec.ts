// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, WriteCardJob } from '@sportello/contracts';
import { application } from '../../testing/applications';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { Envelope } from '../../testing/desk-story';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import type { TestCard } from '../../testing/test-cards';

describe('a duplicate of codes', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let supervisor: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, supervisor, station] = await Promise.all([api.signIn(), api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  /** New codes lie in their envelope, and the station was told to write them. */
  const writing = async (card: TestCard): Promise<{ readonly view: CaseView; readonly envelope: Envelope; readonly job: WriteCardJob; readonly insertionId: string }> => {
    const insertionId = await station.insert(card);
    const view = await operator.open(insertionId, { duplicate: { reason: 'pin-lost' } });
    await operator.act(view, 'identification', application(view, null));
    const envelope = await station.print(await station.job('print-envelope', { caseId: view.id }));
    await operator.scan(view, envelope.outerCode);
    return { view, envelope, job: await station.job('write-card', { caseId: view.id }), insertionId };
  };
  const delivered = async (card: TestCard): Promise<CaseView> => {
    const { view, envelope, job, insertionId } = await writing(card);
    await station.written(job, card);
    api.clock.pass({ seconds: 3 });
    const done = await operator.scan(view, envelope.outerCode);
    await station.remove(insertionId);
    return done;
  };
  const cips = (card: TestCard) => api.database.query<{ case_id: string; is_valid: boolean }>(`select case_id, cip_valid_from is not null as is_valid from intent where id_carta = $1 and cip_verifier is not null order by created_at`, [card.idCarta]);
  const stateOf = async (card: TestCard): Promise<string | undefined> => {
    const insertionId = await station.insert(card);
    const { cardInReader } = await operator.desk();
    await station.remove(insertionId);
    return cardInReader?.state === 'recognised' ? cardInReader.card.state : undefined;
  };
  const openRefused = async (card: TestCard, wish: object) => {
    const insertionId = await station.insert(card);
    const refused = await operator.post('/api/cases', { insertionId, ...wish });
    await station.remove(insertionId);
    return codeOf(refused);
  };
  const duplicate = { duplicate: { reason: 'puk-lost' } };

  it('is for a card in use', async () => {
    expect(await openRefused(await api.issuersCard(), duplicate)).toBe('not-active-yet');
    expect(await openRefused(await api.activeCard(), {})).toBe('already-active');
  });

  it('is refused where the codes can be set with the card’s own PUK only', async () => {
    expect(await openRefused(await api.activeCard({ cardType: 'ST2021' }), duplicate)).toBe('codes-not-replaceable');
    const [visit] = await api.database.query<{ reason: string }>('select reason from visit order by id desc limit 1');
    expect(visit?.reason).toBe('codes-not-replaceable');
  });

  it('asks the holder to sign for the loss', async () => {
    const insertionId = await station.insert(await api.activeCard());
    const view = await operator.open(insertionId, { duplicate: { reason: 'envelope-lost' } });
    expect(view).toMatchObject({ purpose: 'duplicate', duplicateReason: 'envelope-lost', needs: { declarations: ['loss-of-codes'], printouts: ['envelope', 'form', 'self-declaration'] } });
    expect(codeOf(await operator.post(`/api/cases/${view.id}/identification`, application(view, null, null, { declarations: [] })))).toBe('declaration-missing');
    await station.remove(insertionId);
  });

  it('ends the CIP of the earlier envelope when the new one is in the citizen’s hand, and not before', async () => {
    const card = await api.activeCard();
    const one = await delivered(card);
    expect(await cips(card)).toEqual([{ case_id: one.id, is_valid: true }]);
    const { view, envelope, job, insertionId } = await writing(card);
    await station.written(job, card);
    expect(await cips(card)).toEqual([{ case_id: one.id, is_valid: true }, { case_id: view.id, is_valid: false }]);
    api.clock.pass({ seconds: 3 });
    await operator.scan(view, envelope.outerCode);
    await station.remove(insertionId);
    expect(await cips(card)).toEqual([{ case_id: view.id, is_valid: true }]);
  });

  it('that was torn goes on with the same codes when the card is back', async () => {
    const card = await api.activeCard();
    const { view, job, insertionId } = await writing(card);
    await station.report(job.jobId, { type: 'interrupted', fence: job.fence, reason: 'card-removed', statusWord: null });
    await station.remove(insertionId);
    expect((await operator.case(view.id)).state).toBe('interrupted');
    const back = await station.insert(card);
    const again = await station.job('write-card', { caseId: view.id });
    expect(again).toMatchObject({ intentId: job.intentId, fence: job.fence + 1, authority: { method: 'issuer-auth' } });
    await station.written(again, card);
    expect((await operator.case(view.id)).state).toBe('written');
    await station.remove(back);
  });

  it('closed as lost leaves the card active, its old CIP good, and another duplicate possible', async () => {
    const card = await api.activeCard();
    const first = await delivered(card);
    const { view, job, insertionId } = await writing(card);
    await station.report(job.jobId, { type: 'interrupted', fence: job.fence, reason: 'refused-by-card', statusWord: '6F00' });
    await station.remove(insertionId);
    const interrupted = await supervisor.case(view.id);
    expect((await supervisor.act(interrupted, 'loss', { reason: 'La tessera non risponde' })).state).toBe('lost');
    expect(await stateOf(card)).toBe('active');
    expect(await cips(card)).toEqual([{ case_id: first.id, is_valid: true }]);
    expect((await delivered(card)).state).toBe('delivered');
  });

  it('whose proof is not good makes the card one that nobody believes', async () => {
    const card = await api.activeCard();
    const { view, job, insertionId } = await writing(card);
    await station.written(job, card, { signature: Buffer.alloc(256, 1).toString('base64url') });
    await station.remove(insertionId);
    expect((await operator.case(view.id)).state).toBe('faulty');
    expect(await stateOf(card)).toBe('unknown');
    expect(await openRefused(card, duplicate)).toBe('state-unknown');
  });
});
