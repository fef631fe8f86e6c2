// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LayerFrame } from '../layer/layer-frame';
import { Shape } from '../shape/shape';
import { Language } from '../words/language';
import type { Wording } from '../words/wording';
import { CITIZEN_LANGUAGES } from './citizen-languages';
import type { CitizenLanguage, PhraseId, Phrases } from './citizen-languages';
import { OPEN_PHRASES } from './phrase-books';

/** What is shown: a phrase that all languages have, or a sentence of the page, or both, where the page's own says more; never neither. */
export interface ShownPhrase {
  readonly phrase: PhraseId | null;
  readonly sentence: Wording | null;
}

/** The phrase in large letters; the arrows go through the languages, each named in itself. */
@Component({
  selector: 'app-citizen-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './citizen-layer.html',
  styleUrl: './citizen-layer.scss',
})
export class CitizenLayer {
  readonly #open = inject(OPEN_PHRASES);
  readonly #transloco = inject(TranslocoService);
  readonly #page = inject(Language).current;
  readonly #books = signal<Partial<Readonly<Record<CitizenLanguage, Phrases>>>>({});

  readonly shown = inject<ShownPhrase>(DIALOG_DATA);
  readonly languages = CITIZEN_LANGUAGES;
  readonly chosen = signal<CitizenLanguage>(this.#page());
  /** The file did not come: what was shown stays. */
  readonly hasFailed = signal(false);
  /** The last language whose words are here. */
  readonly #told = signal<CitizenLanguage>(this.#page());
  readonly direction = computed(() => CITIZEN_LANGUAGES.find(({ code }) => code === this.#told())?.direction ?? 'ltr');
  readonly language = this.#told.asReadonly();
  readonly text = computed(() => {
    const { phrase, sentence } = this.shown;
    const language = this.#told();
    if (sentence && language === this.#page()) return this.#transloco.translate(sentence.key, sentence.params ?? {});
    return phrase === null ? '' : (this.#books()[language]?.[phrase] ?? '');
  });

  constructor() {
    if (this.shown.phrase !== null) void this.choose(this.chosen());
  }

  async choose(language: CitizenLanguage): Promise<void> {
    this.chosen.set(language);
    this.hasFailed.set(false);
    try {
      const book = this.#books()[language] ?? (await this.#open(language));
      this.#books.update((books) => ({ ...books, [language]: book }));
      if (this.chosen() === language) this.#told.set(language);
    } catch {
      this.hasFailed.set(this.chosen() === language);
    }
  }
}
