// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Language, LANGUAGES } from './language';
import type { LanguageCode } from './language';

/** Italiano or English, each named in itself. */
@Component({
  selector: 'app-language-switch',
  imports: [TranslocoPipe],
  template: `
    <div role="group" [attr.aria-label]="'language.label' | transloco">
      @for (language of languages; track language) {
        <button type="button" class="button small" [lang]="language" [attr.aria-pressed]="language === current()" (click)="speak(language)">
          {{ names[language] }}
        </button>
      }
    </div>
  `,
  styles: `
    div {
      display: flex;
      gap: 0.5rem;
    }
    [aria-pressed='true'] {
      border: 2px solid var(--blue);
      background: var(--blue-1);
    }
  `,
})
export class LanguageSwitch {
  readonly #language = inject(Language);

  readonly languages = LANGUAGES;
  readonly names: Readonly<Record<LanguageCode, string>> = { it: 'Italiano', en: 'English' };
  readonly current = this.#language.current;

  speak(language: LanguageCode): void {
    void this.#language.speak(language);
  }
}
