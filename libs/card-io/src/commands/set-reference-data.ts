// SPDX-License-Identifier: AGPL-3.0-or-later
import { codeBlocks, parseCodeAnswer } from './reference-data';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardCommand } from '../session/card-command';
import type { CodeRefusal } from './reference-data';

export type SetReferenceDataOutcome = { readonly kind: 'set' } | CodeRefusal;

/** CHANGE REFERENCE DATA, new code alone (ISO 7816-4 §7.5.7, P1 01), for an issuer that has authenticated itself. No code is compared, so no try is spent. */
export function setReferenceData(reference: number, newCode: SecretBytes): CardCommand<SetReferenceDataOutcome> {
  return {
    name: 'set-reference-data',
    apdu: { cla: 0x00, ins: 0x24, p1: 0x01, p2: reference, data: codeBlocks(newCode) },
    holdsCode: true,
    parse: (response) => parseCodeAnswer(response, { kind: 'set' }),
  };
}
