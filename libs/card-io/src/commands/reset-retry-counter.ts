// SPDX-License-Identifier: AGPL-3.0-or-later
import { codeBlocks, parseCodeAnswer } from './reference-data';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardCommand } from '../session/card-command';
import type { CodeRefusal } from './reference-data';

export type ResetRetryCounterOutcome = { readonly kind: 'reset' } | CodeRefusal;

/** RESET RETRY COUNTER, PUK and new PIN (ISO 7816-4 §7.5.10, P1 00). `reference` is the PIN's; a wrong PUK costs one of the PUK's tries. */
export function resetRetryCounter(reference: number, puk: SecretBytes, newPin: SecretBytes): CardCommand<ResetRetryCounterOutcome> {
  return {
    name: 'reset-retry-counter',
    apdu: { cla: 0x00, ins: 0x2c, p1: 0x00, p2: reference, data: codeBlocks(puk, newPin) },
    holdsCode: true,
    parse: (response) => parseCodeAnswer(response, { kind: 'reset' }),
  };
}
