// SPDX-License-Identifier: AGPL-3.0-or-later
import { MIGRATIONS, MIGRATIONS_TABLE } from '@sportello/migrations';
import { DataSource } from 'typeorm';

jest.setTimeout(60_000);

const CUSTODY = MIGRATIONS.findIndex(({ name }) => name.startsWith('CreateSheetCustody'));
const id = (last: number): string => `0191f2a0-0000-7000-8000-${String(last).padStart(12, '0')}`;

describe('sheets that a desk had before they were accounted for', () => {
  let server: DataSource;
  let name: string;
  let address: URL;

  const connect = (count: number): Promise<DataSource> =>
    new DataSource({ type: 'postgres', url: address.toString(), installExtensions: false, poolSize: 1, migrations: [...MIGRATIONS.slice(0, count)], migrationsTableName: MIGRATIONS_TABLE }).initialize();

  beforeAll(async () => {
    const { SPORTELLO_TEST_SERVER: url = '', SPORTELLO_TEST_RUN: run = '' } = process.env;
    name = `sportello_${run}_custody_migration`;
    server = await new DataSource({ type: 'postgres', url, installExtensions: false, poolSize: 1 }).initialize();
    await server.query(`create database ${name}`);
    address = new URL(url);
    address.pathname = `/${name}`;
  });
  afterAll(async () => {
    await server.query(`drop database ${name} with (force)`);
    await server.destroy();
  });

  it('lie in their desk’s first station, or in stock where there is none, and the ledger says how they came', async () => {
    const before = await connect(CUSTODY);
    await before.runMigrations({ transaction: 'all' });
    await before.query(`insert into body (id, name, kind, created_at) values ('${id(1)}', 'ASL', 'asl', '2026-01-01T08:00Z')`);
    for (const [desk, code] of [[id(2), 'A'], [id(3), 'B']] as const) {
      await before.query(`insert into desk (id, body_id, code, name, place, kind, created_at) values ('${desk}', '${id(1)}', '${code}', 'Sportello ${code}', 'Massa', 'asl', '2026-01-01T08:00Z')`);
    }
    for (const [station, at] of [[id(4), '2026-02-02'], [id(5), '2026-01-02']] as const) {
      await before.query(`insert into station (id, desk_id, name, created_at) values ('${station}', '${id(2)}', 'P ${at}', '${at}T08:00Z')`);
    }
    const sheet = (order: number, desk: string, state: string, reason: string | null) =>
      before.query('insert into sheet (id, desk_id, control_number, state, reason, changed_at) values ($1, $2, $3, $4, $5, $6)', [id(100 + order), desk, String(order).padStart(6, '0'), state, reason, '2026-01-03T08:00Z']);
    for (const order of [11, 12, 13]) await sheet(order, id(2), 'loaded', null);
    await sheet(14, id(2), 'spoiled', 'sheet-damaged');
    for (const order of [21, 22]) await sheet(order, id(3), 'loaded', null);
    await before.destroy();

    const after = await connect(MIGRATIONS.length);
    await after.runMigrations({ transaction: 'all' });
    expect(await after.query(`select control_number as number, state, station_id as station, load_order as turn from sheet order by control_number`)).toEqual([
      ...[11, 12, 13].map((order) => ({ number: `0000${order}`, state: 'loaded', station: id(5), turn: order })),
      { number: '000014', state: 'spoiled', station: null, turn: null },
      ...[21, 22].map((order) => ({ number: `0000${order}`, state: 'in-stock', station: null, turn: null })),
    ]);
    expect(await after.query(`select desk_id as desk, kind, from_state as "from", to_state as "to", first_number as first, last_number as last from sheet_movement order by position`)).toEqual([
      { desk: id(2), kind: 'received', from: null, to: 'in-stock', first: '000011', last: '000014' },
      { desk: id(3), kind: 'received', from: null, to: 'in-stock', first: '000021', last: '000022' },
      { desk: id(2), kind: 'moved', from: 'in-stock', to: 'loaded', first: '000011', last: '000013' },
      { desk: id(2), kind: 'moved', from: 'in-stock', to: 'spoiled', first: '000014', last: '000014' },
    ]);
    await after.destroy();
  });
});
