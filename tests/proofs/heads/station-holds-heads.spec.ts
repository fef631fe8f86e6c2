// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, verifyByCommand } from '@sportello/seal/verify';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a station’s own link over the API’s test double of an installation, which are no packages
import { exported, seal } from '../../../apps/api/src/testing/log-reader';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import type { StationClient } from '../../../apps/api/src/testing/station-client';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { TestApi } from '../../../apps/api/src/testing/test-api';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { HeadWatch, type HeadWatchOptions } from '../../../apps/desk-agent/src/link/head-watch';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { SignedRequests } from '../../../apps/desk-agent/src/link/signed-requests';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { createLogger } from '../../../apps/desk-agent/src/log/logger';

/** A station's own link over the real API: it hears heads in answers, keeps and countersigns them. */
describe('a log whose heads a station holds', () => {
  const stationDir = mkdtempSync(join(tmpdir(), 'sportello-heads-'));
  let api: TestApi;
  let station: StationClient;
  let watch: HeadWatch;
  let requests: SignedRequests;
  const sent: Promise<unknown>[] = [];

  const clock = { now: () => api.clock.now(), elapsed: () => 0, sleep: () => Promise.resolve() };
  const linkTo = (serverUrl: string): SignedRequests =>
    new SignedRequests({
      serverUrl,
      key: station.key(),
      sequence: { next: () => Promise.resolve(station.nextSequence()), leap: () => undefined },
      clock,
      onHeads: (text) => watch.hear(text),
    });

  beforeAll(async () => {
    api = await TestApi.start();
    station = await api.station();
    requests = linkTo(api.url);
    const news: HeadWatchOptions['news'] = {
      countersignature: (message) => void sent.push(requests.post('/api/station/heads', message)),
      contradiction: (message) => void sent.push(requests.post('/api/station/heads/contradicted', message)),
    };
    watch = new HeadWatch({ stationDir, key: station.key(), news, clock, log: createLogger({ level: 'info', write: () => undefined }) });
  });
  afterAll(async () => {
    await api.close();
    rmSync(stationDir, { recursive: true });
  });

  /** A sign of life, and what comes of its answer. */
  const heartbeat = async (): Promise<void> => {
    api.clock.pass({ hours: 1 });
    await requests.post('/api/station/code', { code: 'K7P4XR9M' });
    await watch.tell();
    for (const answer of await Promise.all(sent.splice(0))) expect(answer).toMatchObject({ kind: 'accepted' });
  };
  const write = async (by = api): Promise<void> => {
    await by.signIn();
    await seal(by);
  };
  const verify = async (...options: readonly string[]): Promise<readonly [number, string]> => {
    const file = join(stationDir, 'log.jsonl');
    writeFileSync(file, await exported(api));
    const words: string[] = [];
    return [verifyByCommand([file, '--key', api.keys.audit.newest.publicKey, ...options], (line) => words.push(line)), words.join('\n')];
  };

  it('is verified with the station’s countersignature in it and its heads beside it, and is caught when it was sealed anew', async () => {
    const heads = join(stationDir, 'heads.jsonl');
    await write();
    await heartbeat();
    await write();
    await heartbeat();
    expect(await verify('--head', heads)).toEqual([EXIT.ok, expect.stringMatching(/1 station holds a head of it[^]*not cut off before the head/)]);

    // Whoever owns the tables and has the key lets the log end earlier, forgets who countersigned, and seals on.
    const [{ newest }] = (await api.database.query<{ newest: number }>(`select max(number)::int as newest from audit_block where log = 'acts'`)) as [{ newest: number }];
    const tables = ['audit_leaf', 'audit_block', 'head_countersignature'];
    // One transaction: a sealer that looks in between would seal on after the block that goes.
    await api.database.query(`
      ${tables.map((table) => `alter table ${table} disable trigger user`).join('; ')};
      insert into audit_pending (log, position) select log, position from audit_leaf where log = 'acts' and block = ${newest};
      delete from audit_leaf where log = 'acts' and block = ${newest};
      delete from audit_block where log = 'acts' and number = ${newest};
      delete from head_countersignature;
      ${tables.map((table) => `alter table ${table} enable trigger user`).join('; ')}`);
    const copy = await TestApi.start({ copyOf: api });
    await write(copy);
    await write(copy);
    expect(await verify()).toEqual([EXIT.ok, expect.stringContaining('no --head was given')]);
    expect(await verify('--head', heads)).toEqual([EXIT.lie, expect.stringContaining('head-contradicted')]);
    // The log has grown past what the station holds; it brings along what it held before, and a log without that is an alarm.
    requests = linkTo(copy.url);
    await heartbeat();
    expect(await api.database.query(`select 1 from audit_row where act = 'audit.head-contradicted'`)).toHaveLength(1);
    await copy.close();
  });
});
