// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardProfile } from '../card-profile';
import type { CardType } from '../card-type';
import { cnsClassicProfile } from '../cns-classic';

/**
 * IDEMIA: what lies at the classic place is no certificate that can be read; the real one is under the DF of the signature, its key beside it (1400/9002). The
 * security environment is known (02); that the key's reference is 02 too is inferred, and was tried on no real card.
 */
export const cnsIdemiaProfile: CardProfile = {
  ...cnsClassicProfile,
  name: 'cns-idemia',
  files: { ...cnsClassicProfile.files, certificate: [{ path: ['1400', '9001', '2002'] }, ...cnsClassicProfile.files.certificate] },
  keys: [{ securityEnvironment: 0x02, keyReference: 0x02 }],
};

export const ace2021: CardType = {
  name: 'ACe/ACx2021',
  codes: ['ACe2021', 'ACx2021'],
  atrs: [{ atr: '3BFF1800008131FE45006B05052000012101434E5310318079', from: 'seen' }],
  profile: cnsIdemiaProfile,
  activation: 'issuer-auth',
  software: 'Bit4id xpki',
};
