// SPDX-License-Identifier: AGPL-3.0-or-later
import { cardTypeOf, isCnsAtr, isStincardAtr } from './atr';
import { cnsClassicProfile } from './cns-classic';
import { cnsStincardProfile } from './cns-stincard';
import { cnsIdemiaProfile } from './types/ace-2021';
import { cnsEsignProfile } from './types/ace-2025';
import type { CardProfile } from './card-profile';

/**
 * The layouts to try on a card, likeliest first: its type's own, then every other one, since a later issue of a type may have changed. A card that does
 * not say that it is a CNS is tried as a classic one only.
 */
export function candidateProfilesOf(atr: Uint8Array): readonly [CardProfile, ...CardProfile[]] {
  const first = profileOf(atr);
  return isCnsAtr(atr) ? [first, ...[layoutOfCodes(atr), cnsIdemiaProfile, cnsEsignProfile].filter((other) => other !== first)] : [first];
}

/** The likeliest layout for this ATR; a card of an unknown type is taken for a classic one. */
export function profileOf(atr: Uint8Array): CardProfile {
  return cardTypeOf(atr)?.profile ?? layoutOfCodes(atr);
}

/** The classic files, with the references of codes that the mask wants. */
function layoutOfCodes(atr: Uint8Array): CardProfile {
  return isStincardAtr(atr) ? cnsStincardProfile : cnsClassicProfile;
}
