// SPDX-License-Identifier: AGPL-3.0-or-later
import { ACT_FAMILIES, actsOf, AUDITED_ACTS, familyOf } from './audited-acts';

describe('the acts of the log', () => {
  it('have each a name of their own, made of a family and what happened', () => {
    expect(new Set(AUDITED_ACTS).size).toBe(AUDITED_ACTS.length);
    expect(AUDITED_ACTS.filter((act) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(act))).toEqual([]);
  });

  it('stand each in one family, and no family is an act', () => {
    expect(ACT_FAMILIES.flatMap(actsOf).sort()).toEqual([...AUDITED_ACTS].sort());
    expect(actsOf('factors')).toEqual(['factors.reset-asked', 'factors.reset']);
    expect(familyOf('transport-codes.imported')).toBe('transport-codes');
    expect(ACT_FAMILIES.filter((family) => (AUDITED_ACTS as readonly string[]).includes(family))).toEqual([]);
  });
});
