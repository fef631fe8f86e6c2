// SPDX-License-Identifier: AGPL-3.0-or-later
import { eventsBetween } from './slot-events';
import type { SlotView } from './slot-events';

const atr = Uint8Array.of(0x3b, 0x00);
const empty: SlotView = { kind: 'empty' };
const first: SlotView = { kind: 'card', atr, count: 1 };
const second: SlotView = { kind: 'card', atr, count: 3 };
const dead: SlotView = { kind: 'unresponsive', count: 1 };
const gone: SlotView = { kind: 'unavailable', because: 'no-service' };

describe('events of a slot', () => {
  it.each<[string, SlotView | undefined, SlotView, string[]]>([
    ['the first look finds nothing', undefined, empty, ['empty']],
    ['the first look finds a card', undefined, first, ['inserted']],
    ['a card comes', empty, first, ['inserted']],
    ['a card comes upside down', empty, dead, ['unresponsive']],
    ['a card goes', first, empty, ['removed', 'empty']],
    ['one card takes another\'s place unseen', first, second, ['removed', 'inserted']],
    ['a card begins to answer', dead, first, ['removed', 'inserted']],
    ['the reader goes with its card', first, gone, ['removed', 'unavailable']],
    ['the reader comes', gone, empty, ['empty']],
    ['the service goes after its reader', { kind: 'unavailable', because: 'no-reader' }, gone, ['unavailable']],
    ['the service stays away', gone, gone, []],
    ['nothing happens', first, first, []],
    ['nothing happens to nothing', empty, empty, []],
  ])('when %s', (_case, before, after, kinds) => {
    expect(eventsBetween(before, after).map(({ kind }) => kind)).toEqual(kinds);
  });
});
