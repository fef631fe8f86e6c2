// SPDX-License-Identifier: AGPL-3.0-or-later
import { SourceThrottle } from './source-throttle';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 24, 8, 0, seconds));

describe('what anybody may ask for', () => {
  const throttle = () => new SourceThrottle({ mostOfSource: 2, windowMs: 60_000, mostSources: 2 });

  it('is answered so often within a window, then after the wait that it tells', () => {
    const door = throttle();
    expect([door.secondsToWait('a', at(0)), door.secondsToWait('a', at(10)), door.secondsToWait('a', at(20))]).toEqual([0, 0, 40]);
    expect(door.secondsToWait('a', at(60))).toBe(0);
  });

  it('is not taken from one source by another', () => {
    const door = throttle();
    for (let time = 0; time < 5; time += 1) door.secondsToWait('a', at(time));
    expect(door.secondsToWait('b', at(5))).toBe(0);
  });

  it('is counted together for more sources than are remembered, until the remembered ones are past', () => {
    const door = throttle();
    for (const source of ['a', 'b', 'c', 'd']) expect(door.secondsToWait(source, at(0))).toBe(0);
    expect(door.secondsToWait('e', at(0))).toBe(60);
    expect(door.secondsToWait('f', at(61))).toBe(0);
  });
});
