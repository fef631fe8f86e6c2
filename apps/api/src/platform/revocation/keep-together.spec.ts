// SPDX-License-Identifier: AGPL-3.0-or-later
import { KeepTogether } from './keep-together';

interface Answer {
  readonly id: string;
  readonly says: string;
}

describe('answers of the authority', () => {
  const kept: string[][] = [];
  const fails = new Map<string, Error>();
  const together = new KeepTogether<Answer>((all) => {
    kept.push(all.map(({ id, says }) => `${id} ${says}`));
    const error = all.flatMap(({ id }) => fails.get(id) ?? [])[0];
    return error ? Promise.reject(error) : Promise.resolve();
  });
  const keep = (...all: readonly string[]) => Promise.allSettled(all.map((one) => together.keep({ id: one.slice(0, 1), says: one.slice(1) })));
  const endsOf = (settled: readonly PromiseSettledResult<void>[]) => settled.map(({ status }) => status);

  beforeEach(() => {
    kept.length = 0;
    fails.clear();
  });

  it('that come together are kept at once', async () => {
    expect(endsOf(await keep('a1', 'b1', 'c1'))).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(kept).toEqual([['a 1', 'b 1', 'c 1']]);
  });

  it('about one thing are kept one after the other', async () => {
    await keep('a1', 'b1', 'a2');
    expect(kept).toEqual([['a 1', 'b 1'], ['a 2']]);
  });

  it('that cannot be kept take no other with them', async () => {
    fails.set('b', new Error('a bug'));
    expect(endsOf(await keep('a1', 'b1', 'c1'))).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept).toEqual([['a 1', 'b 1', 'c 1'], ['a 1'], ['b 1'], ['c 1']]);
  });

  it('are not tried one by one while the database is away', async () => {
    fails.set('b', Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
    expect(endsOf(await keep('a1', 'b1', 'c1'))).toEqual(['rejected', 'rejected', 'rejected']);
    expect(kept).toHaveLength(1);
  });
});
