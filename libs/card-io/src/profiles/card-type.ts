// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex, toHex } from '../bytes/hex';
import { historicalBytesOf } from './historical-bytes';

/** The code printed at the top left of the plastic. */
export type CardType = 'AC' | 'OT 2015/16' | 'ID 2019' | 'ACe/ACx 2021' | 'ST 2021' | 'ST 2022';

interface TypeSample {
  readonly type: CardType;
  /** Contact ATR. */
  readonly atr: string;
}

/** As published or traced; only the two of 2021 were seen on real cards. */
const samples: readonly TypeSample[] = [
  { type: 'ST 2021', atr: '3BFF1800FF8131FE55006B02091617011101434E531131808D' },
  { type: 'ST 2022', atr: '3BFF1800FF8131FE55006B02091717011101434E531131808C' },
  { type: 'ACe/ACx 2021', atr: '3BFF1800008131FE45006B05052000012101434E5310318079' },
  { type: 'ID 2019', atr: '3BFF1800008131FE45006B05051017012101434E531031805E' },
  { type: 'OT 2015/16', atr: '3BFF1800008131FE45006B04050100011101434E5310318069' },
  { type: 'OT 2015/16', atr: '3BFF1800008131FE45006B04050100012101434E5310318059' },
  { type: 'AC', atr: '3BDF18008131FE7D006B020C0182011101434E53103180FC' },
];

/** Compared by the historical bytes, which name the card; the interface bytes in front of them only say how to talk to it. */
const typeByHistoricalBytes: ReadonlyMap<string, CardType> = new Map(samples.map(({ type, atr }) => [historicalHex(fromHex(atr)), type]));

const cnsMark = '434E53';
const cnsMarkOffset = 9;

/** The type that this contact ATR is known for; undefined = not known, which says nothing about the card. */
export function cardTypeOf(atr: Uint8Array): CardType | undefined {
  return typeByHistoricalBytes.get(historicalHex(atr));
}

/** Whether 15 historical bytes say "CNS" where they should. Nothing more can be told from an ATR: what the card is, its files say. */
export function isCnsAtr(atr: Uint8Array): boolean {
  const historical = historicalHex(atr);
  return historical.length === 30 && historical.startsWith(cnsMark, cnsMarkOffset * 2);
}

/** Whether this looks like the contactless side of a card on a dual reader: usually a contact card that is not pushed in. */
export function isContactlessAtr(atr: Uint8Array): boolean {
  return contactlessBeginnings.some((beginning) => toHex(atr).startsWith(beginning));
}

const contactlessBeginnings: readonly string[] = ['3B80800101', '3B88', '3B8C'];

function historicalHex(atr: Uint8Array): string {
  return toHex(historicalBytesOf(atr) ?? new Uint8Array());
}
