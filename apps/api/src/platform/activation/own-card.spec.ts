// SPDX-License-Identifier: AGPL-3.0-or-later
import { omocodesOf, parseCodiceFiscale } from '@sportello/domain';
import { isOwnCard } from './own-card';

describe('the own card', () => {
  const own = 'RSSMRA80A41H501Y';

  it('is told by the codice fiscale, under whatever of its spellings', () => {
    const parsed = parseCodiceFiscale(own);
    if (!parsed.ok || parsed.value.kind !== 'regular') throw new Error('the example is a codice fiscale');
    expect(isOwnCard(own.toLowerCase(), own)).toBe(true);
    const spellings = omocodesOf(parsed.value);
    expect(spellings.length).toBeGreaterThan(10);
    for (const spelling of spellings) expect(isOwnCard(own, spelling)).toBe(true);
  });

  it('is nobody else’s, and nobody’s whose code is not recorded', () => {
    expect(isOwnCard(own, 'VRDLGU70A01H501J')).toBe(false);
    expect(isOwnCard(null, own)).toBe(false);
  });
});
