// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_PURPOSES, SignedDrillRecord } from '@sportello/contracts';
import { verifyDocument } from '@sportello/seal';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { makeMissingKeys, readSigningKey } from '../platform/keys/key-folder';
import { SystemRandomness } from '../platform/ports/randomness';
import { TestApi } from '../testing/test-api';
import { drillRecord } from './drill-record';

describe('the command "drill-record"', () => {
  let api: TestApi;
  let folder: string;
  const environment = { ...process.env };

  beforeAll(async () => {
    api = await TestApi.start();
    folder = await mkdtemp(join(tmpdir(), 'sportello-drills-'));
    Object.assign(process.env, { KEYS_DIR: join(folder, 'keys'), DATABASE_URL: api.database.url, INSTALLATION_KIND: 'rehearsal', LOG_LEVEL: 'error' });
    await makeMissingKeys(join(folder, 'keys'), new SystemRandomness());
  });
  afterAll(async () => {
    process.env = environment;
    await rm(folder, { recursive: true });
    await api.close();
  });

  it('prints one line that this installation’s key signed, and the log tells that it did', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await drillRecord(' Bini ');
    const printed = write.mock.calls.map(([text]) => String(text)).join('');
    write.mockRestore();
    expect(printed.trimEnd().split('\n')).toHaveLength(1);
    const { record, signature } = SignedDrillRecord.parse(JSON.parse(printed));
    const { publicKey } = await readSigningKey(join(folder, 'keys'));
    expect(verifyDocument(record, signature, { purpose: SIGNATURE_PURPOSES.drillRecord, publicKey })).toBe(true);
    expect(record).toMatchObject({ subject: { by: 'username' }, drills: [] });
    expect(await api.database.query(`select actor from audit_row where act = 'training.record-made'`)).toEqual([{ actor: 'installation' }]);
  });

  it('wants a name, and one that somebody bears', async () => {
    await expect(drillRecord(undefined)).rejects.toThrow('Whose drills?');
    await expect(drillRecord('nessuno')).rejects.toThrow('There is no operator "nessuno".');
    // That it was run is in the log of accesses, whatever came of it, with the account of this computer apart from the row.
    const told = await api.database.query(`select r.log, r.details, o.value from audit_row r join audit_opening o on o.row_id = r.id where r.act = 'installation.command-run' order by r.position desc limit 1`);
    expect(told).toEqual([{ log: 'access', details: { command: 'drill-record' }, value: userInfo().username }]);
  });
});
