// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CatalogueLoader } from '../../i18n/catalogue-loader';

export const LANGUAGES = ['it', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

const KEPT_AS = 'sportello.language';

/** The language of the page: Italian until the operator says otherwise, then remembered on this computer. */
@Service()
export class Language {
  readonly #transloco = inject(TranslocoService);
  readonly #document = inject(DOCUMENT);
  readonly #loader = inject(CatalogueLoader);
  readonly #current = signal<LanguageCode>('it');
  readonly #whole = new Set<LanguageCode>();
  #speaksOfAll = false;

  readonly current = this.#current.asReadonly();

  /** To be awaited before the first page shows, so that no key is ever seen in place of its words. */
  async begin(): Promise<void> {
    await this.speak(this.#kept() ?? 'it');
  }

  /** To be awaited before any page but the sign-in shows: from here on each language is loaded whole. */
  async speakOfAll(): Promise<void> {
    this.#speaksOfAll = true;
    await this.#load(this.current());
  }

  async speak(language: LanguageCode): Promise<void> {
    await this.#load(language);
    this.#transloco.setActiveLang(language);
    this.#document.documentElement.lang = language;
    this.#current.set(language);
    this.#keep(language);
  }

  async #load(language: LanguageCode): Promise<void> {
    await firstValueFrom(this.#transloco.load(language));
    if (!this.#speaksOfAll || this.#whole.has(language)) return;
    this.#transloco.setTranslation(await this.#loader.rest(language), language);
    this.#whole.add(language);
  }

  #kept(): LanguageCode | undefined {
    const kept = this.#document.defaultView?.localStorage.getItem(KEPT_AS);
    return LANGUAGES.find((language) => language === kept);
  }

  #keep(language: LanguageCode): void {
    this.#document.defaultView?.localStorage.setItem(KEPT_AS, language);
  }
}
