// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import type { Translation } from '@jsverse/transloco';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { CatalogueLoader } from '../../i18n/catalogue-loader';
import { Language } from './language';

const fetched: string[] = [];
const says = (words: string) => TestBed.inject(TranslocoService).translate(words);

class Loader {
  getTranslation(code: string): Promise<Translation> {
    return Promise.resolve({ signIn: { title: `front ${code}` } });
  }

  rest(code: string): Promise<Translation> {
    fetched.push(code);
    return Promise.resolve({ log: { title: `rest ${code}` } });
  }
}

function language(): Language {
  TestBed.configureTestingModule({
    providers: [provideTransloco({ config: { availableLangs: ['it', 'en'], defaultLang: 'it' }, loader: Loader }), { provide: CatalogueLoader, useClass: Loader }],
  });
  return TestBed.inject(Language);
}

beforeEach(() => {
  fetched.length = 0;
  localStorage.clear();
});

test('before anybody has signed in nothing but the words of that page is fetched', async () => {
  const spoken = language();
  await spoken.begin();
  await spoken.speak('en');
  expect(says('signIn.title')).toBe('front en');
  expect(fetched).toEqual([]);
});

test('then each language is fetched whole, once', async () => {
  const spoken = language();
  await spoken.begin();
  await spoken.speakOfAll();
  expect([says('signIn.title'), says('log.title')]).toEqual(['front it', 'rest it']);
  await spoken.speak('en');
  await spoken.speakOfAll();
  expect([says('signIn.title'), says('log.title')]).toEqual(['front en', 'rest en']);
  expect(fetched).toEqual(['it', 'en']);
});
