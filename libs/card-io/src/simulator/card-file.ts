// SPDX-License-Identifier: AGPL-3.0-or-later
import { encodeTlv } from '../tlv/ber-tlv';

export interface ElementaryFile {
  readonly kind: 'ef';
  readonly fid: string;
  readonly content: Uint8Array;
  /** Its memory cannot be read. */
  readonly isFailing?: boolean;
}

export interface DedicatedFile {
  readonly kind: 'df';
  readonly fid: string;
  readonly children: readonly CardFile[];
  /** By which it is selected as an application, in hex. */
  readonly aid?: string;
}

export type CardFile = ElementaryFile | DedicatedFile;

/** READ always, all the other operations never: the nine access bytes of the CNS (0x00 always, 0xFF never). */
const readOnly = Uint8Array.of(0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
const transparent = 0x01;
const directory = 0x38;
const operational = 0x05;

/** What SELECT tells about a file (ISO 7816-4 §5.3.3); tag 6F for FCI, 62 for FCP. */
export function fileControlInformation(file: CardFile, tag: number): Uint8Array {
  const length = file.kind === 'ef' ? file.content.length : 0;
  return encodeTlv(
    tag,
    encodeTlv(file.kind === 'ef' ? 0x80 : 0x81, Uint8Array.of(length >> 8, length & 0xff)),
    encodeTlv(0x82, Uint8Array.of(file.kind === 'ef' ? transparent : directory)),
    encodeTlv(0x83, Uint8Array.from(Buffer.from(file.fid, 'hex'))),
    encodeTlv(0x86, readOnly),
    encodeTlv(0x8a, Uint8Array.of(operational)),
  );
}
