// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TestDatabase, freshDatabase } from '../../testing/fresh-database';
import { applicationDataSource } from './data-source';
import { queryPrepared } from './prepared-statement';

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const opened = () => applicationDataSource({ url: database.url, connections: 1, onError: () => undefined }).initialize();

it('is closed when the transaction under way has ended, whole, though others wait for its connection', async () => {
  const dataSource = await opened();
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const work = dataSource.transaction(async (rows) => {
    await rows.query(`insert into number_series (series, owner_id, year, last) values ('case-of-desk', gen_random_uuid(), 2001, 1)`);
    await held;
    await rows.query(`insert into number_series (series, owner_id, year, last) values ('case-of-desk', gen_random_uuid(), 2001, 2)`);
  });
  const waiting = dataSource.transaction((rows) => rows.query('select 1'));
  const closed = dataSource.destroy();
  goOn();
  await Promise.all([work, waiting, closed]);
  expect(await database.query('select last from number_series where year = 2001 order by last')).toEqual([{ last: 1 }, { last: 2 }]);
});

it('runs no prepared statement on a connection that was taken from whoever runs it', async () => {
  const dataSource = await opened();
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.release();
  await expect(queryPrepared(runner.manager, { name: 'one', text: 'select 1' }, [])).rejects.toThrow('released');
  await dataSource.destroy();
});
