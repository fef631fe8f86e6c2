// SPDX-License-Identifier: AGPL-3.0-or-later
import { isSameVisit } from './same-visit';

const EARLIER = { deskId: 'desk', operatorId: 'bini', at: new Date('2026-11-24T09:00:00Z') };
const at = (time: string) => ({ ...EARLIER, at: new Date(`2026-11-24T${time}Z`) });

describe('an identification holds for further cards of one visit', () => {
  it.each([
    ['09:00:00', true],
    ['11:00:00', true],
    ['11:00:01', false],
    ['08:59:59', false],
  ])('at %s: %s', (time, isSame) => {
    expect(isSameVisit(EARLIER, at(time))).toBe(isSame);
  });

  it('and neither at another desk nor before another operator', () => {
    expect(isSameVisit(EARLIER, { ...at('09:10:00'), deskId: 'other' })).toBe(false);
    expect(isSameVisit(EARLIER, { ...at('09:10:00'), operatorId: 'other' })).toBe(false);
  });
});
