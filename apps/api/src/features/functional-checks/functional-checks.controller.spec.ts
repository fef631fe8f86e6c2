// SPDX-License-Identifier: AGPL-3.0-or-later
import { FunctionalCheckView } from '@sportello/contracts';
import { existingDate } from '@sportello/domain';
import { randomUUID } from 'node:crypto';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { type TestCard, readingOf } from '../../testing/test-cards';

describe('POST /api/functional-checks', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const check = async (insertionId: string, key?: string): Promise<FunctionalCheckView> =>
    FunctionalCheckView.parse((await operator.post('/api/functional-checks', { insertionId }, key).expect(201)).body);
  const checkOf = async (card: TestCard): Promise<FunctionalCheckView> => {
    const insertionId = await station.insert(card);
    const view = await check(insertionId);
    await station.remove(insertionId);
    return view;
  };
  const findingsOf = ({ rows }: FunctionalCheckView) => rows.map(({ finding }) => finding);

  it('says that an inactive card works and can be activated, and opens no case', async () => {
    const card = await api.card();
    const view = await checkOf(card);
    expect(view).toMatchObject({ verdict: 'works', advice: 'activate', idCartaEnding: card.idCarta.slice(-4), cardType: 'ST2021', lot: null });
    expect(findingsOf(view)).toEqual(['chip-read', 'in-force', 'certificate-valid', 'inactive', 'revocation-not-checked', 'lot-none']);
    expect((await operator.desk()).openCases).toEqual([]);
  });

  it('is printed for the citizen to take along, without a name, at the own desk alone', async () => {
    const view = await checkOf(await api.card());
    const { paperId } = (await operator.post(`/api/functional-checks/${view.id}/paper`, { language: 'de' }).expect(202)).body as { readonly paperId: string };
    const job = await station.job('print-paper', { paper: 'functional-check' });
    expect(job).toMatchObject({ jobId: paperId, caseId: null, language: 'de', text: { verdict: 'works', advice: 'activate', cardType: 'ST2021', idCartaLast4: view.idCartaEnding, operator: 'L. Bini' } });
    expect(JSON.stringify(job)).not.toContain('ROSSI');
    expect(codeOf(await (await api.signIn('carli')).post(`/api/functional-checks/${view.id}/paper`, { language: 'it' }))).toBe('not-found');
  });

  it('is of any card: active, expired, of nobody known, and one that has a case', async () => {
    const active = await api.unknownCard();
    await api.provision({ cards: [{ idCarta: active.idCarta, state: 'active' }] });
    expect(await checkOf(active)).toMatchObject({ verdict: 'works', advice: 'fine' });
    expect(await checkOf(await api.card({ expiresOn: existingDate(2026, 11, 23) }))).toMatchObject({ verdict: 'works-not', advice: 'renew' });
    expect(findingsOf(await checkOf(await api.unknownCard()))).toContain('unknown');
    const story = await DeskStory.recognised(api, operator, station);
    expect(await check(story.insertionId)).toMatchObject({ verdict: 'works' });
    expect(await story.now()).toMatchObject({ state: 'recognised', revision: 1 });
    await story.leave();
  });

  it('is of a card that cannot be read, with what is known of it', async () => {
    const [at, insertionId] = [api.clock.now().toISOString(), randomUUID()];
    await station.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at });
    expect((await operator.post('/api/functional-checks', { insertionId }).expect(409)).body).toMatchObject({ code: 'no-card', details: { state: 'reading' } });
    await station.cardEvent({ type: 'not-usable', reader: 'citizen', insertionId, at, reason: 'faulty-chip', cardType: 'OT2015' });
    expect(await check(insertionId)).toMatchObject({ verdict: 'works-not', advice: 'clean-and-replace', idCartaEnding: null, cardType: 'OT2015' });
    await station.remove(insertionId);
  });

  it('is of a card in the operator’s reader too', async () => {
    const [at, insertionId, card] = [api.clock.now().toISOString(), randomUUID(), await api.card()];
    await station.cardEvent({ type: 'inserted', reader: 'operator', insertionId, at });
    await station.cardEvent({ type: 'recognised', reader: 'operator', insertionId, at, reading: readingOf(card) });
    expect(await check(insertionId)).toMatchObject({ verdict: 'works' });
    await station.remove(insertionId);
  });

  it('names the lot that somebody reported, until it is withdrawn', async () => {
    const card = await api.card();
    const lot = { name: 'Lotto 7', cardType: 'ST2021', firstIdCarta: `${card.idCarta.slice(0, 15)}0`, lastIdCarta: `${card.idCarta.slice(0, 15)}9` };
    await api.provision({ reportedLots: [{ ...lot, name: 'Altro tipo', cardType: 'AC2018' }] });
    expect(await checkOf(card)).toMatchObject({ verdict: 'works', lot: null });
    await api.provision({ reportedLots: [lot] });
    expect(await checkOf(card)).toMatchObject({ verdict: 'doubtful', advice: 'bad-lot', lot: 'Lotto 7' });
    await api.provision({ reportedLots: [{ ...lot, isWithdrawn: true }] });
    expect(await checkOf(card)).toMatchObject({ verdict: 'works', lot: null });
  });

  it('wants this card, still in the reader, and an operator whose card it is not', async () => {
    const card = await api.card();
    const insertionId = await station.insert(card);
    expect(codeOf(await operator.post('/api/functional-checks', { insertionId: randomUUID() }).expect(409))).toBe('card-changed');
    await api.database.query('update operator set codice_fiscale = $1 where username = $2', [card.holder.codiceFiscale.value, 'bini']);
    expect(codeOf(await operator.post('/api/functional-checks', { insertionId }).expect(403))).toBe('own-card');
    await api.database.query('update operator set codice_fiscale = null');
    const sarti = await api.signIn('sarti');
    expect(codeOf(await sarti.post('/api/functional-checks', { insertionId }).expect(403))).toBe('forbidden');
    await station.remove(insertionId);
    expect(codeOf(await operator.post('/api/functional-checks', { insertionId }).expect(409))).toBe('card-removed');
    expect(codeOf(await operator.post('/api/functional-checks', { insertionId: randomUUID() }).expect(409))).toBe('no-card');
  });

  it('happens once for each key, is told in the log, and keeps nothing of the person', async () => {
    const card = await api.card();
    const [insertionId, key] = [await station.insert(card), randomUUID()];
    const [first, second] = [await check(insertionId, key), await check(insertionId, key)];
    expect(second).toEqual(first);
    const kept = await api.database.query<{ text: string }>('select c::text as text from functional_check c where insertion_id = $1', [insertionId]);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.text).not.toMatch(new RegExp(`${card.idCarta}|${card.holder.codiceFiscale.value}|ROSSI`));
    expect(await api.database.query(`select details from audit_row where act = 'card.checked' and details ->> 'checkId' = $1`, [first.id])).toEqual([
      { details: { checkId: first.id, insertionId, cardType: 'ST2021', verdict: 'works', advice: 'activate' } },
    ]);
    await station.remove(insertionId);
  });
});
