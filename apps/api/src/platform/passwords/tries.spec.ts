// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestApi } from '../../testing/test-api';
import { type Origin, Tries } from './tries';
import { UnitOfWork } from '../database/unit-of-work';

/** Who tries, and what came of it: what the throttle remembers, on the real tables. */
describe('tries at an account', () => {
  let api: TestApi;
  let tries: Tries;
  const HOME: Origin = { source: '10.0.0.1', browser: 'own' };

  beforeAll(async () => {
    api = await TestApi.start();
    tries = api.app.get(Tries);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.database.query('delete from sign_in_attempt');
  });

  const tryOnce = async (origin: Origin, isRight: boolean, username = 'bini'): Promise<number> => {
    api.clock.pass({ seconds: 1 });
    const begun = await tries.begin({ kind: 'password', username }, origin, () => Promise.resolve(undefined));
    if (!begun.ok) return 'details' in begun.refusal ? (begun.refusal.details as { readonly retryAfterSeconds: number }).retryAfterSeconds : -1;
    if (isRight) await api.app.get(UnitOfWork).run((transaction) => tries.succeeded(transaction, begun.value.attemptId));
    return 0;
  };
  const fail = async (times: number, origin: (time: number) => Origin, username = 'bini'): Promise<number> => {
    let seconds = 0;
    for (let time = 0; time < times; time += 1) seconds = await tryOnce(origin(time), false, username);
    return seconds;
  };

  it('by a colleague at the same address make the colleague wait, and not the browser that the account knows', async () => {
    await tryOnce(HOME, true);
    expect(await fail(6, () => ({ source: HOME.source, browser: undefined }))).toBe(29);
    expect(await tryOnce({ source: HOME.source, browser: 'another' }, true)).toBe(28);
    expect(await tryOnce(HOME, true)).toBe(0);
  });

  it('from everywhere make strangers wait, and neither the known browser, wherever it is, nor the known address', async () => {
    await tryOnce(HOME, true);
    expect(await fail(31, (time) => ({ source: `10.9.0.${time}`, browser: undefined }))).toBe(29);
    expect(await tryOnce({ source: '10.8.0.1', browser: 'new' }, true)).toBe(28);
    expect(await tryOnce({ source: '10.8.0.1', browser: 'own' }, true)).toBe(0);
    expect(await tryOnce({ source: HOME.source, browser: undefined }, true)).toBe(0);
  });

  it('with many names from one address leave the desk behind it working', async () => {
    await tryOnce(HOME, true);
    await tryOnce({ source: HOME.source, browser: undefined }, true, 'carli');
    for (let person = 0; person < 30; person += 1) await tryOnce({ source: HOME.source, browser: undefined }, false, `nessuno ${person}`);
    expect(await tryOnce({ source: HOME.source, browser: undefined }, true, 'sarti')).toBe(29);
    expect(await tryOnce({ source: HOME.source, browser: undefined }, true, 'carli')).toBe(0);
    expect(await tryOnce(HOME, true)).toBe(0);
  });

  it('by the known browser itself count for it alone', async () => {
    await tryOnce(HOME, true);
    expect(await fail(6, () => HOME)).toBe(29);
    expect(await tryOnce({ source: '10.7.0.1', browser: undefined }, true)).toBe(0);
  });
});
