// SPDX-License-Identifier: AGPL-3.0-or-later
import { renderFormTestPage } from '@sportello/paper';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import type { Settings } from '../../../config/settings';
import { pdfWith } from '../../../testing/pdf-files';
import { PROTECTED_PDFS } from '../../../testing/protected-pdfs';
import { EvidenceContent } from './evidence-content';

const limits = { bytes: 2_000_000, pixels: 4_000_000, pages: 3, files: 20 };
const content = new EvidenceContent({ evidence: limits } as Settings);

const picture = (width = 900, height = 600) => sharp({ create: { width, height, channels: 3, background: '#336699' } });
const refused = async (bytes: Uint8Array) => {
  const taken = await content.take(bytes);
  return taken.ok ? 'taken' : taken.refusal;
};
const zipEnd = (comment: number) => Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(16), Buffer.from([comment & 255, comment >> 8])]);
const action = (entry: string) => pdfWith({ objects: [entry] });

describe('a picture', () => {
  it.each(['jpeg', 'png'] as const)('is taken as %s by its content, written anew without what it told of place and camera', async (type) => {
    const bytes = await picture().withExif({ IFD0: { Copyright: 'SEGRETO-EXIF' } })[type]().toBuffer();
    expect(bytes.includes('SEGRETO-EXIF')).toBe(true);
    const taken = await content.take(bytes);
    if (!taken.ok) throw new Error(taken.refusal.kind);
    expect(taken.value).toMatchObject({ type, pages: 1 });
    expect(Buffer.from(taken.value.whole).includes('SEGRETO-EXIF')).toBe(false);
    expect(await sharp(taken.value.whole).metadata()).toMatchObject({ format: type, width: 900, height: 600 });
    expect(await sharp(taken.value.thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 213 });
  });

  it('is turned upright before what says so is dropped', async () => {
    const lying = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const taken = await content.take(lying);
    expect(taken.ok && (await sharp(taken.value.whole).metadata())).toMatchObject({ width: 600, height: 900 });
  });

  it('is refused when it unfolds to more dots than the limit, however few bytes it comes in', async () => {
    const bomb = await picture(6_000, 6_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(limits.bytes);
    expect(await refused(bomb)).toEqual({ kind: 'evidence-too-large', exceeded: 'pixels' });
  });

  it('is refused when it is cut off, or only begins like one', async () => {
    const whole = await picture().jpeg().toBuffer();
    expect(await refused(whole.subarray(0, whole.length / 2))).toEqual({ kind: 'evidence-unreadable' });
    expect(await refused(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 1, 2, 3]))).toEqual({ kind: 'evidence-unreadable' });
  });

  it('is refused when something else stands behind or inside it, while a camera’s second picture is left behind', async () => {
    const [jpeg, png] = [await picture().jpeg().toBuffer(), await picture().png().toBuffer()];
    for (const one of [jpeg, png]) {
      expect(await refused(Buffer.concat([one, Buffer.from('<script>alert(1)</script>')]))).toEqual({ kind: 'evidence-type-refused' });
      expect(await refused(Buffer.concat([one, zipEnd(0)]))).toEqual({ kind: 'evidence-type-refused' });
      expect(await refused(Buffer.concat([one, Buffer.alloc(64)]))).toBe('taken');
    }
    const comment = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 11]), Buffer.from('%PDF-1.7\n'), jpeg.subarray(2)]);
    expect(await refused(comment)).toEqual({ kind: 'evidence-type-refused' });
    expect(await refused(Buffer.concat([jpeg, jpeg]))).toBe('taken');
  });
});

describe('a PDF', () => {
  it('is taken with its pages, written anew without what no page needs', async () => {
    const bytes = pdfWith({ pages: 2, objects: [{ dictionary: '', bytes: Buffer.from('NASCOSTO-QUI') }] });
    const taken = await content.take(bytes);
    if (!taken.ok) throw new Error(taken.refusal.kind);
    expect(taken.value).toMatchObject({ type: 'pdf', pages: 2 });
    expect(Buffer.from(taken.value.whole).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(taken.value.whole).includes('NASCOSTO-QUI')).toBe(false);
    expect(await sharp(taken.value.thumbnail).metadata()).toMatchObject({ format: 'jpeg', height: 320 });
    expect(await refused(taken.value.whole)).toBe('taken');
    const drawn = await content.draw(taken.value.whole, 1);
    expect(await sharp(drawn as Uint8Array).metadata()).toMatchObject({ format: 'jpeg', height: 2_339 });
    expect(await content.draw(taken.value.whole, 2)).toBeUndefined();
  });

  it('as ordinary programs write it is taken, with the page at which it opens', async () => {
    expect(await refused(await renderFormTestPage({ language: 'it', date: new Date('2026-11-24T09:00:00Z') }))).toBe('taken');
    expect(await refused(pdfWith({ catalog: '/OpenAction[3 0 R/Fit]' }))).toBe('taken');
  });

  it.each<[string, Buffer]>([
    ['OpenAction', pdfWith({ catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' })],
    ['OpenAction', pdfWith({ catalog: '/OpenAction 10 0 R', objects: ['<</S/GoTo/D[3 0 R/Fit]>>'] })],
    ['JavaScript', action('<</S/JavaScript/JS(app.alert\\(1\\))>>')],
    ['JavaScript', pdfWith({ catalog: '/Names<</JavaScript<</Names[(a)10 0 R]>>>>', objects: ['<<>>'] })],
    ['Launch', action('<</S/Launch/F(cmd.exe)>>')],
    ['Launch', action('<</S/#4caunch/F(cmd.exe)>>')],
    ['AA', pdfWith({ page: '/AA<</O 10 0 R>>', objects: ['<</S/Named/N/Print>>'] })],
    ['EmbeddedFiles', pdfWith({ catalog: '/Names<</EmbeddedFiles<</Names[]>>>>' })],
    ['EF', action('<</Type/Filespec/F(a.exe)/EF<</F 3 0 R>>>>')],
    ['EmbeddedFile', pdfWith({ objects: [{ dictionary: '/Type/EmbeddedFile', bytes: Buffer.from('MZ') }] })],
    ['XFA', pdfWith({ catalog: '/AcroForm<</Fields[]/XFA[(a)4 0 R]>>' })],
    ['RichMedia', pdfWith({ page: '/Annots[10 0 R]', objects: ['<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>'] })],
    ['FileAttachment', pdfWith({ page: '/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]>>]' })],
    ['SubmitForm', pdfWith({ page: '/Annots[10 0 R]', objects: ['<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/SubmitForm/F(http://example.org)>>>>'] })],
  ])('with %s in it is refused, in whatever object and whether a page reaches it or not', async (found, bytes) => {
    expect(await refused(bytes)).toEqual({ kind: 'evidence-active-content', found });
  });

  it('hidden in an object stream is looked at like any other', async () => {
    const inner = Buffer.from('20 0 <</S/JavaScript/JS(1)>>');
    const plain = pdfWith().toString('latin1').replace(/startxref[\s\S]*$/, '').replace(/xref[\s\S]*$/, '');
    const first = 5;
    const parts = [plain, `12 0 obj\n<</Type/ObjStm/N 1/First ${first}/Length ${inner.length}>>stream\n${inner.toString('latin1')}\nendstream\nendobj\n`];
    const at = parts.join('').length;
    const offsetOf = (number: number) => plain.indexOf(`\n${number} 0 obj`) + 1;
    const row = (type: number, second: number, third: number) => Buffer.from([type, second >> 8, second & 255, third]);
    const rows = Buffer.concat([...[1, 2, 3, 4].map((number) => row(1, offsetOf(number), 0)), row(1, plain.length, 0), row(1, at, 0), row(2, 12, 0)]);
    const xref = `13 0 obj\n<</Type/XRef/Size 21/Root 1 0 R/W[1 2 1]/Index[1 4 12 2 20 1]/Length ${rows.length}>>stream\n${rows.toString('latin1')}\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`;
    expect(await refused(Buffer.from(parts.join('') + xref, 'latin1'))).toEqual({ kind: 'evidence-active-content', found: 'JavaScript' });
  });

  it('under a password is refused, also under an empty one', async () => {
    for (const bytes of PROTECTED_PDFS) expect(await refused(bytes)).toEqual({ kind: 'evidence-protected' });
  });

  it('with too many pages, a page as large as a house, or a picture of too many dots is refused', async () => {
    expect(await refused(pdfWith({ pages: 4 }))).toEqual({ kind: 'evidence-too-large', exceeded: 'pages' });
    expect(await refused(pdfWith({ mediaBox: '[0 0 14000 14000]' }))).toEqual({ kind: 'evidence-too-large', exceeded: 'pixels' });
    const large = pdfWith({ objects: [{ dictionary: '/Type/XObject/Subtype/Image/Width 9000/Height 9000/BitsPerComponent 1/ColorSpace/DeviceGray', bytes: Buffer.alloc(8) }] });
    expect(await refused(large)).toEqual({ kind: 'evidence-too-large', exceeded: 'pixels' });
  });

  it('that unfolds to hundreds of megabytes is refused', async () => {
    const folded = deflateSync(deflateSync(Buffer.alloc(400_000_000)));
    expect(folded.length).toBeLessThan(10_000);
    const bomb = await refused(pdfWith({ objects: [{ dictionary: '/Filter[/FlateDecode/FlateDecode]', bytes: folded }] }));
    expect(['evidence-too-large', 'evidence-unreadable']).toContain((bomb as { kind: string }).kind);
  });

  it('that a reader would have to repair, that does not begin at its first byte, or that ends as something else is refused', async () => {
    const whole = pdfWith();
    expect(await refused(Buffer.from(whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'))).toEqual({ kind: 'evidence-unreadable' });
    expect(await refused(Buffer.concat([Buffer.from('GIF89a\n'), whole]))).toEqual({ kind: 'evidence-type-refused' });
    expect(await refused(Buffer.concat([whole, Buffer.from('<html>')]))).toEqual({ kind: 'evidence-type-refused' });
    expect(await refused(Buffer.concat([whole, zipEnd(6), Buffer.from('%%EOF\n')]))).toEqual({ kind: 'evidence-type-refused' });
    expect(await refused(Buffer.from('%PDF-1.7\nniente\n%%EOF\n'))).toEqual({ kind: 'evidence-unreadable' });
  });
});

describe('any other file', () => {
  it.each<[string, Buffer]>([
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('MZ\x90\x00')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused: %s', async (_, bytes) => {
    expect(await refused(bytes)).toEqual({ kind: 'evidence-type-refused' });
  });

  it('is refused unread when it is larger than the limit', async () => {
    expect(await refused(Buffer.alloc(limits.bytes + 1))).toEqual({ kind: 'evidence-too-large', exceeded: 'bytes' });
  });
});
