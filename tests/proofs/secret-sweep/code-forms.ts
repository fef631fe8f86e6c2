// SPDX-License-Identifier: AGPL-3.0-or-later

export const CODE_KINDS = ['pin', 'puk', 'cip', 'transport-pin', 'transport-puk'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** A code that the sweep knows, because it has read the paper or imported the manufacturer's file. */
export interface KnownCode {
  readonly kind: CodeKind;
  readonly text: string;
  /** The desk whose card has it. */
  readonly desk: number;
  /** Of a PIN: the PUK of the same card, beside which it may stand. */
  readonly partner?: string;
}

export const ENCODINGS = ['plain', 'reversed', 'bcd', 'base64', 'base64url', 'hex', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * What a match of a form proves. `sure`: at this length and in this company no unrelated bytes look like it. `lone`: digits in clear that could be another number
 * (five digits often are), so what stands around them is looked at. `short`: so few bits that chance finds them in hundreds of megabytes.
 */
export type Weight = 'sure' | 'lone' | 'short';

/** The bytes that a code becomes in one encoding. */
export interface CodeForm {
  readonly code: KnownCode;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
  readonly weight: Weight;
}

const isPin = ({ kind }: KnownCode): boolean => kind === 'pin' || kind === 'transport-pin';

export function formsOf(code: KnownCode): readonly CodeForm[] {
  const { text } = code;
  const form = (encoding: Encoding, bytes: Uint8Array, weight: Weight): CodeForm => ({ code, encoding, bytes, weight });
  const long = isPin(code) ? 'short' : 'sure';
  return [
    form('plain', ascii(text), 'lone'),
    form('reversed', ascii(reversed(text)), 'lone'),
    ...['base64', 'base64url'].flatMap((alphabet) => alignments(text, alphabet as 'base64' | 'base64url').map((part) => form(alphabet as Encoding, ascii(part), long))),
    ...unique([hex(text), hex(text).toUpperCase()]).map((digits) => form('hex', ascii(digits), long)),
    form('utf-16le', Buffer.from(text, 'utf16le'), long),
    form('utf-16be', Buffer.from(text, 'utf16le').swap16(), long),
    ...(isPin(code) ? pinInCompany(code, form) : /^\d+$/.test(text) ? [form('bcd', bcd(text), 'short')] : []),
  ];
}

/**
 * A PIN where a card, a frame or a memory would have it: as the data of VERIFY, padded to eight bytes behind their length (facts/cards.md §2); after its length in the
 * plaintext of a blob; beside its PUK; in BCD as a PIN block (ISO 9564-1 format 2). Digits before FF alone prove nothing: memory is full of them. Three bytes of BCD alone
 * are found everywhere, and are not looked for.
 */
function pinInCompany({ text, partner }: KnownCode, form: (encoding: Encoding, bytes: Uint8Array, weight: Weight) => CodeForm): readonly CodeForm[] {
  const padded = Buffer.concat([ascii(text), Buffer.alloc(8 - text.length, 0xff)]);
  return [
    form('plain', Buffer.concat([Buffer.of(padded.length), padded]), 'sure'),
    form('bcd', Buffer.from(`2${text.length}${text.padEnd(14, 'F')}`, 'hex'), 'short'),
    ...(partner === undefined
      ? []
      : [
          form('plain', ascii(text + partner), 'sure'),
          form('plain', ascii(partner + text), 'sure'),
          form('plain', Buffer.concat([Buffer.of(text.length), ascii(text), Buffer.of(partner.length), ascii(partner)]), 'sure'),
          form('bcd', bcd(text + partner), 'sure'),
          form('bcd', bcd(partner + text), 'sure'),
        ]),
  ];
}

/** The characters of base64 that the code alone decides, for each of the three places at which it may begin. */
function alignments(text: string, alphabet: 'base64' | 'base64url'): readonly string[] {
  return [0, 1, 2].map((before) => {
    const bits = { from: before * 8, to: (before + text.length) * 8 };
    const encoded = Buffer.concat([Buffer.alloc(before), ascii(text)]).toString(alphabet);
    return encoded.slice(Math.ceil(bits.from / 6), Math.floor(bits.to / 6));
  });
}

/** Two digits a byte; an odd last one is followed by F. */
function bcd(digits: string): Buffer {
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}F`, 'hex');
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const hex = (text: string): string => ascii(text).toString('hex');
const reversed = (text: string): string => Array.from(text).toReversed().join('');
const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];
