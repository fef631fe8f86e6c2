// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { sha256DigestInfo } from './digest-info';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type PsoSignOutcome = { readonly kind: 'signed'; readonly signature: Uint8Array } | RefusedByCard;

/** PSO: COMPUTE DIGITAL SIGNATURE (ISO 7816-8) over a SHA-256 value of 32 bytes; the card adds the PKCS#1 v1.5 padding. */
export function psoSignSha256(digest: Uint8Array): CardCommand<PsoSignOutcome> {
  return {
    name: 'pso-sign',
    apdu: { cla: 0x00, ins: 0x2a, p1: 0x9e, p2: 0x9a, data: sha256DigestInfo(digest), le: 256 },
    holdsCode: false,
    parse: ({ sw, data }) => (sw === statusWord.ok && data.length > 0 ? { kind: 'signed', signature: data } : { kind: 'refused', sw }),
  };
}
