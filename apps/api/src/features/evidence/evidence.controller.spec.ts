// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceView } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { pdfWith } from '../../testing/pdf-files';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

const picture = (background = '#884422') => sharp({ create: { width: 640, height: 480, channels: 3, background } }).jpeg().toBuffer();

describe('files of a case', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;
  let story: DeskStory;
  let path: string;

  beforeAll(async () => {
    api = await TestApi.start();
    station = await api.station();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    operator = await api.signIn();
    story = await DeskStory.recognised(api, operator, station);
    path = `/api/cases/${story.id}/evidence`;
  });

  afterEach(() => story.leave());

  const add = async (paper: string, bytes: Uint8Array): Promise<EvidenceView> => (await operator.postBytes(`${path}/${paper}`, bytes).expect(201)).body as EvidenceView;
  const told = (act: string) => api.database.query<{ operator_id: string; details: Record<string, unknown> }>('select operator_id, details from audit_row where case_id = $1 and act = $2 order by position', [story.id, act]);

  it('are kept encrypted, listed without being looked at, and come back as what they are', async () => {
    const bytes = await picture();
    const { files, canAdd, canWithdraw } = await add('delegation', bytes);
    expect([canAdd, canWithdraw]).toEqual([true, true]);
    const [file] = files;
    expect(files).toEqual([{ id: file?.id, paper: 'delegation', type: 'jpeg', pages: 1, size: expect.any(Number) as number, addedAt: api.clock.now().toISOString(), addedBy: 'L. Bini', withdrawal: null, erasedAt: null }]);
    const [row] = await api.database.query<{ content: Buffer; wrapped_key: Buffer; key_version: number }>('select content, wrapped_key, key_version from evidence_file where id = $1', [file?.id]);
    expect(row?.key_version).toBe(1);
    expect(row?.content.subarray(0, 3)).not.toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect((await operator.get(path).expect(200)).body).toEqual((await operator.get(path).expect(200)).body);
    expect(await told('evidence.looked-at')).toEqual([]);

    const seen = await operator.get(`${path}/${file?.id}`).buffer(true).expect(200);
    expect(seen.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'content-disposition': `inline; filename="${file?.id}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(await sharp(seen.body as Buffer).metadata()).toMatchObject({ format: 'jpeg', width: 640 });
    const small = await operator.get(`${path}/${file?.id}/thumbnail`).expect(200);
    expect(await sharp(small.body as Buffer).metadata()).toMatchObject({ width: 320 });
  });

  it('tell in the log who added, looked and took back, by file, and nothing else', async () => {
    const [file] = (await add('court-paper', pdfWith({ pages: 2 }))).files;
    const supervisor = await api.signIn('sarti');
    await supervisor.get(`${path}/${file?.id}/thumbnail`).expect(200);
    await operator.get(`${path}/${file?.id}/pages/2`).expect(200).expect('content-type', 'image/jpeg');
    await operator.get(`${path}/${file?.id}`).expect(200).expect('content-disposition', `attachment; filename="${file?.id}.pdf"`);
    const idOf = async (username: string) => (await api.database.query<{ id: string }>('select id from operator where username = $1', [username]))[0]?.id;
    const [bini, sarti] = [await idOf('bini'), await idOf('sarti')];
    expect(await told('evidence.added')).toEqual([{ operator_id: bini, details: { fileId: file?.id, paper: 'court-paper', type: 'pdf', pages: 2, size: file?.size } }]);
    expect(await told('evidence.looked-at')).toEqual([
      { operator_id: sarti, details: { fileId: file?.id, paper: 'court-paper', part: 'thumbnail' } },
      { operator_id: bini, details: { fileId: file?.id, paper: 'court-paper', part: 'content', page: 2 } },
      { operator_id: bini, details: { fileId: file?.id, paper: 'court-paper', part: 'content' } },
    ]);
    expect(codeOf(await operator.get(`${path}/${file?.id}/pages/3`).expect(404))).toBe('not-found');
  });

  it('that were added by mistake are taken back: the row stays and the bytes do not', async () => {
    const [file] = (await add('delegation', await picture())).files;
    const after = (await operator.post(`${path}/${file?.id}/withdrawal`, { reason: 'another-person' }).expect(200)).body as EvidenceView;
    expect(after.files[0]?.withdrawal).toEqual({ at: api.clock.now().toISOString(), by: 'L. Bini', reason: 'another-person' });
    expect(await api.database.query('select content, thumbnail, wrapped_key, key_version from evidence_file where id = $1', [file?.id])).toEqual([{ content: null, thumbnail: null, wrapped_key: null, key_version: null }]);
    expect(codeOf(await operator.get(`${path}/${file?.id}`).expect(410))).toBe('evidence-gone');
    expect(codeOf(await operator.post(`${path}/${file?.id}/withdrawal`, { reason: 'unreadable' }).expect(410))).toBe('evidence-gone');
    expect(codeOf(await operator.post(`${path}/${randomUUID()}/withdrawal`, { reason: 'unreadable' }).expect(404))).toBe('not-found');
    expect((await told('evidence.withdrawn')).map(({ details }) => details)).toEqual([{ fileId: file?.id, paper: 'delegation', reason: 'another-person' }]);
  });

  it('are added once for each key, and another file under the key is refused', async () => {
    const [key, bytes] = [randomUUID(), await picture()];
    await operator.postBytes(`${path}/delegation`, bytes, key).expect(201);
    const again = (await operator.postBytes(`${path}/delegation`, bytes, key).expect(201)).body as EvidenceView;
    expect(again.files).toHaveLength(1);
    expect(codeOf(await operator.postBytes(`${path}/delegation`, await picture('#000000'), key).expect(422))).toBe('idempotency-key-reused');
  });

  it('are refused by what they contain, with what the words need and nothing kept', async () => {
    const refusal = async (bytes: Uint8Array, status: number) => (await operator.postBytes(`${path}/delegation`, bytes).expect(status)).body as { code: string; details?: unknown };
    expect(await refusal(Buffer.from('<svg/>'), 415)).toMatchObject({ code: 'evidence-type-refused' });
    expect(await refusal(Buffer.alloc(1_000_001), 413)).toMatchObject({ code: 'evidence-too-large', details: { exceeded: 'bytes', megabytes: 1, megapixels: 4, pages: 3 } });
    expect(await refusal(pdfWith({ pages: 4 }), 413)).toMatchObject({ code: 'evidence-too-large', details: { exceeded: 'pages' } });
    expect(await refusal(pdfWith({ catalog: '/OpenAction<</S/JavaScript/JS(1)>>' }), 422)).toMatchObject({ code: 'evidence-active-content', details: { found: 'OpenAction' } });
    expect(await refusal((await picture()).subarray(0, 500), 422)).toMatchObject({ code: 'evidence-unreadable' });
    expect(codeOf(await operator.post(`${path}/delegation`, { file: 'AAAA' }).expect(400))).toBe('invalid-request');
    expect(codeOf(await operator.postBytes(`${path}/selfie`, await picture()).expect(400))).toBe('invalid-request');
    expect(((await operator.get(path)).body as EvidenceView).files).toEqual([]);
  });

  it('are as many as a case may have, those taken back not counted', async () => {
    const bytes = await picture();
    const last = randomUUID();
    for (let count = 0; count < 3; count += 1) await add('signed-form', bytes);
    await operator.postBytes(`${path}/signed-form`, bytes, last).expect(201);
    // The last one, sent again because its answer was lost, was kept all the same.
    await operator.postBytes(`${path}/signed-form`, bytes, last).expect(201);
    expect((await operator.postBytes(`${path}/signed-form`, bytes).expect(409)).body).toMatchObject({ code: 'evidence-limit', details: { most: 4 } });
    const [first] = ((await operator.get(path)).body as EvidenceView).files;
    await operator.post(`${path}/${first?.id}/withdrawal`, { reason: 'added-twice' }).expect(200);
    await add('signed-form', bytes);
  });

  it('are another desk’s business and nobody else’s: not theirs, nor an administrator’s, nor without a session', async () => {
    const [file] = (await add('delegation', await picture())).files;
    const [other, administrator] = [await api.signIn('carli'), await api.signIn('admin')];
    for (const address of [path, `${path}/${file?.id}`, `${path}/${file?.id}/thumbnail`]) {
      expect(codeOf(await other.get(address).expect(404))).toBe('not-found');
      expect(codeOf(await administrator.get(address).expect(403))).toBe('forbidden');
    }
    expect(codeOf(await other.postBytes(`${path}/delegation`, await picture()).expect(404))).toBe('not-found');
    expect(codeOf(await (await api.signIn('sarti')).postBytes(`${path}/delegation`, await picture()).expect(403))).toBe('forbidden');
    const stranger = await fetch(`${api.url}${path}/delegation`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: Buffer.alloc(2_000_000) });
    expect(stranger.status).toBe(401);
  });

  it('of another case do not open under this one', async () => {
    const [file] = (await add('delegation', await picture())).files;
    await story.act('abandonment');
    await story.leave();
    const next = await DeskStory.recognised(api, operator, station);
    story = next;
    expect(codeOf(await operator.get(`/api/cases/${next.id}/evidence/${file?.id}`).expect(404))).toBe('not-found');
    // Moved behind the API's back it does not open either.
    await api.database.query('update evidence_file set case_id = $1 where id = $2', [next.id, file?.id]);
    expect(codeOf(await operator.get(`/api/cases/${next.id}/evidence/${file?.id}`).expect(500))).toBe('internal');
  });

  it('are not changed by whoever they are about', async () => {
    await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [story.card.holder.codiceFiscale.value]);
    expect(codeOf(await operator.postBytes(`${path}/delegation`, await picture()).expect(403))).toBe('own-card');
    await api.database.query(`update operator set codice_fiscale = null where username = 'bini'`);
  });

  it('are closed with the day on which the case ended; only a supervisor takes one back then', async () => {
    const [file] = (await add('delegation', await picture())).files;
    await story.act('abandonment');
    expect(await add('signed-form', await picture())).toMatchObject({ canAdd: true, canWithdraw: false });
    expect(codeOf(await operator.post(`${path}/${file?.id}/withdrawal`, { reason: 'unreadable' }).expect(409))).toBe('evidence-closed');
    api.clock.pass({ hours: 15 });
    operator = await api.signIn();
    expect(codeOf(await operator.postBytes(`${path}/delegation`, await picture()).expect(409))).toBe('evidence-closed');
    const supervisor = await api.signIn('sarti');
    expect((await supervisor.get(path)).body).toMatchObject({ canAdd: false, canWithdraw: true });
    await supervisor.post(`${path}/${file?.id}/withdrawal`, { reason: 'another-person' }).expect(200);
  });
});
