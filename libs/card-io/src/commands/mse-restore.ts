// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type MseRestoreOutcome = { readonly kind: 'restored' } | RefusedByCard;

/**
 * MANAGE SECURITY ENVIRONMENT, RESTORE (ISO 7816-4 §7.5.11). The CNS wants a zero byte after the header; OpenSC sends it as Le, and that is the
 * form that real cards have been seen to take.
 */
export function mseRestore(securityEnvironment: number): CardCommand<MseRestoreOutcome> {
  return {
    name: 'mse-restore',
    apdu: { cla: 0x00, ins: 0x22, p1: 0xf3, p2: securityEnvironment, le: 256 },
    holdsCode: false,
    parse: ({ sw }) => (sw === statusWord.ok ? { kind: 'restored' } : { kind: 'refused', sw }),
  };
}
