// SPDX-License-Identifier: AGPL-3.0-or-later

/** The code printed at the top left of the plastic. */
export type CardType = 'AC' | 'OT 2015/16' | 'ID 2019' | 'ACe/ACx 2021' | 'ST 2021' | 'ST 2022';

/** The type that this contact ATR is known for; undefined = not known, which says nothing about the card. */
export declare function cardTypeOf(atr: Uint8Array): CardType | undefined;
/** Whether the historical bytes say "CNS". The only test that an ATR is good for. */
export declare function isCnsAtr(atr: Uint8Array): boolean;
/** Whether this looks like the contactless side of a card on a dual reader: usually a contact card that is not pushed in. */
export declare function isContactlessAtr(atr: Uint8Array): boolean;
