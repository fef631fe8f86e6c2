// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardProfile } from '../card-profile';
import type { CardType } from '../card-type';
import { cnsClassicProfile } from '../cns-classic';
import { cnsIdemiaProfile } from './ace-2021';

/** As its middleware was traced: it selects the CNS by AID (the answer names 3F00), then the public files by path, and takes the certificate from the ESIGN application. */
export const cnsEsignProfile: CardProfile = {
  ...cnsClassicProfile,
  name: 'cns-esign',
  application: 'A000000530000B104001021A',
  files: { ...cnsClassicProfile.files, certificate: [{ application: 'A000000530455349474E', path: ['DA01', 'C001'] }] },
  // Not traced: the ways of the two layouts before it are tried.
  keys: [...cnsIdemiaProfile.keys, ...cnsClassicProfile.keys],
};

/** No ATR of these cards is known: one is told by its files, which are where no other type has them. */
export const ace2025: CardType = {
  name: 'ACe/ACx/ACj2025',
  codes: ['ACe2025', 'ACx2025', 'ACj2025'],
  atrs: [],
  profile: cnsEsignProfile,
  activation: 'issuer-auth',
  software: null,
};
