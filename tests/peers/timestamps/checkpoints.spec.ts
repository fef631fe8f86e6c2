// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeTimeStampToken, stampingCertificateIn } from '@sportello/seal';
import supertest from 'supertest';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the API around an authority is the API’s own test double of an installation, and no package
import { askAuthority, type TimeStampAuthority } from '../../../apps/api/src/platform/audit/ask-authority';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { CheckpointRepository } from '../../../apps/api/src/platform/audit/checkpoint.repository';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { UnitOfWork } from '../../../apps/api/src/platform/database/unit-of-work';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { Checkpoints } from '../../../apps/api/src/platform/audit/checkpoints';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { exported, seal, verdictOn } from '../../../apps/api/src/testing/log-reader';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { TestApi } from '../../../apps/api/src/testing/test-api';
import { AuthorityServer, type Conduct } from './authority-server';
import { describeWithOpenssl, OpensslAuthority } from './openssl-authority';

describeWithOpenssl('checkpoints of the log, stamped by OpenSSL’s authority', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-tsa-'));
  let server: AuthorityServer;
  let timeStamps: TimeStampAuthority;
  let api: TestApi;
  let copy: TestApi;

  beforeAll(async () => {
    const authority = new OpensslAuthority(folder, { key: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] });
    server = await AuthorityServer.start(authority);
    const certificate = stampingCertificateIn(authority.certificate);
    if (!certificate) throw new Error('an authority’s certificate may stamp');
    timeStamps = { url: server.url, certificate, policy: '1.2.3.4.1', intervalHours: 24 };
    api = await TestApi.start({ timeStamps });
    copy = await TestApi.start({ copyOf: api, timeStamps });
  });
  afterAll(async () => {
    await copy.close();
    await api.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const write = async (): Promise<void> => {
    await api.signIn();
    await seal(api);
  };
  const run = (by = api) => by.app.get(Checkpoints).run();
  const asked = () => api.database.query<{ log: string; number: string; tries: number; is_stamped: boolean }>('select log, number, tries, token is not null as is_stamped from checkpoint order by asked_at');
  const health = () => supertest(api.url).get('/api/health/log');
  const verdict = async () =>
    verdictOn(await exported(api), { judgeStamp: ({ hash, token }) => judgeTimeStampToken(Buffer.from(token, 'base64'), { hash, certificate: timeStamps.certificate }).kind === 'stamped' });

  it('are asked once for the newest head, by whichever copy comes first, and the verifier judges them', async () => {
    await write();
    await Promise.all([run(), run(copy)]);
    expect(await asked()).toMatchObject([{ log: 'acts', tries: 1, is_stamped: true }]);
    expect(server.mediaTypes).toEqual(['application/timestamp-query']);
    await write();
    await run();
    expect(await asked()).toHaveLength(1);
    expect(await verdict()).toMatchObject({ kind: 'ok', figures: { stamps: 1, stampsNotJudged: 0 } });
    expect((await health().expect(200)).body).toEqual({ status: 'sealing', checkpoints: 'stamped' });
  });

  it('are asked before their time when ten thousand blocks went by', async () => {
    await api.database.query('update checkpoint set number = number - 10000');
    await run();
    expect(await asked()).toHaveLength(2);
    await api.database.query('delete from checkpoint where number < 0');
  });

  it.each<[Conduct, string]>([
    ['talks-garbage', 'response-unreadable'],
    ['answers-the-one-before', 'other-imprint'],
    ['stamps-another', 'other-imprint'],
    ['is-silent', 'unanswered'],
    ['fails', 'unanswered'],
  ])('are not kept from an authority that %s', async (conduct, kind) => {
    server.conduct = conduct;
    expect(await askAuthority(timeStamps, { hash: Buffer.alloc(32, 7).toString('base64url'), nonce: Buffer.alloc(8, 1) }, 300)).toEqual({ kind });
  });

  it('are not kept for another nonce or another policy, and a refusal is one', async () => {
    server.conduct = 'stamps';
    const hash = Buffer.alloc(32, 7).toString('base64url');
    await askAuthority(timeStamps, { hash, nonce: Buffer.alloc(8, 1) });
    server.conduct = 'answers-the-one-before';
    expect(await askAuthority(timeStamps, { hash, nonce: Buffer.alloc(8, 2) })).toEqual({ kind: 'other-nonce' });
    expect(await askAuthority({ ...timeStamps, policy: '1.2.3' }, { hash, nonce: Buffer.alloc(8, 1) })).toEqual({ kind: 'other-policy' });
    server.conduct = 'stamps';
    expect(await askAuthority({ ...timeStamps, policy: '1.2.3' }, { hash, nonce: Buffer.alloc(8, 1) })).toMatchObject({ kind: 'not-granted', status: 2 });
  });

  it('wait and are tried again, later each time and by another copy too, are told when they are late, and hold nothing up', async () => {
    server.conduct = 'talks-garbage';
    api.clock.pass({ hours: 25 });
    await write();
    await run();
    await run(copy);
    expect((await asked()).at(-1)).toMatchObject({ tries: 1, is_stamped: false });
    await health().expect(200);
    api.clock.pass({ hours: 1 });
    await run(copy);
    expect((await asked()).at(-1)).toMatchObject({ tries: 2, is_stamped: false });
    api.clock.pass({ hours: 24 });
    await run();
    await run();
    expect((await health().expect(503)).body).toMatchObject({ details: { because: 'log', notStamped: ['acts'] } });
    expect(api.logLines.filter((line) => line.includes('HAS NOT BEEN STAMPED'))).toHaveLength(1);
    server.conduct = 'stamps';
    api.clock.pass({ hours: 2 });
    // One copy takes its turn and dies before it asks: the other waits for the turn to pass, and asks.
    const taken = await api.app.get(UnitOfWork).run((transaction) => transaction.repository(CheckpointRepository).take(transaction.now));
    await run(copy);
    const isStamped = async () => (await asked()).find(({ number }) => Number(number) === taken?.number)?.is_stamped;
    expect(await isStamped()).toBe(false);
    api.clock.pass({ hours: 2 });
    await run(copy);
    expect(await isStamped()).toBe(true);
    await health().expect(200);
    expect((await asked()).every(({ is_stamped }) => is_stamped)).toBe(true);
    expect(await verdict()).toMatchObject({ kind: 'ok', figures: { stampsNotJudged: 0 } });
  });
});
