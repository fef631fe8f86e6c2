// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { CASE_KINDS } from '@sportello/domain';
import italian from '../../i18n/it.json';
import { render } from '../../testing/render';
import { wording } from '../words/wording';
import { CitizenLayer } from './citizen-layer';
import type { ShownPhrase } from './citizen-layer';
import { CITIZEN_LANGUAGES } from './citizen-languages';
import { OPEN_PHRASES } from './phrase-books';
import type { OpenPhrases } from './phrase-books';
import { bringPhraseOf, phraseOf } from './phrase-of';

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

async function given(shown: ShownPhrase, open?: OpenPhrases) {
  const screen = await render(CitizenLayer, {}, [
    { provide: DIALOG_DATA, useValue: shown },
    { provide: DialogRef, useValue: { close: () => undefined } },
    ...(open ? [{ provide: OPEN_PHRASES, useValue: open }] : []),
  ]);
  const phrase = () => document.querySelector<HTMLElement>('.phrase')!;
  const speak = async (code: string) => {
    document.querySelector<HTMLInputElement>(`input[value="${code}"]`)!.click();
    await screen.stable();
    await screen.stable();
  };
  return { screen, phrase, speak };
}

describe('what is shown to the citizen', () => {
  test('begins in the page’s language, and is in the citizen’s own at a key', async () => {
    const { phrase, speak } = await given({ sentence: null, phrase: 'delivered' });
    expect(phrase().textContent).toContain('La sua tessera è attiva.');
    await speak('de');
    expect(phrase().textContent).toContain('Ihre Karte ist aktiv.');
    expect([phrase().lang, phrase().dir]).toEqual(['de', 'ltr']);
  });

  test('runs from right to left where the language does', async () => {
    const { phrase, speak } = await given({ sentence: null, phrase: 'delivered' });
    await speak('ar');
    expect([phrase().lang, phrase().dir]).toEqual(['ar', 'rtl']);
    expect(phrase().textContent).toMatch(/\p{Script=Arabic}/u);
  });

  test('stays as it was when the server does not give the file, and says so', async () => {
    const real = TestBed.inject(OPEN_PHRASES);
    TestBed.resetTestingModule();
    const { screen, phrase, speak } = await given({ sentence: null, phrase: 'delivered' }, (language) => (language === 'zh' ? Promise.reject(new Error('gone')) : real(language)));
    await speak('zh');
    expect(screen.text).toContain('Questa lingua non si è caricata');
    expect(phrase().lang).toBe('it');
    await speak('fr');
    expect(screen.text).not.toContain('Questa lingua non si è caricata');
  });

  test('is the page’s own sentence where that says more, and the phrase in other languages', async () => {
    const sentence = wording('documentRefusals.document-expired.passport');
    const { phrase, speak } = await given({ sentence, phrase: phraseOf(sentence)! });
    expect(phrase().textContent).toContain('Il suo passaporto è scaduto.');
    await speak('ro');
    expect(phrase().textContent).toContain('Documentul dumneavoastră este expirat.');
  });

  test('offers no language for a sentence that the page alone knows', async () => {
    const sentence = wording('problems.own-card.sentence');
    expect(phraseOf(sentence)).toBeNull();
    const { phrase } = await given({ sentence, phrase: null });
    expect(document.querySelectorAll('input')).toHaveLength(0);
    expect(phrase().textContent).toContain('Per questa tessera chiamo un collega.');
  });
});

describe('the phrases', () => {
  const bare = (sentence: string) => sentence.replace(/[«»]/g, '');
  const books = async () => {
    const open = TestBed.inject(OPEN_PHRASES);
    return Promise.all(CITIZEN_LANGUAGES.map(async ({ code }) => [code, await open(code)] as const));
  };

  test('are the same in every language, none empty, none left in Italian', async () => {
    const all = await books();
    const [, first] = all[0]!;
    for (const [code, book] of all) {
      expect([code, Object.keys(book)]).toEqual([code, Object.keys(first)]);
      for (const [id, phrase] of Object.entries(book)) {
        expect([code, id, phrase.trim().length > 0]).toEqual([code, id, true]);
        if (code !== 'it') expect([code, id, phrase === first[id as keyof typeof first]]).toEqual([code, id, false]);
      }
    }
  });

  test('that name a code or a number name the same ones in every language', async () => {
    const facts = (phrase: string) => (phrase.match(/PIN|PUK|CIP|SPID|800 004477|2026/g) ?? []).filter((fact, index, found) => found.indexOf(fact) === index).sort();
    const all = await books();
    const [, first] = all[0]!;
    for (const [code, book] of all) for (const [id, phrase] of Object.entries(book)) expect([code, id, facts(phrase)]).toEqual([code, id, facts(first[id as keyof typeof first])]);
  });

  test('say in Italian what the page tells the operator to say', async () => {
    const book = await TestBed.inject(OPEN_PHRASES)('it');
    const { sentences, stopped, whatToBring, problems } = italian;
    expect(book.delivered).toBe(bare(sentences.delivered));
    expect(book.written).toBe(bare(sentences.written));
    expect(book.interrupted).toBe(bare(sentences.interrupted));
    expect(book.stopped).toBe(bare(stopped.sentence));
    expect(book['stopped-elsewhere']).toBe(bare(stopped.sentenceElsewhere));
    expect(book['stp-eni']).toBe(bare(problems['stp-eni'].sentence));
    for (const kind of CASE_KINDS) expect(book[bringPhraseOf(kind)]).toBe(bare(whatToBring.kinds[kind].sentence));
  });
});
