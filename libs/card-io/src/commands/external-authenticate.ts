// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type ExternalAuthenticateOutcome = { readonly kind: 'authenticated' } | RefusedByCard;

/** EXTERNAL AUTHENTICATE (ISO 7816-4 §7.5.4) with the cryptogram over the card's last challenge. A wrong one may cost the card one of a few tries that never come back. */
export function externalAuthenticate(keyReference: number, cryptogram: Uint8Array): CardCommand<ExternalAuthenticateOutcome> {
  return {
    name: 'external-authenticate',
    apdu: { cla: 0x00, ins: 0x82, p1: 0x00, p2: keyReference, data: cryptogram },
    // No code, but like one it is sent once and wiped: a card that said "wrong length" may have counted the try.
    holdsCode: true,
    parse: ({ sw }) => (sw === statusWord.ok ? { kind: 'authenticated' } : { kind: 'refused', sw }),
  };
}
