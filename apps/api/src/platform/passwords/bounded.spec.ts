// SPDX-License-Identifier: AGPL-3.0-or-later
import { setImmediate } from 'node:timers/promises';
import { Bounded } from './bounded';

/** Tasks that end when they are told to. */
const controlled = () => {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const task = async (): Promise<string> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
    return 'done';
  };
  return { task, ends, most: () => most };
};

describe('a bounded queue', () => {
  it('runs no more at once than its width, and the others in turn', async () => {
    const { task, ends, most } = controlled();
    const bounded = new Bounded(2, 10);
    const results = [1, 2, 3, 4, 5].map(() => bounded.run(task));
    for (let ended = 0; ended < 5; ended += 1) {
      await setImmediate();
      ends[ended]?.();
    }
    expect(await Promise.all(results)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(most()).toBe(2);
  });

  it('turns away what does not fit, at once', async () => {
    const { task, ends } = controlled();
    const bounded = new Bounded(1, 1);
    const [first, second] = [bounded.run(task), bounded.run(task)];
    expect(await bounded.run(task)).toBeUndefined();
    ends[0]?.();
    await first;
    await setImmediate();
    ends[1]?.();
    expect(await second).toBe('done');
  });

  it('gives the place on when a task fails', async () => {
    const bounded = new Bounded(1, 1);
    await expect(bounded.run(() => Promise.reject(new Error('guasto')))).rejects.toThrow('guasto');
    expect(await bounded.run(() => Promise.resolve('done'))).toBe('done');
  });
});
