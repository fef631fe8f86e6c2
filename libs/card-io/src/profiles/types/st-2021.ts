// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardType } from '../card-type';
import { cnsStincardProfile } from '../cns-stincard';

export const st2021: CardType = {
  name: 'ST2021',
  codes: ['ST2021'],
  atrs: [{ atr: '3BFF1800FF8131FE55006B02091617011101434E531131808D', from: 'seen' }],
  profile: cnsStincardProfile,
  activation: 'transport-codes',
  software: 'SafeDive',
};
