// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMissingKeys } from '../platform/keys/key-folder';
import { SystemRandomness } from '../platform/ports/randomness';
import { provision } from './provision';

describe('the command "provision"', () => {
  let folder: string;
  const environment = { ...process.env };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-provision-'));
    process.env.KEYS_DIR = join(folder, 'keys');
    await makeMissingKeys(process.env.KEYS_DIR, new SystemRandomness());
  });
  afterAll(async () => {
    process.env = environment;
    await rm(folder, { recursive: true });
  });

  const complaintAbout = async (text: string): Promise<string> => {
    const path = join(folder, 'set-up.json');
    await writeFile(path, text);
    return provision(path).then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
  };

  it('says where the file is wrong, and never what stands there', async () => {
    const complaint = await complaintAbout(JSON.stringify({ operators: [{ username: 'x', password: 'corta', displayName: 'X', roles: ['segretario'], desk: 'A' }] }));
    expect(complaint).toContain('operators.0.password, operators.0.roles.0');
    expect(complaint).not.toContain('corta');
    expect(complaint).not.toContain('segretario');
    expect(await complaintAbout('{"password": "parola-segreta"')).toMatch(/is not JSON\.$/);
    expect(await complaintAbout('{"altro": 1}')).toContain('is not right');
  });

  it('wants a file, and one that is there', async () => {
    await expect(provision(undefined)).rejects.toThrow('Which file?');
    await expect(provision(join(folder, 'niente.json'))).rejects.toThrow('cannot be read');
  });
});
