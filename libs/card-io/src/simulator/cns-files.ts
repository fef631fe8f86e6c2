// SPDX-License-Identifier: AGPL-3.0-or-later
import { personalDataFileLength } from '../files/personal-data-extent';
import { encodeTlv } from '../tlv/ber-tlv';
import type { CardFile, DedicatedFile, ElementaryFile } from './card-file';

/** What makes one card different from the next. */
export interface VirtualCardContents {
  /** 16 digits. */
  readonly idCarta: string;
  /** EF.Dati_personali; the card pads it with zeros to 400 bytes. */
  readonly personalData: Uint8Array;
  readonly certificateDer: Uint8Array;
  /** PKCS#8 DER, RSA 2048. */
  readonly privateKeyDer: Uint8Array;
}

const certificateFileLength = 2048;

/** The file system of the CNS, filled for one holder. */
export function cnsFiles({ idCarta, personalData, certificateDer }: VirtualCardContents): DedicatedFile {
  const serial = encodeTlv(0x5a, Uint8Array.from(Buffer.from(idCarta, 'hex')));
  return df('3F00', [
    ef('2F02', serial, 32),
    df('1000', [ef('1002', Uint8Array.from(Buffer.from('SIMULATED CHIP')), 54), ef('1003', Uint8Array.from(Buffer.from(idCarta)), 16)]),
    df('1100', [ef('1101', certificateDer, Math.max(certificateDer.length, certificateFileLength)), ef('1102', personalData, personalDataFileLength)]),
    df('1200', [ef('1201', new Uint8Array(), 64), ef('1202', new Uint8Array(), 2), ef('1203', new Uint8Array(), 64), ef('4142', new Uint8Array(), 64)]),
    df('1400', []),
  ]);
}

function df(fid: string, children: readonly CardFile[]): DedicatedFile {
  return { kind: 'df', fid, children };
}

/** Contents that are longer than their file throw: such a card cannot exist. */
function ef(fid: string, written: Uint8Array, length: number): ElementaryFile {
  if (written.length > length) throw new Error(`EF ${fid} holds ${length} bytes only`);
  const content = new Uint8Array(length);
  content.set(written);
  return { kind: 'ef', fid, content };
}
