// SPDX-License-Identifier: AGPL-3.0-or-later
import { controlNumberOf } from '../sheet/control-number';
import { accepted, refused } from '../testing/outcomes';
import { CUSTODY_DEFAULTS, custodyRulesOf, isBeyondSpoiled, isStockLow } from './custody-rules';
import { sumOfDay } from './day-sum';
import { MATTER_KINDS, MATTER_RULES, signMatter } from './matters';
import type { MatterSoFar, Signature } from './matters';
import { judgeNextNumber } from './next-number';
import { compareCount, seenInTray } from './sheet-count';
import type { SheetRange } from './sheet-ranges';

const n = controlNumberOf;
const r = (first: number, last: number = first) => ({ first: n(first), last: n(last) });

describe('the rules of a desk’s sheets', () => {
  it('are its kind’s, until it says otherwise', () => {
    expect(custodyRulesOf('asl', {})).toEqual({ minimumSheets: 50, isOnePerson: false, spoiledPerDay: null });
    expect(custodyRulesOf('pharmacy', {})).toEqual(CUSTODY_DEFAULTS.pharmacy);
    expect(custodyRulesOf('asl', { isOnePerson: true })).toEqual({ minimumSheets: 50, isOnePerson: true, spoiledPerDay: 3 });
    expect(custodyRulesOf('pharmacy', { minimumSheets: 5, isOnePerson: false, spoiledPerDay: null })).toEqual({ minimumSheets: 5, isOnePerson: false, spoiledPerDay: null });
    expect(custodyRulesOf('pharmacy', { spoiledPerDay: 1 }).spoiledPerDay).toBe(1);
  });

  it('warn below the minimum', () => {
    const rules = custodyRulesOf('asl', {});
    expect([isStockLow(rules, 50), isStockLow(rules, 49)]).toEqual([false, true]);
  });

  it('stop only beyond the day’s limit, and anew after as many again', () => {
    const rules = custodyRulesOf('pharmacy', {});
    expect([3, 4].map((spoiled) => isBeyondSpoiled(rules, spoiled, 0))).toEqual([false, true]);
    expect([6, 7].map((spoiled) => isBeyondSpoiled(rules, spoiled, 1))).toEqual([false, true]);
    expect(isBeyondSpoiled(custodyRulesOf('asl', {}), 1000, 0)).toBe(false);
  });
});

describe('the number on the next sheet', () => {
  const free = (...between: readonly SheetRange[]) => ({ state: 'loaded', between }) as const;

  it('is the one that was loaded first', () => {
    expect(judgeNextNumber({ expected: n(419), read: n(419), inBooks: free(), isSpent: false, isAwaited: false })).toEqual({ kind: 'as-expected' });
  });

  it('says which sheets were skipped: up to the one in the tray, or with the one that came out', () => {
    expect(judgeNextNumber({ expected: n(419), read: n(421), inBooks: free(r(420)), isSpent: false, isAwaited: false })).toEqual({ kind: 'number-skipped', skipped: [r(419, 420)] });
    expect(judgeNextNumber({ expected: n(419), read: n(421), inBooks: free(r(420)), isSpent: true, isAwaited: true })).toEqual({ kind: 'number-skipped', skipped: [r(419, 421)] });
  });

  it('says so in the order of feeding, whatever the numbers: sheets that were never in this tray were not skipped', () => {
    const skipped = (expected: number, read: number, ...between: readonly SheetRange[]) => judgeNextNumber({ expected: n(expected), read: n(read), inBooks: free(...between), isSpent: false, isAwaited: false });
    expect(skipped(903, 12, r(904, 905), r(10, 11))).toEqual({ kind: 'number-skipped', skipped: [r(10, 11), r(903, 905)] });
    expect(skipped(103, 902, r(104, 105), r(900, 901))).toEqual({ kind: 'number-skipped', skipped: [r(103, 105), r(900, 901)] });
  });

  it('on paper that came out is the one that a case awaits; what came out for nobody is a sheet less in the tray', () => {
    expect(judgeNextNumber({ expected: n(419), read: n(419), inBooks: { state: 'printed', between: null }, isSpent: true, isAwaited: true })).toEqual({ kind: 'as-expected' });
    expect(judgeNextNumber({ expected: n(419), read: n(420), inBooks: free(), isSpent: true, isAwaited: true })).toEqual({ kind: 'number-skipped', skipped: [r(419, 420)] });
    expect(judgeNextNumber({ expected: n(420), read: n(420), inBooks: free(), isSpent: true, isAwaited: false })).toEqual({ kind: 'number-skipped', skipped: [r(420)] });
  });

  it.each(['printed', 'held', 'delivered', 'spoiled', 'destroyed'] as const)('that is %s by the books is a repeated one', (state) => {
    expect(judgeNextNumber({ expected: n(419), read: n(418), inBooks: { state, between: null }, isSpent: false, isAwaited: false })).toEqual({ kind: 'number-repeated' });
  });

  it('of a sheet that this printer does not have is unknown', () => {
    const unknown = { kind: 'number-unknown' };
    expect(judgeNextNumber({ expected: n(419), read: n(420), inBooks: undefined, isSpent: false, isAwaited: false })).toEqual(unknown);
    expect(judgeNextNumber({ expected: n(419), read: n(420), inBooks: { state: 'in-stock', between: null }, isSpent: false, isAwaited: false })).toEqual(unknown);
    expect(judgeNextNumber({ expected: undefined, read: n(420), inBooks: { state: 'loaded', between: null }, isSpent: false, isAwaited: false })).toEqual(unknown);
    expect(judgeNextNumber({ expected: n(419), read: n(418), inBooks: { state: 'loaded', between: null }, isSpent: false, isAwaited: false })).toEqual(unknown);
  });
});

describe('a matter', () => {
  const open = (kind: MatterSoFar['kind']): MatterSoFar => ({ kind, state: 'open', outcome: null, signedBy: null, isSignedBySupervisor: false, hasTakenEffect: false });
  const by = (who: string, outcome: Signature['outcome'], isSupervisor = false): Signature => ({ by: who, outcome, isSupervisor });
  const once = (kind: MatterSoFar['kind'], outcome: Signature['outcome'], hasTakenEffect = false): MatterSoFar => ({ kind, state: 'signed-once', outcome, signedBy: 'bini', isSignedBySupervisor: false, hasTakenEffect });

  it('takes two people, and ends its stop with the second', () => {
    expect(accepted(signMatter(open('number-skipped'), by('bini', 'spoiled'), false))).toEqual({ state: 'signed-once', outcome: 'spoiled', takesEffect: false });
    expect(refused(signMatter(once('number-skipped', 'spoiled'), by('bini', 'spoiled'), false))).toEqual({ kind: 'second-person-needed', who: 'colleague' });
    expect(accepted(signMatter(once('number-skipped', 'spoiled'), by('carli', 'spoiled'), false))).toEqual({ state: 'closed', outcome: 'spoiled', takesEffect: true });
  });

  it('at a one-person desk lets printing go on with the first, and waits for a supervisor', () => {
    expect(accepted(signMatter(open('number-skipped'), by('bini', 'spoiled'), true))).toEqual({ state: 'signed-once', outcome: 'spoiled', takesEffect: true });
    const later = once('number-skipped', 'spoiled', true);
    expect(refused(signMatter(later, by('carli', 'spoiled'), true))).toEqual({ kind: 'second-person-needed', who: 'supervisor' });
    expect(refused(signMatter(later, by('sarti', 'found', true), true))).toEqual({ kind: 'matter-outcome', outcomes: ['spoiled'] });
    expect(accepted(signMatter(later, by('sarti', 'spoiled', true), true))).toEqual({ state: 'closed', outcome: 'spoiled', takesEffect: false });
  });

  it('at a one-person desk takes that person second, when a supervisor was first', () => {
    const bySupervisor = { ...once('number-skipped', 'spoiled', true), signedBy: 'sarti', isSignedBySupervisor: true };
    expect(accepted(signMatter(bySupervisor, by('bini', 'spoiled'), true))).toEqual({ state: 'closed', outcome: 'spoiled', takesEffect: false });
    expect(refused(signMatter(bySupervisor, by('sarti', 'spoiled', true), true))).toEqual({ kind: 'second-person-needed', who: 'colleague' });
  });

  it('destroys nothing before the second signature, at a one-person desk either', () => {
    expect(accepted(signMatter(open('destruction'), by('bini', 'destroyed'), true)).takesEffect).toBe(false);
    expect(accepted(signMatter(once('destruction', 'destroyed'), by('sarti', 'destroyed', true), true))).toEqual({ state: 'closed', outcome: 'destroyed', takesEffect: true });
  });

  it('that the second person sees otherwise waits for a second person again', () => {
    expect(accepted(signMatter(once('count-differs', 'found'), by('sarti', 'destroyed', true), false))).toEqual({ state: 'signed-once', outcome: 'destroyed', takesEffect: false });
  });

  it('about the day’s spoiled sheets is a supervisor’s alone', () => {
    expect(refused(signMatter(open('spoiled-limit'), by('bini', 'lifted'), true))).toEqual({ kind: 'second-person-needed', who: 'supervisor' });
    expect(accepted(signMatter(open('spoiled-limit'), by('sarti', 'lifted', true), true))).toEqual({ state: 'closed', outcome: 'lifted', takesEffect: true });
  });

  it('is over once it is over, and knows its outcomes', () => {
    expect(refused(signMatter({ ...once('destruction', 'kept'), state: 'closed' }, by('sarti', 'kept', true), false))).toEqual({ kind: 'matter-settled' });
    for (const kind of MATTER_KINDS) expect(refused(signMatter(open(kind), by('sarti', kind === 'spoiled-limit' ? 'kept' : 'lifted', true), false))).toEqual({ kind: 'matter-outcome', outcomes: MATTER_RULES[kind].outcomes });
  });
});

describe('the day’s sum', () => {
  const closing = { 'in-stock': 500, loaded: 90, printed: 1, held: 2 };

  it('is nothing when every sheet is somewhere', () => {
    const sum = sumOfDay(
      100,
      [
        { kind: 'received', from: null, to: 'in-stock', count: 500 },
        { kind: 'transferred-in', from: null, to: 'in-stock', count: 10 },
        { kind: 'transferred-out', from: 'in-stock', to: null, count: 10 },
        { kind: 'moved', from: 'loaded', to: 'held', count: 4 },
        { kind: 'moved', from: 'held', to: 'delivered', count: 4 },
        { kind: 'moved', from: 'loaded', to: 'spoiled', count: 2 },
        { kind: 'moved', from: 'in-stock', to: 'destroyed', count: 1 },
      ],
      closing,
    );
    expect(sum).toEqual({ opening: 100, received: 500, transferredIn: 10, delivered: 4, spoiled: 2, destroyed: 1, transferredOut: 10, closing, difference: 0 });
  });

  it('tells how many are nowhere', () => {
    expect(sumOfDay(600, [], closing).difference).toBe(7);
    expect(sumOfDay(590, [], closing).difference).toBe(-3);
  });
});

describe('a count', () => {
  const books = [
    { place: 'in-stock', stationId: null, ranges: [r(601, 700)] },
    { place: 'loaded', stationId: 'one', ranges: [r(420, 430), r(432, 600)] },
    { place: 'held', stationId: null, ranges: [r(417), r(419)] },
  ] as const;

  it('that agrees says nothing', () => {
    expect(compareCount(books, [{ place: 'loaded', stationId: 'one', ranges: seenInTray(books[1].ranges, n(420), n(600)) }])).toEqual([]);
    expect(compareCount(books, books)).toEqual([]);
  });

  it('says only what differs, by number', () => {
    const seen = [
      { place: 'in-stock', stationId: null, ranges: [r(601, 700)] },
      { place: 'loaded', stationId: 'one', ranges: seenInTray(books[1].ranges, n(420), n(599)) },
      { place: 'held', stationId: null, ranges: [r(419), r(416)] },
    ] as const;
    expect(compareCount(books, seen)).toEqual([
      { place: 'loaded', stationId: 'one', missing: [r(600)], unexpected: [] },
      { place: 'held', stationId: null, missing: [r(417)], unexpected: [r(416)] },
    ]);
  });

  it('of a tray looks at its ends', () => {
    expect(seenInTray([r(420, 430)], null, null)).toEqual([]);
    expect(seenInTray([r(420, 422), r(425, 430)], n(421), n(428))).toEqual([r(421, 422), r(425, 428)]);
    expect(seenInTray([r(420, 430)], n(421), n(431))).toEqual([r(421, 431)]);
    expect(seenInTray([r(900, 905), r(10, 20)], n(901), n(12))).toEqual([r(10, 12), r(901, 905)]);
    expect(seenInTray([r(900, 905)], n(904), n(902))).toEqual([r(902), r(904)]);
  });
});
