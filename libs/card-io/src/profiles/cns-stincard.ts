// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardProfile } from './card-profile';
import { cnsClassicProfile } from './cns-classic';

/**
 * A CNS under STIncard's mask. It looks a code up in the DF where the card stands; the bit 80 makes it search the DFs above as well, up to the MF, where
 * the codes are. OpenSC sets it for every code command on this mask, so for the PUK too.
 */
export const cnsStincardProfile: CardProfile = { ...cnsClassicProfile, name: 'cns-stincard', pinReference: 0x90, pukReference: 0x91 };
