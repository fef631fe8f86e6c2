// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardType } from '../card-type';
import { cnsClassicProfile } from '../cns-classic';

/** Athena's mask. The ATR does not tell the years apart. That AT2012 is of this mask is inferred from its name: no source was seen. */
export const ac: CardType = {
  name: 'AC',
  codes: ['AT2012', 'AC2013', 'AC2014', 'AC2018'],
  atrs: [{ atr: '3BDF18008131FE7D006B020C0182011101434E53103180FC', from: 'second-hand' }],
  profile: cnsClassicProfile,
  activation: 'transport-codes',
  software: 'IDProtect (Athena/Actalis)',
};
