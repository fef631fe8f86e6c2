// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeEnrolment } from '../check/probe-enrolment';
import { TestWorld } from '../testing/test-world';
import { forgetRevoked, noteRevoked } from './revocation';
import { readStationCode, renewStationCode } from './station-code';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'station-code-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the code of a station', () => {
  it('is drawn once, and is its user’s alone', async () => {
    const code = await readStationCode(folder);
    expect(await readStationCode(folder)).toBe(code);
    expect((await stat(join(folder, 'station-code'))).mode & 0o077).toBe(0);
  });

  it('is another one when it is asked for, or when the file holds none', async () => {
    const code = await readStationCode(folder);
    const renewed = await renewStationCode(folder);
    expect(renewed).not.toBe(code);
    expect(await readStationCode(folder)).toBe(renewed);
    await writeFile(join(folder, 'station-code'), 'nothing');
    expect(await readStationCode(folder)).not.toBe(renewed);
  });
});

describe('a station that runs', () => {
  it('tells its code once, and a new one with its next sign of life; and writes it into no log', async () => {
    const world = await TestWorld.open();
    try {
      await world.startStation({ heartbeat: 20 });
      const told = () => world.api.heard.flatMap((heard) => (heard.kind === 'code' ? [heard.code] : []));
      await world.api.until(() => told().length === 1);
      const renewed = await renewStationCode(world.stationDir);
      await world.api.until(() => told().length === 2);
      expect(told()[1]).toBe(renewed);
      expect(world.logged.join('\n')).not.toContain(renewed);
    } finally {
      await world.close();
    }
  });
});

describe('the self-test', () => {
  it('says that the station was revoked, until the server takes it again', async () => {
    const key = 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU';
    const pinned = { stationId: '0193f3a0-0000-7000-8000-000000000000', stationName: 'Postazione 1', deskName: 'Sportello 2', apiSigningKey: key, apiSealingKey: key, vaultSealingKey: key };
    await writeFile(join(folder, 'station.json'), JSON.stringify(pinned));
    await noteRevoked(folder, new Date('2026-11-28T10:00:00Z'));
    expect(await probeEnrolment(folder)).toMatchObject({ state: 'not-well', seen: expect.stringContaining('revoked') as string, remedy: expect.stringContaining('empty STATION_DIR') as string });
    await forgetRevoked(folder);
    expect((await probeEnrolment(folder)).state).toBe('well');
  });
});
