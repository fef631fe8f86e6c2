// SPDX-License-Identifier: AGPL-3.0-or-later
import { keepSoon } from './keep-soon';

const AWAY = new Error('Client has encountered a connection error and is not queryable');
const FAULT = new Error('a fault of ours');

describe('an answer that cannot be kept at once', () => {
  /** What each try ends by; then it is kept. */
  const trying = async (ends: readonly Error[], mayGoOn = () => true) => {
    let tries = 0;
    const hindered: unknown[] = [];
    const keep = (): Promise<void> => {
      const error = ends[tries];
      tries += 1;
      return error ? Promise.reject(error) : Promise.resolve();
    };
    const end = await keepSoon(keep, { mayGoOn, hindered: (error) => hindered.push(error) }).then(
      () => 'kept',
      (error: unknown) => error,
    );
    return { end, tries, hindered };
  };

  it('is kept when the database is back, and each try is told', async () => {
    expect(await trying([AWAY, AWAY])).toEqual({ end: 'kept', tries: 3, hindered: [AWAY, AWAY] });
  });

  it('is given up after its third fault, and a database that is away counts for none', async () => {
    expect(await trying([AWAY, FAULT, FAULT, FAULT])).toMatchObject({ end: FAULT, tries: 4 });
  });

  it('is given up when its turn is over', async () => {
    expect(await trying([AWAY, AWAY], () => false)).toEqual({ end: AWAY, tries: 1, hindered: [] });
  });
});
