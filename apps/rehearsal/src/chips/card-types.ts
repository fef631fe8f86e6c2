// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex } from '@sportello/card-io';

/** Contact ATR by the type printed top left on the card. Types that share a chip share it. */
const atrs: Readonly<Record<string, string>> = {
  AC2013: '3BDF18008131FE7D006B020C0182011101434E53103180FC',
  AC2014: '3BDF18008131FE7D006B020C0182011101434E53103180FC',
  AC2018: '3BDF18008131FE7D006B020C0182011101434E53103180FC',
  OT2015: '3BFF1800008131FE45006B04050100011101434E5310318069',
  OT2016: '3BFF1800008131FE45006B04050100011101434E5310318069',
  ID2019: '3BFF1800008131FE45006B05051017012101434E531031805E',
  ST2021: '3BFF1800FF8131FE55006B02091617011101434E531131808D',
  ST2022: '3BFF1800FF8131FE55006B02091717011101434E531131808C',
};

export const CARD_TYPES = Object.keys(atrs);

/** @throws RangeError for a type that the table does not know. */
export const atrOf = (cardType: string): Uint8Array => {
  const atr = atrs[cardType];
  if (atr === undefined) throw new RangeError(`no ATR is known for ${cardType}`);
  return fromHex(atr);
};
