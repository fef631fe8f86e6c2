// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardType } from '../card-type';
import { cnsClassicProfile } from '../cns-classic';

/** Oberthur. Two ATRs are told of; which year has which is not known. */
export const ot2015: CardType = {
  name: 'OT2015/16',
  codes: ['OT2015', 'OT2016'],
  atrs: [
    { atr: '3BFF1800008131FE45006B04050100011101434E5310318069', from: 'second-hand' },
    { atr: '3BFF1800008131FE45006B04050100012101434E5310318059', from: 'second-hand' },
  ],
  profile: cnsClassicProfile,
  activation: 'issuer-auth',
  software: 'Bit4id xpki',
};
