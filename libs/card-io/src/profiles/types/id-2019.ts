// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardType } from '../card-type';
import { cnsClassicProfile } from '../cns-classic';

/** IDEMIA, before the layout of 2021. */
export const id2019: CardType = {
  name: 'ID2019',
  codes: ['ID2019'],
  atrs: [{ atr: '3BFF1800008131FE45006B05051017012101434E531031805E', from: 'second-hand' }],
  profile: cnsClassicProfile,
  activation: 'issuer-auth',
  software: 'Bit4id xpki',
};
