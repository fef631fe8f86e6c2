// SPDX-License-Identifier: AGPL-3.0-or-later
import { wordsOutside, wordsOverlapping } from '../testing/page-checks';
import { faultsOf, fontsOf, itWith, textOf } from '../testing/pdf-tools';
import { CODES, codeBytes, ENVELOPE, HARD_NAMES } from '../testing/sample-data';
import { renderEnvelope } from './envelope';

const OUTSIDE = 1;
const INSIDE = 2;
const withoutBlanks = (text: string) => text.replace(/\s/g, '');

describe('the outside of the envelope', () => {
  itWith(['pdftotext'], 'names recipient, body, place, desk and day', async () => {
    const text = textOf(await renderEnvelope(ENVELOPE, codeBytes()), OUTSIDE);
    expect(text).toContain('ROSSI MARIA');
    expect(text).toContain('Azienda sanitaria di esempio');
    expect(text).toContain('Da consegnare a mano: Massa, Sportello 2, 24 novembre 2026');
    expect(text).toContain('Chiusa. Aprila solo tu.');
    expect(text).toContain('800 004477');
  });

  itWith(['pdftotext'], 'carries none of the three codes', async () => {
    const text = withoutBlanks(textOf(await renderEnvelope(ENVELOPE, codeBytes()), OUTSIDE));
    for (const code of Object.values(CODES)) expect(text).not.toContain(code);
  });
});

describe('the inside of the envelope', () => {
  itWith(['pdftotext'], 'gives the PIN in one piece, PUK and CIP in two halves', async () => {
    const lines = textOf(await renderEnvelope(ENVELOPE, codeBytes()), INSIDE).split('\n');
    expect(lines).toContain('40718');
    expect(lines).toContain('5830 2946');
    expect(lines).toContain('73140 98265');
  });

  itWith(['pdftotext'], 'says what each code is for, and to whom it belongs', async () => {
    const text = textOf(await renderEnvelope(ENVELOPE, codeBytes()), INSIDE);
    expect(text).toContain('I tuoi codici, ROSSI MARIA');
    for (const use of ['Per entrare nei servizi in rete', 'Per sbloccare la tessera e cambiare il PIN', 'Per farti riconoscere al telefono']) expect(text).toContain(use);
    expect(text).toContain('Conserva questo foglio: nessuno può ristamparlo.');
    expect(text).toContain('tipo AC2018');
  });

  itWith(['pdftotext'], 'tells where the card’s type stands when the chip does not tell it', async () => {
    const text = textOf(await renderEnvelope({ ...ENVELOPE, cardType: null }, codeBytes()), INSIDE);
    expect(text.replace(/\s+/g, ' ')).toContain('il tipo è scritto in alto a sinistra sulla tessera');
    expect(text).not.toContain('null');
  });

  itWith(['pdftotext'], 'holds a CIP as long as any pattern allows', async () => {
    const cip = '12345678901234567890';
    const file = await renderEnvelope(ENVELOPE, codeBytes({ ...CODES, cip }));
    expect(textOf(file, INSIDE)).toContain('1234567890 1234567890');
    expect(wordsOutside(file, INSIDE)).toEqual([]);
  });
});

describe('both pages', () => {
  itWith(['pdftotext'], 'say on top that they are a test, and only then', async () => {
    const [test, real] = await Promise.all([true, false].map((isTest) => renderEnvelope({ ...ENVELOPE, isTest }, codeBytes())));
    for (const page of [OUTSIDE, INSIDE]) {
      expect(textOf(test!, page)).toContain('Ambiente di prova: questo foglio non ha valore.');
      expect(textOf(real!, page)).not.toContain('Ambiente di prova');
    }
  });

  for (const recipient of HARD_NAMES) {
    itWith(['pdftotext'], `keep a name inside the margins and whole: ${recipient.slice(0, 30)}`, async () => {
      const file = await renderEnvelope({ ...ENVELOPE, recipient }, codeBytes());
      for (const page of [OUTSIDE, INSIDE]) {
        expect(withoutBlanks(textOf(file, page))).toContain(withoutBlanks(recipient));
        expect(wordsOutside(file, page)).toEqual([]);
        expect(wordsOverlapping(file, page)).toEqual([]);
      }
    });
  }

  itWith(['pdftotext'], 'print an accent that came as a letter and a mark', async () => {
    const file = await renderEnvelope({ ...ENVELOPE, recipient: 'ŠKODA ÉLÉONORE'.normalize('NFD') }, codeBytes());
    expect(textOf(file, OUTSIDE)).toContain('ŠKODA ÉLÉONORE');
  });

  itWith(['pdftotext'], 'are whole in English', async () => {
    const file = await renderEnvelope({ ...ENVELOPE, language: 'en' }, codeBytes());
    expect(textOf(file, OUTSIDE)).toContain('To be handed over in person: Massa, Sportello 2, 24 November 2026');
    expect(textOf(file, INSIDE)).toContain('Your codes, ROSSI MARIA');
    for (const page of [OUTSIDE, INSIDE]) {
      expect(wordsOutside(file, page)).toEqual([]);
      expect(wordsOverlapping(file, page)).toEqual([]);
    }
  });
});

describe('the file', () => {
  itWith(['qpdf'], 'is sound to qpdf', async () => {
    expect(faultsOf(await renderEnvelope(ENVELOPE, codeBytes()))).toBe('');
  });

  itWith(['pdffonts'], 'brings its fonts', async () => {
    const fonts = fontsOf(await renderEnvelope(ENVELOPE, codeBytes()));
    expect(fonts).toHaveLength(3);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });

  it('calls itself PDF/A-1b, is tagged and says its language', async () => {
    const file = (await renderEnvelope(ENVELOPE, codeBytes())).toString('latin1');
    expect(file).toContain('<pdfaid:part>1</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(file).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(file).toContain('/Lang (it)');
  });

  it('names neither the person nor a code in its properties', async () => {
    const file = (await renderEnvelope(ENVELOPE, codeBytes())).toString('latin1');
    for (const word of ['ROSSI', ...Object.values(CODES)]) expect(file).not.toContain(word);
  });

  it('is the same to the byte for the same envelope', async () => {
    const [one, other] = [await renderEnvelope(ENVELOPE, codeBytes()), await renderEnvelope(ENVELOPE, codeBytes())];
    expect(one.equals(other)).toBe(true);
  });
});

describe('the codes', () => {
  it('are left as they were: wiping them is their holder’s', async () => {
    const codes = codeBytes();
    await renderEnvelope(ENVELOPE, codes);
    expect(codes).toEqual(codeBytes());
  });

  it('leave no piece of the page behind in what pdfkit handed out', async () => {
    const concat = jest.spyOn(Buffer, 'concat');
    const file = await renderEnvelope(ENVELOPE, codeBytes());
    const pieces = concat.mock.calls.flatMap(([list]) => [...list]);
    concat.mockRestore();
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    expect(length).toBe(file.length);
    expect(pieces.every((piece) => piece.every((byte) => byte === 0))).toBe(true);
  });

  it('that hold another character are a bug, and the error does not tell it', async () => {
    await expect(renderEnvelope(ENVELOPE, codeBytes({ ...CODES, pin: '4x718' }))).rejects.toThrow(/^A code is made of digits and capitals in ASCII\.$/);
  });
});
