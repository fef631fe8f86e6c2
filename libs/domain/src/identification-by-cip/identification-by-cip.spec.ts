// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { ROSSI, idCarta } from '../testing/cards';
import { day } from '../testing/dates';
import { accepted, refused } from '../testing/outcomes';
import { CIP_COMPANIONS, cipClaim } from './cip-claim';
import type { ToldWithCip } from './cip-claim';
import { cipVerdict, mayRecordUnverified } from './cip-verdict';
import { DELAY_RULES, secondsToWait, TRY_SCOPES } from './wrong-tries';
import type { TryScope, WrongTries } from './wrong-tries';

const NOW = new Date('2026-11-28T10:00:00Z');
const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const NONE: WrongTries = { caller: [], source: [], card: [] };
const NOTHING: ToldWithCip = { codiceFiscale: null, idCarta: null, surname: null, name: null, birthDate: null };
const some = (count: number, ago = 0) => Array.from({ length: count }, () => secondsAgo(ago));

describe('a CIP', () => {
  const card = idCarta('609000000000041').value;

  it('is never enough alone, nor with half of a companion', () => {
    for (const told of [NOTHING, { ...NOTHING, codiceFiscale: '  ' }, { ...NOTHING, surname: 'Rossi', name: 'Mario' }, { ...NOTHING, surname: 'Rossi', birthDate: day('1980-01-01') }]) {
      expect(refused(cipClaim(told))).toEqual({ kind: 'cip-alone', companions: CIP_COMPANIONS });
    }
  });

  it('goes with codice fiscale, card number, or name and birth date, as they are said', () => {
    expect(accepted(cipClaim({ ...NOTHING, codiceFiscale: 'rss mra 80a01 d612y' }))).toEqual({ codiceFiscale: ROSSI.codiceFiscale?.value, idCarta: null, person: null });
    expect(accepted(cipClaim({ ...NOTHING, idCarta: card.replace(/(.{4})/g, '$1 ') })).idCarta).toBe(card);
    expect(accepted(cipClaim({ ...NOTHING, surname: "D'Angelo", name: 'Nicolò', birthDate: day('1980-01-01') })).person).toEqual({ surname: 'DANGELO', name: 'NICOLO', birthDate: '1980-01-01' });
  });

  it('is looked up with all that was told', () => {
    expect(accepted(cipClaim({ ...NOTHING, codiceFiscale: 'RSSMRA80A01D612Y', idCarta: card }))).toMatchObject({ codiceFiscale: 'RSSMRA80A01D612Y', idCarta: card });
  });

  it('is not tried with what is no codice fiscale or card number', () => {
    expect(refused(cipClaim({ ...NOTHING, codiceFiscale: 'RSSMRA80A01D612X' }))).toEqual({ kind: 'cip-claim-malformed', part: 'codice-fiscale' });
    expect(refused(cipClaim({ ...NOTHING, idCarta: '123' }))).toEqual({ kind: 'cip-claim-malformed', part: 'id-carta' });
  });
});

describe('the wait after wrong tries', () => {
  it.each(TRY_SCOPES)('of a %s begins after some, doubles, and has an end', (scope) => {
    const { freeTries, firstSeconds, mostSeconds } = DELAY_RULES[scope];
    const wait = (count: number) => secondsToWait({ ...NONE, [scope]: some(count) }, NOW);
    expect([0, freeTries, freeTries + 1, freeTries + 2, freeTries + 3].map(wait)).toEqual([0, 0, firstSeconds, 2 * firstSeconds, 4 * firstSeconds]);
    expect(wait(freeTries + 40)).toBe(mostSeconds);
  });

  it.each(TRY_SCOPES)('of a %s is over by itself, and the tries are forgotten', (scope) => {
    const { freeTries, halfLifeMinutes } = DELAY_RULES[scope];
    const tries = (ago: number) => ({ ...NONE, [scope]: some(freeTries * 2, ago) });
    expect(secondsToWait(tries(halfLifeMinutes * 60), NOW)).toBe(0);
    expect(secondsToWait({ ...NONE, [scope]: [...some(freeTries, halfLifeMinutes * 60 * 3), NOW] }, NOW)).toBe(0);
    expect(secondsToWait({ ...NONE, [scope]: some(60, 48 * 3_600) }, NOW)).toBe(0);
  });

  it('counts a try that another clock dates after now', () => {
    expect(secondsToWait({ ...NONE, caller: some(3, -30) }, NOW)).toBe(DELAY_RULES.caller.firstSeconds);
  });

  it('is the longest of the three', () => {
    expect(secondsToWait({ caller: some(3), source: some(21), card: some(5) }, NOW)).toBe(10);
  });

  const anyTries = fc.array(fc.integer({ min: 0, max: 3 * 86_400 }), { maxLength: 40 }).map((seconds) => seconds.map(secondsAgo));

  it('never grows while nobody tries, nor beyond its end', () => {
    fc.assert(
      fc.property(fc.constantFrom<TryScope>(...TRY_SCOPES), anyTries, fc.integer({ min: 0, max: 5_000 }), (scope, tries, later) => {
        const history = { ...NONE, [scope]: tries };
        const wait = secondsToWait(history, NOW);
        expect(wait).toBeLessThanOrEqual(DELAY_RULES[scope].mostSeconds);
        expect(secondsToWait(history, new Date(NOW.getTime() + later * 1000))).toBeLessThanOrEqual(Math.max(0, wait - later));
      }),
    );
  });

  it('is never made shorter by another wrong try', () => {
    fc.assert(
      fc.property(fc.constantFrom<TryScope>(...TRY_SCOPES), anyTries, (scope, tries) => {
        expect(secondsToWait({ ...NONE, [scope]: [...tries, NOW] }, NOW)).toBeGreaterThanOrEqual(secondsToWait({ ...NONE, [scope]: tries }, NOW));
      }),
    );
  });
});

describe('the verdict', () => {
  const RIGHT = { isCardKnown: true, isDelivered: true, areCompanionsRight: true, isCipRight: true };
  const parts = Object.keys(RIGHT) as (keyof typeof RIGHT)[];

  it.each(parts)('is the same whichever is wrong: %s', (part) => {
    expect(cipVerdict({ ...RIGHT, [part]: false }, NONE, NOW)).toBe('not-recognised');
    expect(cipVerdict({ ...RIGHT, [part]: false }, { ...NONE, caller: some(4) }, NOW)).toBe('record-unverified');
  });

  it('lets a request be recorded unverified with the fifth wrong try of a caller, or on a card, and not for a busy source', () => {
    const wrong = { ...RIGHT, isCipRight: false };
    expect([3, 4, 9].map((count) => cipVerdict(wrong, { ...NONE, card: some(count) }, NOW))).toEqual(['not-recognised', 'record-unverified', 'record-unverified']);
    expect(cipVerdict(wrong, { ...NONE, source: some(50) }, NOW)).toBe('not-recognised');
    expect(mayRecordUnverified({ ...NONE, card: some(4) }, NOW)).toBe(false);
    expect(mayRecordUnverified({ ...NONE, card: some(5) }, NOW)).toBe(true);
    expect(mayRecordUnverified({ ...NONE, card: some(5, 48 * 3_600) }, NOW)).toBe(false);
  });

  it('never closes a card: who tells all of it right is identified', () => {
    expect(cipVerdict(RIGHT, { caller: some(40), source: some(40), card: some(40) }, NOW)).toBe('identified');
  });
});
