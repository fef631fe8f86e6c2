// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { parseItalianDate } from '@sportello/domain';
import { saveFile } from '../../ui/download/save-file';
import { Shape } from '../../ui/shape/shape';
import { TextField } from '../../ui/text-field/text-field';

/** Takes the requests of some days away as a table, without names. */
@Component({
  selector: 'app-export-form',
  imports: [TranslocoPipe, Shape, TextField],
  template: `
    <h2>{{ 'revocations.export.title' | transloco }}</h2>
    <p><a download href="/api/revocations/export.csv?open=only">{{ 'revocations.export.open' | transloco }}</a></p>
    <form novalidate (submit)="download($event)">
      <app-text-field fieldId="export-from" label="revocations.export.from" wrong="moment.wrongDay" [isDate]="true" [text]="from()" [isWrong]="from() !== '' && fromDay() === undefined" (written)="from.set($event)" />
      <app-text-field fieldId="export-to" label="revocations.export.to" wrong="moment.wrongDay" [isDate]="true" [text]="to()" [isWrong]="to() !== '' && toDay() === undefined" (written)="to.set($event)" />
      <label class="choice"><input type="checkbox" [checked]="isBreaches()" (change)="isBreaches.set($any($event.target).checked)" /> {{ 'revocations.export.breaches' | transloco }}</label>
      <button type="submit" class="button">{{ 'revocations.export.download' | transloco }}</button>
      <div class="whole" role="alert">
        @if (isTold() && missing(); as what) {
          <p class="field-error"><app-shape name="attention" />{{ 'revocations.export.missing.' + what | transloco }}</p>
        }
      </div>
    </form>
    <p class="help">{{ 'revocations.export.help' | transloco }}</p>
  `,
  styleUrl: './export-form.scss',
})
export class ExportForm {
  readonly #document = inject(DOCUMENT);

  readonly from = signal('');
  readonly to = signal('');
  readonly isBreaches = signal(false);
  readonly fromDay = computed(() => dayOf(this.from()));
  readonly toDay = computed(() => dayOf(this.to()));
  readonly missing = computed<'from' | 'to' | 'order' | null>(() => {
    const [from, to] = [this.fromDay(), this.toDay()];
    if (from === undefined) return 'from';
    if (to === undefined) return 'to';
    return from > to ? 'order' : null;
  });
  readonly isTold = signal(false);

  /** Both days, in their order; or the cursor goes where something is missing. */
  download(event: Event): void {
    event.preventDefault();
    const missing = this.missing();
    this.isTold.set(missing !== null);
    if (missing === null) saveFile(this.#document, `/api/revocations/export.csv?from=${this.fromDay() ?? ''}&to=${this.toDay() ?? ''}${this.isBreaches() ? '&breaches=only' : ''}`);
    else this.#document.getElementById(missing === 'from' ? 'export-from' : 'export-to')?.focus();
  }
}

function dayOf(text: string): string | undefined {
  const date = parseItalianDate(text);
  return date.ok ? date.value : undefined;
}
