// SPDX-License-Identifier: AGPL-3.0-or-later
import { codeBlocks, parseCodeAnswer } from './reference-data';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardCommand } from '../session/card-command';
import type { CodeRefusal } from './reference-data';

export type VerifyOutcome = { readonly kind: 'verified' } | CodeRefusal;

/** VERIFY (ISO 7816-4 §7.5.6). There is no empty VERIFY here: some cards count it as a wrong try. */
export function verify(reference: number, code: SecretBytes): CardCommand<VerifyOutcome> {
  return {
    name: 'verify',
    apdu: { cla: 0x00, ins: 0x20, p1: 0x00, p2: reference, data: codeBlocks(code) },
    holdsCode: true,
    parse: (response) => parseCodeAnswer(response, { kind: 'verified' }),
  };
}
