// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { fromHex } from '../bytes/hex';
import type { ResponseApdu } from '../apdu/response-apdu';
import type { FilePath } from '../profiles/card-profile';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type SelectOutcome = { readonly kind: 'selected' } | { readonly kind: 'not-found' } | RefusedByCard;

const withoutAnswer = 0x0c;

/** SELECT by path from the MF, without an answer (ISO 7816-4 §7.1.1, P1 08, P2 0C): one APDU for a file at any depth. */
export function selectPath(path: FilePath): CardCommand<SelectOutcome> {
  return {
    name: 'select-path',
    apdu: { cla: 0x00, ins: 0xa4, p1: 0x08, p2: withoutAnswer, data: fromHex(path.join('')) },
    holdsCode: false,
    parse,
  };
}

/** SELECT of an EF under the current DF, without an answer (P1 02): shorter than the path for a file beside the last one. */
export function selectSibling(fid: string): CardCommand<SelectOutcome> {
  return {
    name: 'select-sibling',
    apdu: { cla: 0x00, ins: 0xa4, p1: 0x02, p2: withoutAnswer, data: fromHex(fid) },
    holdsCode: false,
    parse,
  };
}

function parse({ sw }: ResponseApdu): SelectOutcome {
  if (sw === statusWord.ok) return { kind: 'selected' };
  return sw === statusWord.fileNotFound ? { kind: 'not-found' } : { kind: 'refused', sw };
}
