// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex, toHex } from '../bytes/hex';
import { cardTypes } from './card-types';
import { historicalBytesOf } from './historical-bytes';
import type { CardType } from './card-type';

/** Compared by the historical bytes, which name the card; the interface bytes in front of them only say how to talk to it. */
const typeByHistoricalBytes: ReadonlyMap<string, CardType> = new Map(
  cardTypes.flatMap((type) => type.atrs.map(({ atr }): [string, CardType] => [historicalHex(fromHex(atr)), type])),
);

const markOffset = 9;
const marks = { cns: '434E53', hpc: '485043' } as const;

/** The type that this contact ATR is known for; undefined = not known, which says nothing about the card. */
export function cardTypeOf(atr: Uint8Array): CardType | undefined {
  return typeByHistoricalBytes.get(historicalHex(atr));
}

/** Whether 15 historical bytes say "CNS" where they should. Nothing more can be told from an ATR: what the card is, its files say. */
export function isCnsAtr(atr: Uint8Array): boolean {
  return hasMark(atr, marks.cns);
}

/** Whether "HPC" stands in the place of "CNS": the card of a health professional. */
export function isProfessionalAtr(atr: Uint8Array): boolean {
  return hasMark(atr, marks.hpc);
}

/** Whether this looks like the contactless side of a card on a dual reader: usually a contact card that is not pushed in. */
export function isContactlessAtr(atr: Uint8Array): boolean {
  return contactlessBeginnings.some((beginning) => toHex(atr).startsWith(beginning));
}

/** Whether the mask is STIncard's: the third of the historical bytes after their category says who made it. */
export function isStincardAtr(atr: Uint8Array): boolean {
  return isCnsAtr(atr) && historicalBytesOf(atr)?.[maskMakerOffset] === stincard;
}

const contactlessBeginnings: readonly string[] = ['3B80800101', '3B88', '3B8C'];
const maskMakerOffset = 3;
const stincard = 0x09;

function hasMark(atr: Uint8Array, mark: string): boolean {
  const historical = historicalHex(atr);
  return historical.length === 30 && historical.startsWith(mark, markOffset * 2);
}

function historicalHex(atr: Uint8Array): string {
  return toHex(historicalBytesOf(atr) ?? new Uint8Array());
}
