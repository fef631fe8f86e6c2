// SPDX-License-Identifier: AGPL-3.0-or-later
import { demoEnvelope, demoForm } from '../testing/demo-paper';
import { textsOf, type Paper } from './paper';
import { readPaper } from './read-paper';
import { readInside, readOutside } from './read-sheet';

const paperOf = (document: Uint8Array): Paper => {
  const paper = readPaper(document);
  if (paper.kind !== 'paper') throw new Error(paper.why);
  return paper;
};
const wordsOn = (paper: Paper, side: number): string => textsOf(paper.pages[side]).map(({ text }) => text).join(' ');

describe('an envelope that came out of the printer', () => {
  it.each(['it', 'en', 'de'] as const)('tells on its outside whom it is for and its outer code (%s)', async (language) => {
    const paper = paperOf(await demoEnvelope({ language }));
    expect(readOutside(paper)).toEqual({ kind: 'envelope', controlNumber: '000419', recipient: 'ROSSI MARIA', outerCode: '000419-K7P4XR' });
  });

  it.each(['it', 'en', 'de'] as const)('holds the three codes inside (%s)', async (language) => {
    expect(readInside(paperOf(await demoEnvelope({ language })))).toEqual({ pin: '40718', puk: '58302946', cip: '7314098265' });
  });

  it('is read alike on sheets that bring their number pre-printed', async () => {
    expect(readOutside(paperOf(await demoEnvelope({ stationery: 'peel-label-mailer' })))).toMatchObject({ kind: 'envelope', controlNumber: '000419' });
  });

  it('is read alike in large print', async () => {
    const paper = paperOf(await demoEnvelope({ layout: 'large-print' }));
    expect(readOutside(paper)).toMatchObject({ recipient: 'ROSSI MARIA', outerCode: '000419-K7P4XR' });
    expect(readInside(paper)).toEqual({ pin: '40718', puk: '58302946', cip: '7314098265' });
  });

  it('keeps repeated digits in their order', async () => {
    const codes = { pin: '11211', puk: '00000010', cip: '9999999998' };
    expect(readInside(paperOf(await demoEnvelope(codes)))).toEqual(codes);
  });

  it('shows no code on its outside', async () => {
    const outside = wordsOn(paperOf(await demoEnvelope()), 0).replaceAll(' ', '');
    for (const code of ['40718', '58302946', '7314098265']) expect(outside).not.toContain(code);
  });

  it('shows bars and frames where the printer put them: within the page', async () => {
    const [front] = paperOf(await demoEnvelope()).pages;
    if (front === undefined) throw new Error('no page');
    expect(front).toMatchObject({ width: expect.closeTo(595.28, 1) as number, height: expect.closeTo(841.89, 1) as number });
    const bars = front.marks.filter((mark) => mark.kind === 'box' && mark.shade === 0);
    expect(bars.length).toBeGreaterThan(60);
    for (const { x, y, width, height } of front.marks.filter((mark) => mark.kind === 'box')) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(front.width);
      expect(y + height).toBeLessThanOrEqual(front.height);
    }
  });
});

describe('a form that came out of the printer', () => {
  it('tells its number', async () => {
    expect(readOutside(paperOf(await demoForm()))).toEqual({ kind: 'form', formNumber: 'P119-26', title: 'Richiesta, informativa e ricevuta' });
  });

  it('is no envelope: there is nothing to open', async () => {
    expect(readInside(paperOf(await demoForm()))).toBeUndefined();
  });

  it('keeps accents and apostrophes', async () => {
    expect(wordsOn(paperOf(await demoForm()), 0)).toMatch(/attività|dell’informativa|è/);
  });
});

describe('paper that is none of ours', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('hello')],
    ['a table that is nowhere', Buffer.from('%PDF-1.4\nstartxref\n99999\n%%EOF')],
    ['a compressed table', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF')],
  ])('is refused, not misread: %s', (_, document) => {
    expect(readPaper(document)).toMatchObject({ kind: 'unreadable' });
  });

  it('is refused when it was cut short or damaged anywhere, or reads the same', async () => {
    const whole = await demoEnvelope();
    for (let cut = 0; cut < whole.length; cut += 997) expect(readPaper(whole.subarray(0, cut)).kind).toBe('unreadable');
    for (let place = 20; place < whole.length; place += 1009) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 0xff;
      const read = readPaper(damaged);
      if (read.kind === 'paper') expect(() => readOutside(read)).not.toThrow();
    }
  });
});
