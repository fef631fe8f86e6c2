// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ENVELOPE_LANGUAGES } from '@sportello/domain';
import type { EnvelopeLanguage } from '@sportello/domain';

/** The receipt of a request as a file, in the citizen's language: for whoever works where no station prints. */
@Component({
  selector: 'app-receipt-download',
  imports: [TranslocoPipe],
  template: `
    <a class="button small" [href]="href()" download>{{ 'revocations.receipt.download' | transloco }}</a>
    <label class="visually-hidden" for="receipt-language">{{ 'printPaper.language' | transloco }}</label>
    <select id="receipt-language" class="input" (change)="choose($any($event.target).value)">
      @for (each of languages; track each) {
        <option [value]="each" [selected]="each === language()">{{ 'printPaper.' + each | transloco }}</option>
      }
    </select>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: center;
    }
    .input {
      width: auto;
    }
  `,
})
export class ReceiptDownload {
  readonly requestId = input.required<string>();

  readonly languages = ENVELOPE_LANGUAGES;
  readonly language = signal<EnvelopeLanguage>('it');
  readonly href = computed(() => `/api/revocations/${this.requestId()}/receipt.pdf?language=${this.language()}`);

  choose(language: string): void {
    this.language.set(ENVELOPE_LANGUAGES.find((each) => each === language) ?? 'it');
  }
}
