// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CardsAtDeskRequest } from '@sportello/contracts';
import { parseCodiceFiscale, parseIdCarta } from '@sportello/domain';
import { State } from '../../ui/shape/state';
import { TextField } from '../../ui/text-field/text-field';

/** Whose certificate: the card in the reader says it, or its number, or the holder's codice fiscale. */
@Component({
  selector: 'app-holder-finder',
  imports: [TranslocoPipe, State, TextField],
  template: `
    @if (inReader(); as insertionId) {
      <button type="button" class="button small" [attr.aria-disabled]="isBusy()" (click)="asked.emit({ by: 'card', insertionId })">{{ 'deskRevocation.holder.inReader' | transloco }}</button>
    }
    <div class="finder">
      <app-text-field fieldId="holder-code" label="deskRevocation.holder.code" wrong="deskRevocation.holder.wrong" [isCode]="true" [text]="text()" [isWrong]="text().trim() !== '' && request() === null" (written)="text.set($event)" />
      <button type="button" class="button" [attr.aria-disabled]="isBusy() || request() === null" (click)="find()">{{ 'deskRevocation.holder.find' | transloco }}</button>
    </div>
    <p role="status">
      @if (initials(); as found) {
        <app-state shape="done">{{ 'deskRevocation.holder.found' | transloco: { initials: found } }}</app-state>
      }
    </p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.5rem;
      align-items: flex-start;
    }
    .finder {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: end;
      width: 100%;
    }
    app-text-field {
      flex: 1 1 14rem;
    }
  `,
})
export class HolderFinder {
  /** The stay of a card that could be meant. */
  readonly inReader = input<string | null>(null);
  /** What the holder's own document says, when the holder came. */
  readonly codeTold = input('');
  readonly initials = input<string | null>(null);
  readonly isBusy = input(false);
  readonly asked = output<CardsAtDeskRequest>();

  readonly text = linkedSignal(() => this.codeTold());
  readonly request = computed<CardsAtDeskRequest | null>(() => {
    const text = this.text().replace(/\s/g, '').toUpperCase();
    if (parseIdCarta(text).ok) return { by: 'id-carta', idCarta: text };
    return parseCodiceFiscale(text).ok ? { by: 'codice-fiscale', codiceFiscale: text } : null;
  });

  find(): void {
    const request = this.request();
    if (request && !this.isBusy()) this.asked.emit(request);
  }
}
