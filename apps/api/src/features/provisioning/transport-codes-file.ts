// SPDX-License-Identifier: AGPL-3.0-or-later
import { SecretBytes, type TransportCodes } from '@sportello/card-io/issuer';

/** One card, with the line that it stands on (from 1). The caller wipes it. */
export interface TransportCodesLine extends TransportCodes {
  readonly line: number;
}

export interface LineComplaint {
  readonly line: number;
  readonly kind: 'not-three-fields' | 'id-carta' | 'pin' | 'puk' | 'twice' | 'not-inactive' | 'other-codes';
}

export interface TransportCodesFile {
  readonly cards: readonly TransportCodesLine[];
  readonly complaints: readonly LineComplaint[];
}

const HEADER = 'id_carta,pin,puk';
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const [LF, CR, COMMA, ZERO, NINE] = [0x0a, 0x0d, 0x2c, 0x30, 0x39];
const ID_CARTA_LENGTH = 16;
const PIN_LENGTHS = { shortest: 5, longest: 8 };
const PUK_LENGTH = 8;

/** Reads `id_carta,pin,puk` lines (with that header or none, LF or CRLF) from bytes that the caller wipes. Codes never become strings. */
export function readTransportCodes(clear: Buffer): TransportCodesFile {
  const cards: TransportCodesLine[] = [];
  const complaints: LineComplaint[] = [];
  const seen = new Set<string>();
  for (const { line, text } of linesOf(clear)) {
    if (line === 1 && text.length === HEADER.length && text.toString('latin1').toLowerCase() === HEADER) continue;
    const [idCarta, pin, puk, ...more] = split(text, COMMA);
    const complain = (kind: LineComplaint['kind']): void => void complaints.push({ line, kind });
    if (!idCarta || !pin || !puk || more.length > 0) {
      complain('not-three-fields');
      continue;
    }
    const isCard = areDigits(idCarta, ID_CARTA_LENGTH);
    const [isPin, isPuk] = [areDigits(pin, PIN_LENGTHS.shortest, PIN_LENGTHS.longest), areDigits(puk, PUK_LENGTH)];
    if (!isCard) complain('id-carta');
    if (!isPin) complain('pin');
    if (!isPuk) complain('puk');
    if (!isCard) continue;
    const id = idCarta.toString('latin1');
    if (seen.has(id)) complain('twice');
    else if (isPin && isPuk) cards.push({ line, idCarta: id, transportPin: SecretBytes.own(Uint8Array.from(pin)), transportPuk: SecretBytes.own(Uint8Array.from(puk)) });
    seen.add(id);
  }
  return { cards, complaints };
}

/** Views of the lines; empty ones are left out, and keep their number. */
function linesOf(clear: Buffer): readonly { readonly line: number; readonly text: Buffer }[] {
  const start = clear.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  return split(clear.subarray(start), LF)
    .map((text, index) => ({ line: index + 1, text: text.at(-1) === CR ? text.subarray(0, -1) : text }))
    .filter(({ text }) => text.length > 0);
}

function split(bytes: Buffer, separator: number): readonly Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, from)) {
    parts.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...parts, bytes.subarray(from)];
}

function areDigits(bytes: Buffer, shortest: number, longest = shortest): boolean {
  return bytes.length >= shortest && bytes.length <= longest && bytes.every((byte) => byte >= ZERO && byte <= NINE);
}
