// SPDX-License-Identifier: AGPL-3.0-or-later
/** A PDF written object by object, with a true cross-reference table, so that a spec can put into it what no honest program writes. */
export interface PdfWish {
  /** Further entries of the catalogue. */
  readonly catalog?: string;
  /** Further entries of the (first) page. */
  readonly page?: string;
  readonly pages?: number;
  readonly mediaBox?: string;
  /** Objects from number 10 on: a dictionary's text, or a whole stream's bytes. */
  readonly objects?: readonly (string | { readonly dictionary: string; readonly bytes: Buffer })[];
  readonly trailer?: string;
}

const FIRST_OF_WISH = 10;

export function pdfWith({ catalog = '', page = '', pages = 1, mediaBox = '[0 0 595 842]', objects = [], trailer = '' }: PdfWish = {}): Buffer {
  const content = Buffer.from('0 0 1 rg 100 100 200 300 re f');
  const kids = Array.from({ length: pages }, () => '3 0 R').join(' ');
  const bodies = new Map<number, Buffer>([
    [1, Buffer.from(`<</Type/Catalog/Pages 2 0 R${catalog}>>`, 'latin1')],
    [2, Buffer.from(`<</Type/Pages/Count ${pages}/Kids[${kids}]>>`, 'latin1')],
    [3, Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox${mediaBox}/Contents 4 0 R/Resources<<>>${page}>>`, 'latin1')],
    [4, streamOf('', content)],
    ...objects.map((object, index): [number, Buffer] => [FIRST_OF_WISH + index, typeof object === 'string' ? Buffer.from(object, 'latin1') : streamOf(object.dictionary, object.bytes)]),
  ]);
  return write(bodies, trailer);
}

function streamOf(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<<${dictionary}/Length ${bytes.length}>>stream\n`, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')]);
}

function write(bodies: ReadonlyMap<number, Buffer>, trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const [number, body] of bodies) {
    offsets.set(number, at);
    push(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }
  const size = Math.max(...bodies.keys()) + 1;
  const xref = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }).join('');
  const start = at;
  push(Buffer.from(`xref\n0 ${size}\n${xref}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}
