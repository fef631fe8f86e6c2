// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardLayout } from './cns-files';
import type { CodeReferences } from './code-lookup';
import type { KeyNames } from './security-environment';

/** One kind of card, as it answers. Written down here, and not shared with the product: a simulator that looks up the tables that it judges would judge nothing. */
export interface CardModel {
  readonly atr: string;
  readonly layout: CardLayout;
  readonly references: CodeReferences;
  readonly key: KeyNames;
}

const classicKey: KeyNames = { securityEnvironment: 0x03, key: 0x01 };
const idemiaKey: KeyNames = { securityEnvironment: 0x02, key: 0x02 };

const athena: CardModel = { atr: '3BDF18008131FE7D006B020C0182011101434E53103180FC', layout: 'classic', references: 'plain', key: classicKey };
const oberthur: CardModel = { atr: '3BFF1800008131FE45006B04050100011101434E5310318069', layout: 'classic', references: 'plain', key: classicKey };
const idemia2021: CardModel = { atr: '3BFF1800008131FE45006B05052000012101434E5310318079', layout: 'idemia', references: 'plain', key: idemiaKey };
/** No ATR of these cards is known: this one is invented, and how they name their key as well. */
const idemia2025: CardModel = { atr: '3BFF1800008131FE45006B05059999012101434E5310318059', layout: 'esign', references: 'plain', key: idemiaKey };
const stincard: CardModel = { atr: '3BFF1800FF8131FE55006B02091617011101434E531131808D', layout: 'classic', references: 'stincard', key: classicKey };

/** By the code at the top left of the plastic. */
const models = {
  AT2012: athena,
  AC2013: athena,
  AC2014: athena,
  AC2018: athena,
  OT2015: oberthur,
  OT2016: { ...oberthur, atr: '3BFF1800008131FE45006B04050100012101434E5310318059' },
  ID2019: { ...oberthur, atr: '3BFF1800008131FE45006B05051017012101434E531031805E' },
  ACe2021: idemia2021,
  ACx2021: idemia2021,
  ST2021: stincard,
  ST2022: { ...stincard, atr: '3BFF1800FF8131FE55006B02091717011101434E531131808C' },
  ACe2025: idemia2025,
  ACx2025: idemia2025,
  ACj2025: idemia2025,
} as const satisfies Readonly<Record<string, CardModel>>;

export type CardModelName = keyof typeof models;

export const cardModelNames = Object.keys(models).filter(isCardModelName);

export function isCardModelName(name: string): name is CardModelName {
  return Object.hasOwn(models, name);
}

export function cardModel(name: CardModelName): CardModel {
  return models[name];
}

/** An ST 2021 that is not particular about how its codes are named. */
export const lenientModel: CardModel = { ...stincard, references: 'either' };
