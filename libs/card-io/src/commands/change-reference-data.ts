// SPDX-License-Identifier: AGPL-3.0-or-later
import { codeBlocks, parseCodeAnswer } from './reference-data';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardCommand } from '../session/card-command';
import type { CodeRefusal } from './reference-data';

export type ChangeReferenceDataOutcome = { readonly kind: 'changed' } | CodeRefusal;

/** CHANGE REFERENCE DATA, old code and new code (ISO 7816-4 §7.5.7, P1 00). A wrong old code costs one of its tries. */
export function changeReferenceData(reference: number, oldCode: SecretBytes, newCode: SecretBytes): CardCommand<ChangeReferenceDataOutcome> {
  return {
    name: 'change-reference-data',
    apdu: { cla: 0x00, ins: 0x24, p1: 0x00, p2: reference, data: codeBlocks(oldCode, newCode) },
    holdsCode: true,
    parse: (response) => parseCodeAnswer(response, { kind: 'changed' }),
  };
}
