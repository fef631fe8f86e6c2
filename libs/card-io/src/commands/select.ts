// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { fromHex } from '../bytes/hex';
import type { ResponseApdu } from '../apdu/response-apdu';
import type { FilePath } from '../profiles/card-profile';
import type { CardCommand, RefusedByCard } from '../session/card-command';

export type SelectOutcome = { readonly kind: 'selected' } | { readonly kind: 'not-found' } | RefusedByCard;

const withoutAnswer = 0x0c;
const withFci = 0x00;
const masterFile = '3F00';

/** SELECT by path from the MF, without an answer (ISO 7816-4 §7.1.1, P1 08, P2 0C): one APDU for a file at any depth. */
export function selectPath(path: FilePath): CardCommand<SelectOutcome> {
  return select('select-path', 0x08, withoutAnswer, path.join(''));
}

/** SELECT of an EF under the current DF, without an answer (P1 02): shorter than the path for a file beside the last one. */
export function selectSibling(fid: string): CardCommand<SelectOutcome> {
  return select('select-sibling', 0x02, withoutAnswer, fid);
}

/** SELECT of the MF, without an answer: by its FID, from anywhere. */
export function selectMasterFile(): CardCommand<SelectOutcome> {
  return select('select-mf', 0x00, withoutAnswer, masterFile);
}

/** SELECT by DF name (P1 04). Its answer, the FCI, is left unread: it was traced with P2 00, and with no other. */
export function selectApplication(aid: string): CardCommand<SelectOutcome> {
  return select('select-application', 0x04, withFci, aid);
}

/** SELECT by path from the current DF (P1 09), with P2 00 as it was traced below an application. */
export function selectBelow(path: FilePath): CardCommand<SelectOutcome> {
  return select('select-below', 0x09, withFci, path.join(''));
}

function select(name: string, p1: number, p2: number, data: string): CardCommand<SelectOutcome> {
  return { name, apdu: { cla: 0x00, ins: 0xa4, p1, p2, data: fromHex(data) }, holdsCode: false, parse };
}

function parse({ sw }: ResponseApdu): SelectOutcome {
  if (sw === statusWord.ok) return { kind: 'selected' };
  return sw === statusWord.fileNotFound ? { kind: 'not-found' } : { kind: 'refused', sw };
}
