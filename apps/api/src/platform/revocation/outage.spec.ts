// SPDX-License-Identifier: AGPL-3.0-or-later
import { Outage } from './outage';

const at = (milliseconds: number): Date => new Date(milliseconds);

describe('an authority that does not answer', () => {
  it('is asked ever more seldom, up to half a minute, by one request at a time', () => {
    const outage = new Outage();
    expect(outage.isOn).toBe(false);
    const pauses = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((second) => {
      outage.silence(at(second * 60_000), at(second * 60_000));
      return outage.until - second * 60_000;
    });
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(outage.isOn).toBe(true);
  });

  it('is silent once for all who asked at once', () => {
    const outage = new Outage();
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((each) => outage.silence(at(0), at(each)))).toEqual([true, false, false, false, false, false, false, false]);
    expect(outage.until).toBe(501);
  });

  it('is news when it answers, and was silent', () => {
    const outage = new Outage();
    expect(outage.answer()).toBeNull();
    outage.silence(at(0), at(0));
    outage.silence(at(900), at(901));
    expect([outage.answer(), outage.isOn, outage.until]).toEqual([at(0), false, -Infinity]);
  });
});
