// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FoundCase, SearchResult } from '@sportello/contracts';
import { omocodesOf } from '@sportello/domain';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('POST /api/searches', () => {
  let api: TestApi;
  let bini: OperatorClient;
  let carli: OperatorClient;
  let sarti: OperatorClient;
  let station: StationClient;
  let story: DeskStory;

  beforeAll(async () => {
    api = await TestApi.start();
    [bini, carli, sarti, station] = await Promise.all([api.signIn(), api.signIn('carli'), api.signIn('sarti'), api.station()]);
    story = await DeskStory.written(api, bini, station);
    await story.scan((await story.now()).formNumber);
    await story.leave();
  });
  afterAll(() => api.close());

  const search = async (text: string, who: OperatorClient = bini): Promise<readonly FoundCase[]> => SearchResult.parse((await who.post('/api/searches', { text }).expect(200)).body).cases;
  const receipt = async (): Promise<string> => (await api.database.query<{ r: string }>('select receipt_number as r from activation_case where id = $1', [story.id]))[0]?.r ?? '';

  it('finds a delivered case by whatever names it', async () => {
    const { number, formNumber, sheet } = await story.now();
    const { idCarta, holder } = story.card;
    const texts = [holder.codiceFiscale.value, idCarta, idCarta.slice(-8), sheet?.controlNumber ?? '', `${sheet?.controlNumber ?? ''}-K7P4XR`, await receipt(), formNumber, String(number)];
    for (const text of texts) expect([text, await search(text)]).toMatchObject([text, [{ id: story.id, state: 'delivered', initials: 'M.R.', controlNumber: sheet?.controlNumber, isOwnDesk: true }]]);
  });

  it('finds one person by an omocode too, and tells no name', async () => {
    const code = story.card.holder.codiceFiscale;
    const [omocode = ''] = code.kind === 'regular' ? omocodesOf(code) : [];
    const response = await bini.post('/api/searches', { text: omocode.toLowerCase() }).expect(200);
    expect(response.body).toMatchObject({ cases: [{ id: story.id }], hasMore: false });
    expect(response.text).not.toMatch(/ROSSI|MARIA|RSSMRA/);
  });

  it('shows an operator the own desk’s cases, and a supervisor those of all desks of the body', async () => {
    expect(await search(story.card.idCarta, carli)).toEqual([]);
    const carrara = await api.station('carrara');
    const there = await DeskStory.recognised(api, carli, carrara);
    expect(await search(there.card.idCarta)).toEqual([]);
    expect(await search(there.card.idCarta, sarti)).toMatchObject([{ id: there.id, desk: 'Sportello 1', isOwnDesk: false, state: 'recognised', controlNumber: null }]);
    // It is looked at with the other desk's card panel empty, and nothing can be done with it from here.
    expect(await sarti.case(there.id)).toMatchObject({ isOwnDesk: false, card: null, document: null, isCardInReader: false, acts: [] });
    await bini.get(`/api/cases/${there.id}`).expect(404);
    await there.leave();
    await carrara.disconnect();
  });

  it('is not for people who see no case, and says when a text names nothing', async () => {
    const admin = await api.signIn('admin');
    expect(codeOf(await admin.post('/api/searches', { text: '119' }).expect(403))).toBe('forbidden');
    expect(codeOf(await bini.post('/api/searches', { text: 'Rossi Maria' }).expect(422))).toBe('search-not-understood');
    expect(await search('999999')).toEqual([]);
  });

  it('stops at twenty, the newest first', async () => {
    await api.database.query(
      `insert into activation_case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + n, 'opened_at', c.opened_at + n * interval '1 second'))).*
       from activation_case c, generate_series(1, 24) n where c.id = $1`,
      [story.id],
    );
    const { cases, hasMore } = SearchResult.parse((await bini.post('/api/searches', { text: story.card.idCarta }).expect(200)).body);
    expect(cases.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => 1024 - index));
    expect(hasMore).toBe(true);
  });

  it('is written down as a look, without the text', async () => {
    const text = story.card.holder.codiceFiscale.value;
    await search(text);
    const [row] = await api.database.query<{ act: string; details: object; all: string }>(`select act, details, r::text as all from audit_row r order by at desc, id desc limit 1`);
    expect(row).toMatchObject({ act: 'case.searched', details: { by: ['person'], found: 20 } });
    expect(row?.all).not.toContain(text);
    expect(api.logLines.join('')).not.toContain(text);
  });

  it('finds by its indexes, whatever the number of cases', async () => {
    const plan = (sql: string): Promise<string> => api.database.query<{ 'QUERY PLAN': string }>(`explain ${sql}`).then((lines) => lines.map((line) => line['QUERY PLAN']).join('\n'));
    await api.database.query('set enable_seqscan = off');
    expect(await plan(`select id from activation_case where right(id_carta, 8) = any('{00000000}')`)).toContain('ix_activation_case_id_carta_ending');
    expect(await plan(`select id from activation_case where holder is not null and holder ->> 'codiceFiscale' = any('{X}')`)).toContain('ix_activation_case_holder_code');
  });
});
