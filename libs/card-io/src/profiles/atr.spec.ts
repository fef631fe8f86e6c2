// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex } from '../bytes/hex';
import { cardTypeOf, isCnsAtr, isContactlessAtr, isProfessionalAtr } from './atr';
import { historicalBytesOf } from './historical-bytes';

const st2021 = fromHex('3BFF1800FF8131FE55006B02091617011101434E531131808D');

describe('the historical bytes of an ATR', () => {
  it('come after all interface bytes', () => {
    expect(historicalBytesOf(st2021)).toEqual(fromHex('006B02091617011101434E53113180'));
    expect(historicalBytesOf(fromHex('3B02 1450'))).toEqual(fromHex('1450'));
  });

  it.each(['', '3B', '3BFF18', '3B0214'])('are not there in "%s", which ends too early', (hex) => {
    expect(historicalBytesOf(fromHex(hex))).toBeUndefined();
  });
});

describe('what an ATR tells', () => {
  it.each([
    ['ST2021', '3BFF1800FF8131FE55006B02091617011101434E531131808D'],
    ['ST2022', '3BFF1800FF8131FE55006B02091717011101434E531131808C'],
    ['ACe/ACx2021', '3BFF1800008131FE45006B05052000012101434E5310318079'],
    ['ID2019', '3BFF1800008131FE45006B05051017012101434E531031805E'],
    ['OT2015/16', '3BFF1800008131FE45006B04050100011101434E5310318069'],
    ['OT2015/16', '3BFF1800008131FE45006B04050100012101434E5310318059'],
    ['AC', '3BDF18008131FE7D006B020C0182011101434E53103180FC'],
  ])('%s by its ATR, a CNS', (type, hex) => {
    expect(cardTypeOf(fromHex(hex))?.name).toBe(type);
    expect(isCnsAtr(fromHex(hex))).toBe(true);
  });

  it('a CNS of an unknown type is a CNS all the same', () => {
    const later = fromHex('3BFF1800FF8131FE55006B02099917011101434E5311318002');
    expect(isCnsAtr(later)).toBe(true);
    expect(cardTypeOf(later)).toBeUndefined();
  });

  it.each([
    ['a health professional\'s card', '3BFF1800FF8131FE55006B0209161701110148504311318000'],
    ['"CNS" in the wrong place', '3BFF1800FF8131FE5500434E5309161701116B020111318000'],
    ['"CNS" among fewer historical bytes', '3B0E006B02091617011101434E531131'],
    ['a SIM', '3B9F96801FC78031E073FE2113576E2A'],
    ['nothing', ''],
  ])('%s is no CNS', (_case, hex) => {
    expect(isCnsAtr(fromHex(hex))).toBe(false);
    expect(cardTypeOf(fromHex(hex))).toBeUndefined();
  });

  it('"HPC" in the place of "CNS" is a health professional\'s card', () => {
    expect(isProfessionalAtr(fromHex('3BFF1800FF8131FE55006B0209161701110148504311318000'))).toBe(true);
    expect(isProfessionalAtr(st2021)).toBe(false);
  });

  it('a contactless ATR is told from a contact one', () => {
    expect(isContactlessAtr(fromHex('3B8080010101'))).toBe(true);
    expect(isContactlessAtr(fromHex('3B888001'))).toBe(true);
    expect(isContactlessAtr(st2021)).toBe(false);
  });
});
