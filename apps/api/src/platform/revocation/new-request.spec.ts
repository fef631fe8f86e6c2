// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestApi } from '../../testing/test-api';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { INSTALLATION } from './lead-all';
import { keepRequests, newRequest } from './new-request';

const ASKED = { act: 'revocation', reason: 'loss', asker: 'holder', caseKind: null, way: 'cip-by-phone', happenedAt: null, proof: null, confirmedEffects: null, notes: null, deskId: null, recordedBy: null, isOutOfHours: false } as const;
const UNVERIFIED = { certificateIssuer: null, certificateSerial: null, certificateExpiresOn: null, standing: 'unverified', state: 'logged', idCarta: null, initials: '', verifiedAt: null } as const;

describe('the number of a request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  const work = () => api.app.get(UnitOfWork);
  const record = async (transaction: Transaction, count = 1): Promise<readonly number[]> => {
    const rows = Array.from({ length: count }, () => ({ ...newRequest(transaction, ASKED, 'supervisor'), ...UNVERIFIED }));
    return (await keepRequests(transaction, INSTALLATION, rows)).map(({ number }) => number);
  };
  const inStock = async () => (await api.database.query<{ number: number }>('select number from revocation_number order by number')).map(({ number }) => number);
  const stocked = () => api.until(async () => (await inStock()).length > 0);

  it('is taken by two at the same time, and neither waits for the other; what is taken back is given next', async () => {
    await stocked();
    const given = await work().run(async (first) => {
      const mine = await record(first);
      const theirs = await work().run((second) => record(second));
      return [...mine, ...theirs];
    });
    expect(given).toEqual([1, 2]);
    await work().run(async (third) => {
      expect(await record(third)).toEqual([3]);
      throw new Error('taken back');
    }).catch(() => undefined);
    expect(await work().run((fourth) => record(fourth))).toEqual([3]);
  });

  it('is of the series when there are many, or none in stock: then one after the other', async () => {
    await stocked();
    const last = (await inStock()).at(-1) ?? 0;
    expect(await work().run((transaction) => record(transaction, 3))).toEqual([last + 1, last + 2, last + 3]);
    await api.database.query('delete from revocation_number');
    const given = await Promise.all(Array.from({ length: 5 }, () => work().run((transaction) => record(transaction))));
    expect(given.flat().sort((one, other) => one - other)).toEqual([4, 5, 6, 7, 8].map((place) => last + place));
  });
});
