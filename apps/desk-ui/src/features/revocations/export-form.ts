// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { parseItalianDate } from '@sportello/domain';
import { TextField } from '../../ui/text-field/text-field';

/** Takes the requests of some days away as a table, without names. */
@Component({
  selector: 'app-export-form',
  imports: [TranslocoPipe, TextField],
  template: `
    <h2>{{ 'revocations.export.title' | transloco }}</h2>
    <p><a download href="/api/revocations/export.csv?open=only">{{ 'revocations.export.open' | transloco }}</a></p>
    <div class="fields">
      <app-text-field fieldId="export-from" label="revocations.export.from" wrong="moment.wrongDay" [isDate]="true" [text]="from()" [isWrong]="from() !== '' && fromDay() === undefined" (written)="from.set($event)" />
      <app-text-field fieldId="export-to" label="revocations.export.to" wrong="moment.wrongDay" [isDate]="true" [text]="to()" [isWrong]="to() !== '' && toDay() === undefined" (written)="to.set($event)" />
      <label class="choice"><input type="checkbox" [checked]="isBreaches()" (change)="isBreaches.set($any($event.target).checked)" /> {{ 'revocations.export.breaches' | transloco }}</label>
      @if (address(); as href) {
        <a class="button" download [href]="href">{{ 'revocations.export.download' | transloco }}</a>
      }
    </div>
    <p class="help">{{ 'revocations.export.help' | transloco }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.5rem;
    }
    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: end;
    }
    app-text-field {
      flex: 1 1 10rem;
    }
  `,
})
export class ExportForm {
  readonly from = signal('');
  readonly to = signal('');
  readonly isBreaches = signal(false);
  readonly fromDay = computed(() => dayOf(this.from()));
  readonly toDay = computed(() => dayOf(this.to()));
  /** Once both days are there, in their order. */
  readonly address = computed(() => {
    const [from, to] = [this.fromDay(), this.toDay()];
    return from !== undefined && to !== undefined && from <= to ? `/api/revocations/export.csv?from=${from}&to=${to}${this.isBreaches() ? '&breaches=only' : ''}` : null;
  });
}

function dayOf(text: string): string | undefined {
  const date = parseItalianDate(text);
  return date.ok ? date.value : undefined;
}
