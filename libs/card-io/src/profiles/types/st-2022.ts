// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardType } from '../card-type';
import { cnsStincardProfile } from '../cns-stincard';

export const st2022: CardType = {
  name: 'ST2022',
  codes: ['ST2022'],
  atrs: [{ atr: '3BFF1800FF8131FE55006B02091717011101434E531131808C', from: 'second-hand' }],
  profile: cnsStincardProfile,
  activation: 'transport-codes',
  software: 'SafeDive',
};
