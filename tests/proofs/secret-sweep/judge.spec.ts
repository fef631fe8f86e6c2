// SPDX-License-Identifier: AGPL-3.0-or-later
import { judge, type Seen } from './judge';
import { CIP, PIN, PUK } from './testing-codes';

const nothing = [new Set<string>(), new Set<string>()];
const seen = (change: Partial<Seen>): Seen => ({ code: PIN, encoding: 'plain', isDoubtful: true, at: 0, around: '', place: 'logs', part: 'station.log', desk: 0, ...change });

describe('a code that was seen at its own desk', () => {
  it('is found, doubtful or not, when nothing speaks for another number', () => {
    const all = [seen({}), seen({ code: PUK, isDoubtful: false })];
    expect(judge(all, nothing).found).toEqual(all);
  });

  it('is another number when the other desk, which never had the card, has it in the same kind of place', () => {
    const { found, cleared } = judge([seen({}), seen({ desk: 1 })], nothing);
    expect(found).toEqual([]);
    expect(cleared.map(({ because }) => because)).toEqual(['stands at the other desk too, which never had this card']);
    expect(judge([seen({}), seen({ desk: 1, place: 'browser' })], nothing).found).toHaveLength(1);
    expect(judge([seen({}), seen({ desk: 1, encoding: 'reversed' })], nothing).found).toHaveLength(1);
  });

  it('is another number when it is a port or a process of that desk', () => {
    expect(judge([seen({})], [new Set(['83175']), new Set()]).found).toEqual([]);
    expect(judge([seen({})], [new Set(), new Set(['83175'])]).found).toHaveLength(1);
  });

  it('is a port or a process in the order in which its digits stand', () => {
    const backwards = seen({ encoding: 'reversed' });
    expect(judge([backwards], [new Set(['57138']), new Set()]).found).toEqual([]);
    expect(judge([backwards], [new Set(['83175']), new Set()]).found).toEqual([backwards]);
  });

  it('is found when it is certain, whatever else has that number', () => {
    const certain = seen({ isDoubtful: false });
    expect(judge([certain, seen({ desk: 1 })], [new Set(['83175'])]).found).toEqual([certain]);
  });
});

describe('raw memory', () => {
  it('counts what is certain only', () => {
    const [certain, doubtful] = [seen({ place: 'memory of the station', isDoubtful: false }), seen({ place: 'memory of the station' })];
    expect(judge([certain, doubtful], nothing).found).toEqual([certain]);
  });

  it('of the API may show a CIP that it was given, and no PUK', () => {
    const [cip, puk] = [CIP, PUK].map((code) => seen({ code, place: 'memory of the API', isDoubtful: false }));
    expect(judge([cip, puk].filter((each) => each !== undefined), nothing).found).toEqual([puk]);
  });
});
