// SPDX-License-Identifier: AGPL-3.0-or-later
import { isBlind, STATIONERIES } from '@sportello/domain';
import { PAGE } from '../drawing/page';
import { GEOMETRIES } from '../stationery/geometries';
import { EVERY_ENVELOPE, EVERY_SORT } from '../testing/every-envelope';
import { beyondMargins, overlapsAmong } from '../testing/page-checks';
import { isInstalled, itWith, readPicture, scanCode39, scanDataMatrix, wordsOf } from '../testing/pdf-tools';
import type { Word } from '../testing/pdf-tools';
import { itWithPreflight, preflight } from '../testing/preflight';
import { CODES, codeBytes, ENVELOPE, HARD_NAMES } from '../testing/sample-data';
import { renderEnvelope } from './envelope';
import type { EnvelopeData } from './envelope-data';

const OUTSIDE = 1;
const INSIDE = 2;
const LONG: Partial<EnvelopeData> = {
  body: 'Azienda unità sanitaria locale della Toscana nord ovest',
  deskName: 'Sportello di attivazione della Casa della Salute',
  place: 'Casola in Lunigiana',
  recipient: HARD_NAMES[0],
};
const nameOf = (sort: object) => Object.values(sort).join(', ');

interface Read {
  readonly data: EnvelopeData;
  readonly file: Buffer;
  readonly outside: readonly Word[];
  readonly inside: readonly Word[];
  /** The words inside that are, or are part of, a code. */
  readonly figures: readonly Word[];
}

let every: readonly Read[] = [];

async function readEvery(more: Partial<EnvelopeData> = {}): Promise<readonly Read[]> {
  return Promise.all(
    EVERY_ENVELOPE.map(async (envelope) => {
      const data = { ...ENVELOPE, ...more, ...envelope };
      const file = await renderEnvelope(data, codeBytes());
      const inside = wordsOf(file, INSIDE);
      return { data, file, outside: wordsOf(file, OUTSIDE), inside, figures: inside.filter(({ text }) => ['40718', '5830', '2946', '73140', '98265'].includes(text)) };
    }),
  );
}

/** Only what is wrong, by the envelope's name. */
function wrongOf(check: (read: Read) => readonly string[], envelopes = every): Readonly<Record<string, readonly string[]>> {
  const found = envelopes.map((read) => [nameOf([read.data.stationery, read.data.layout, read.data.language]), check(read)] as const);
  if (found.length !== EVERY_ENVELOPE.length) throw new Error('not every envelope was read');
  return Object.fromEntries(found.filter(([, wrong]) => wrong.length > 0));
}

const textIn = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

beforeAll(async () => {
  if (isInstalled('pdftotext')) every = await readEvery();
});

describe('an envelope of any stationery, in any layout', () => {
  for (const sort of EVERY_SORT) {
    itWith(['pdftoppm', 'zbarimg', 'dmtxread'], `bears its outer code so that zbar and dmtx read it: ${nameOf(sort)}`, async () => {
      const file = await renderEnvelope({ ...ENVELOPE, ...sort }, codeBytes());
      expect(scanCode39(file, OUTSIDE)).toEqual(['000419-K7P4XR']);
      expect(scanDataMatrix(file, OUTSIDE)).toBe('000419-K7P4XR');
    });
  }

  itWithPreflight('is PDF/A-1b to Apache PDFBox, in every language', async () => {
    const files = new Map<string, Buffer>();
    for (const envelope of EVERY_ENVELOPE) files.set(Object.values(envelope).join('.'), await renderEnvelope({ ...ENVELOPE, ...envelope, recipient: HARD_NAMES[2] }, codeBytes()));
    expect(preflight(files)).toEqual({});
  });

  itWithPreflight('would not be, were something missing that the norm wants', async () => {
    const file = await renderEnvelope(ENVELOPE, codeBytes());
    const broken = Buffer.from(file.toString('latin1').replaceAll('/CIDSet', '/CIDSat'), 'latin1');
    expect(preflight(new Map([['broken', broken]]))['broken']?.[0]).toContain('CIDSet');
  });

  itWith(['pdftotext'], 'keeps its texts inside the margins, none over another, however long they are', async () => {
    const untidy = ({ outside, inside }: Read) => [outside, inside].flatMap((words) => [...beyondMargins(words), ...overlapsAmong(words)]);
    expect(wrongOf(untidy)).toEqual({});
    expect(wrongOf(untidy, await readEvery(LONG))).toEqual({});
  });

  itWith(['pdftotext'], 'shows no code of the card on its outside', async () => {
    expect(wrongOf(({ outside }) => Object.values(CODES).filter((code) => textIn(outside).replaceAll(' ', '').includes(code)))).toEqual({});
  });

  itWith(['pdftotext'], 'says inside what each code is for, the three tries, the help desk’s number and hours, and to keep it', async () => {
    const said = {
      it: ['Per entrare nei servizi in rete', 'Per sbloccare la tessera', 'Per farti riconoscere al telefono', 'Dopo tre PIN sbagliati', '800 004477', '9–19', 'nessuno può ristamparlo'],
      en: ['To enter online services', 'To unblock the card', 'To be recognised on the phone', 'After three wrong PINs', '800 004477', '9–19', 'nobody can print it again'],
      de: ['Für den Zugang zu den Online-Diensten', 'Zum Entsperren der Karte', 'Damit man Sie am Telefon erkennt', 'Nach drei falschen PIN', '800 004477', '9–19', 'Niemand kann es noch einmal drucken'],
    };
    expect(wrongOf(({ data, inside }) => said[data.language].filter((words) => !textIn(inside).includes(words)))).toEqual({});
  });

  itWith(['pdftotext'], 'has all its codes, with nothing printed over a figure, and behind the masked area where it is blind', async () => {
    const bare = ({ data: { stationery }, inside, figures }: Read) => {
      const { mask } = GEOMETRIES[stationery];
      const isOver = (word: Word, other: Word) => other !== word && other.left < word.right && word.left < other.right && capOf(other) < baselineOf(word) && capOf(word) < baselineOf(other);
      const isUncovered = (word: Word) => word.left < mask.x || word.right > mask.x + mask.width || capOf(word) < mask.y || baselineOf(word) > mask.y + mask.height;
      const wrong = figures.filter((word) => inside.some((other) => isOver(word, other)) || (isBlind(stationery) && isUncovered(word)));
      return [...(figures.length === 5 ? [] : ['not all five pieces']), ...wrong.map(({ text }) => text)];
    };
    expect(wrongOf(bare)).toEqual({});
  });

  itWith(['pdftotext'], 'leaves the place of a pre-printed number free, and prints the expected one beside it', async () => {
    const taken = ({ data: { stationery, controlNumber }, outside }: Read) => {
      const { numberField } = GEOMETRIES[stationery];
      const printed = outside.filter(({ text }) => text === controlNumber).length;
      if (numberField === null) return printed === 2 ? [] : [`${printed} times`];
      const { x, y, width, height } = numberField;
      const within = outside.filter((word) => word.right > x && word.left < x + width && baselineOf(word) > y && capOf(word) < y + height);
      return [...within.map(({ text }) => text), ...(printed === 1 ? [] : [`${printed} times`])];
    };
    expect(wrongOf(taken)).toEqual({});
  });

  itWith(['pdftotext'], 'has neither codes nor outer code in its fold', async () => {
    const creased = ({ data: { stationery, outerCode }, outside, figures }: Read) => {
      const { fold } = GEOMETRIES[stationery];
      const kept = [...figures, ...outside.filter(({ text }) => text === outerCode)];
      return kept.filter((word) => fold !== null && capOf(word) - 9 < fold && baselineOf(word) + 9 > fold).map(({ text }) => text);
    };
    expect(wrongOf(creased)).toEqual({});
  });
});

describe('an envelope in large print', () => {
  for (const stationery of STATIONERIES) {
    itWith(['pdftoppm', 'tesseract'], `has codes that a phone reads off a picture: ${stationery}`, async () => {
      const file = await renderEnvelope({ ...ENVELOPE, stationery, layout: 'large-print', language: 'de' }, codeBytes());
      for (const dpi of [80, 150]) expect(readPicture(file, INSIDE, dpi)).toEqual(expect.arrayContaining(Object.values(CODES)));
    });
  }

  itWith(['pdftotext'], 'has no number under 24 pt that somebody has to read, type or dial', async () => {
    // A word's box is as tall as its font's: 1.52 em of Titillium Web, 1.32 em of Roboto Mono.
    const small = ({ outside, inside }: Read) => {
      const numbers = [...outside, ...inside].filter(({ text, top }) => ['000419', '000419-K7P4XR'].includes(text) || (text === '004477' && top > PAGE.height - 130));
      if (numbers.length < 5) return ['numbers missing'];
      return numbers.filter(({ top, bottom }) => bottom - top < 24 * 1.3).map(({ text }) => text);
    };
    expect(wrongOf((read) => (read.data.layout === 'large-print' ? small(read) : []))).toEqual({});
  });

  itWith(['pdftotext'], 'has its codes at least half as large again as usual', async () => {
    const narrowest = (layout: 'normal' | 'large-print') => Math.min(...every.filter(({ data }) => data.layout === layout).flatMap(({ figures }) => figures.map(({ left, right }) => right - left)));
    expect(narrowest('large-print')).toBeGreaterThan(narrowest('normal') * 1.5);
  });
});

/** Of the box that a font gives a word, ink is in the middle. */
function capOf({ top, bottom }: Word): number {
  return top + (bottom - top) * 0.28;
}

function baselineOf({ top, bottom }: Word): number {
  return top + (bottom - top) * 0.78;
}
