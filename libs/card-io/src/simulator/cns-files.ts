// SPDX-License-Identifier: AGPL-3.0-or-later
import { personalDataFileLength } from '../files/personal-data-extent';
import { encodeTlv } from '../tlv/ber-tlv';
import type { CardFile, DedicatedFile, ElementaryFile } from './card-file';
import type { CardQuirks, PublicFileName } from './card-quirks';

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

/**
 * Where the certificate lies. `classic`: 1100/1101. `idemia`: under the DF of the signature, and 1101 holds something else. `esign`: in an application of its own; and no
 * file is found before the card's own application is selected.
 */
export type CardLayout = 'classic' | 'idemia' | 'esign';

/** The AID of a card whose files are found after it was selected, and of the application that holds its certificate. */
const cardAid = 'A000000530000B104001021A';
const esignAid = 'A000000530455349474E';

const certificateFileLength = 2048;
/** What is in the place of the certificate on a card that keeps it elsewhere: bytes that are no DER. */
const noCertificate = new Uint8Array(64).fill(0xa5);

/** The file system of the CNS, filled for one holder. */
export function cnsFiles({ idCarta, personalData, certificateDer }: VirtualCardContents, layout: CardLayout, { damage, hasExactFiles = false }: CardQuirks): DedicatedFile {
  const serial = encodeTlv(0x5a, Uint8Array.from(Buffer.from(idCarta, 'hex')));
  const publicFile = (name: PublicFileName, fid: string, written: Uint8Array, length: number): readonly ElementaryFile[] => {
    if (damage?.[name] === 'missing') return [];
    const file = ef(fid, written, hasExactFiles ? written.length : length);
    return [damage?.[name] === 'failing' ? { ...file, isFailing: true } : file];
  };
  const certificate = (fid: string) => publicFile('certificate', fid, certificateDer, Math.max(certificateDer.length, certificateFileLength));
  const files = df('3F00', [
    ef('2F02', serial, 32),
    df('1000', [ef('1002', Uint8Array.from(Buffer.from('SIMULATED CHIP')), 54), ...publicFile('id-carta', '1003', Uint8Array.from(Buffer.from(idCarta)), 16)]),
    df('1100', [...classicPlace(layout, certificate), ...publicFile('personal-data', '1102', personalData, personalDataFileLength)]),
    df('1200', [ef('1201', new Uint8Array(), 64), ef('1202', new Uint8Array(), 2), ef('1203', new Uint8Array(), 64), ef('4142', new Uint8Array(), 64)]),
    df('1400', layout === 'idemia' ? [df('9001', certificate('2002'))] : []),
    ...(layout === 'esign' ? [{ ...df('DF01', [ef('D003', serial, 32), df('DA01', certificate('C001'))]), aid: esignAid }] : []),
  ]);
  return layout === 'esign' ? { ...files, aid: cardAid } : files;
}

function classicPlace(layout: CardLayout, certificate: (fid: string) => readonly ElementaryFile[]): readonly ElementaryFile[] {
  switch (layout) {
    case 'classic':
      return certificate('1101');
    case 'idemia':
      return [ef('1101', noCertificate, certificateFileLength)];
    case 'esign':
      return [];
  }
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
