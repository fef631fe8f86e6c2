// SPDX-License-Identifier: AGPL-3.0-or-later
import { SingleFlight } from './single-flight';

test('what is asked for while it runs becomes one more run, however often it was asked', async () => {
  let runs = 0;
  const flight = new SingleFlight(async () => {
    runs += 1;
    await Promise.resolve();
  });
  const first = flight.run();
  void flight.run();
  void flight.run();
  await first;
  expect(runs).toBe(2);
});

test('a run that failed does not block the next', async () => {
  let runs = 0;
  const flight = new SingleFlight(async () => {
    runs += 1;
    if (runs === 1) throw new Error('first');
  });
  await expect(flight.run()).rejects.toThrow('first');
  await flight.run();
  expect(runs).toBe(2);
});
