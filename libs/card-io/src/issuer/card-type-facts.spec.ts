// SPDX-License-Identifier: AGPL-3.0-or-later
import { activationMethodOf, softwareFor } from './card-type-facts';

describe('what an issuer and a citizen need to know of a card type', () => {
  it.each([
    ['AC', 'transport-codes', 'IDProtect (Athena/Actalis)'],
    ['AC2018', 'transport-codes', 'IDProtect (Athena/Actalis)'],
    ['OT2015/16', 'issuer-auth', 'Bit4id xpki'],
    ['ID2019', 'issuer-auth', 'Bit4id xpki'],
    ['ACe/ACx2021', 'issuer-auth', 'Bit4id xpki'],
    ['ST2021', 'transport-codes', 'SafeDive'],
    ['ST2022', 'transport-codes', 'SafeDive'],
    ['ACe/ACx/ACj2025', 'issuer-auth', null],
  ])('%s: %s unless the installation says otherwise, and at home %s', (cardType, method, software) => {
    expect([activationMethodOf(cardType), softwareFor(cardType)]).toEqual([method, software]);
  });

  it.each([null, 'XY2030'])('a card of type %s is taken for one with transport codes, and no software is promised', (cardType) => {
    expect([activationMethodOf(cardType), softwareFor(cardType)]).toEqual(['transport-codes', null]);
  });
});
