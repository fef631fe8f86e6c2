// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import type { OperatorClient } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { readingOf } from '../../testing/test-cards';

describe('a card that comes into the reader', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  it('is there although its write cannot go on: the station is not left to say it for ever', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    await story.leave();
    await story.scan(story.envelope.outerCode);
    await api.database.query('update transport_codes set encrypted = $2 where id_carta = $1', [story.card.idCarta, Buffer.alloc(40)]);
    await story.comeBack();
    expect((await operator.desk()).cardInReader).toMatchObject({ state: 'recognised', openCaseId: story.id });
    expect((await story.now()).state).toBe('printed');
    expect(api.logLines.some((line) => line.includes('a write did not go on'))).toBe(true);
  });

  it('is counted by the type that its ATR names, although nothing of it can be read', async () => {
    const insertionId = '01a20771-2ab4-756c-ba98-c82d68c03701';
    await station.cardEvent({ type: 'not-usable', reader: 'citizen', insertionId, at: api.clock.now().toISOString(), reason: 'faulty-chip', cardType: 'ST2022' });
    expect(await api.database.query('select reason, card_type from visit where insertion_id = $1', [insertionId])).toEqual([{ reason: 'faulty-chip', card_type: 'ST2022' }]);
    await station.remove(insertionId);
  });

  it('is shown as untrusted, and does not choke the desk, when a date in its certificate is none', async () => {
    const card = await api.card();
    const der = Buffer.from(card.issued.certificateDer);
    der.set(Buffer.from('32AB01'), der.indexOf('320101', 0, 'latin1'));
    const insertionId = '01a20771-2ab4-756c-ba98-c82d68c0377e';
    const at = api.clock.now().toISOString();
    await station.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at });
    await station.cardEvent({ type: 'recognised', reader: 'citizen', insertionId, at, reading: { ...readingOf(card), certificate: der.toString('base64url') } });
    expect((await operator.desk()).cardInReader).toMatchObject({ state: 'recognised', card: { certificate: { status: 'untrusted' } } });
  });
});
