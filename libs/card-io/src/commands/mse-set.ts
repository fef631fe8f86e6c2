// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { encodeTlv } from '../tlv/ber-tlv';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type MseSetOutcome = { readonly kind: 'set' } | RefusedByCard;

/** What the key is to do: each has its control reference template (ISO 7816-4 §5.4, DST and CT). */
export type KeyUse = 'sign' | 'decipher';

const templates: Readonly<Record<KeyUse, number>> = { sign: 0xb6, decipher: 0xb8 };
const privateKeyReference = 0x83;

/** MANAGE SECURITY ENVIRONMENT, SET the key and its use (ISO 7816-4 §7.5.11; the CNS takes F1 for P1 and tag 83 for its keys). */
export function mseSetKey(use: KeyUse, key: number): CardCommand<MseSetOutcome> {
  return {
    name: 'mse-set',
    apdu: { cla: 0x00, ins: 0x22, p1: 0xf1, p2: templates[use], data: encodeTlv(privateKeyReference, Uint8Array.of(key)) },
    holdsCode: false,
    parse: ({ sw }) => (sw === statusWord.ok ? { kind: 'set' } : { kind: 'refused', sw }),
  };
}
