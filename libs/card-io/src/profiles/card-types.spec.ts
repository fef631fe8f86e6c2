// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex, toHex } from '../bytes/hex';
import { isCnsAtr } from './atr';
import { cardTypeNamed, cardTypes } from './card-types';
import { historicalBytesOf } from './historical-bytes';

const atrs = cardTypes.flatMap((type) => type.atrs.map(({ atr }) => fromHex(atr)));

describe('the table of card types', () => {
  it('holds each row of the plastic once', () => {
    const codes = cardTypes.flatMap((type) => type.codes);
    expect(codes).toEqual(['AT2012', 'AC2013', 'AC2014', 'AC2018', 'OT2015', 'OT2016', 'ID2019', 'ACe2021', 'ACx2021', 'ST2021', 'ST2022', 'ACe2025', 'ACx2025', 'ACj2025']);
  });

  it('has names that fit where a reading holds them', () => {
    expect(cardTypes.filter(({ name }) => name.length > 20 || name.includes(' '))).toEqual([]);
  });

  it('is told apart by historical bytes that no two types share', () => {
    const historical = atrs.map((atr) => toHex(historicalBytesOf(atr) ?? new Uint8Array()));
    expect(new Set(historical).size).toBe(historical.length);
  });

  it('has ATRs of a CNS, whose check byte is right (ISO 7816-3 §8.2.5): nobody mistyped one', () => {
    expect(atrs.filter((atr) => !isCnsAtr(atr) || atr.slice(1).reduce((sum, byte) => sum ^ byte, 0) !== 0).map(toHex)).toEqual([]);
  });

  it('knows a type by its name and by each of its codes, and no other', () => {
    expect(cardTypeNamed('OT2015/16')).toBe(cardTypeNamed('OT2016'));
    expect(cardTypeNamed('OT2017')).toBeUndefined();
  });
});
