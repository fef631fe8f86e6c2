// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { parseStationCode } from '@sportello/domain';
import { StationBinding } from '../../data/desk/station-binding';
import { focusOnArrival } from '../focus/focus';
import { Shape } from '../shape/shape';

/** The code that the station beside the browser shows, typed once: the browser stands there from then on. */
@Component({
  selector: 'app-station-code-form',
  imports: [TranslocoPipe, Shape],
  templateUrl: './station-code-form.html',
  styles: `
    :host {
      display: block;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem 1rem;
      align-items: end;
      margin-block: 0.75rem;
    }
    .field {
      width: 13rem;
    }
    .mono {
      font-family: var(--bs-font-monospace);
      text-transform: uppercase;
    }
  `,
})
export class StationCodeForm {
  readonly #binding = inject(StationBinding);
  readonly #document = inject(DOCUMENT);

  readonly bound = output();
  readonly text = signal('');
  readonly isBusy = signal(false);
  readonly trouble = signal<string | null>(null);
  readonly isComplete = computed(() => parseStationCode(this.text()) !== undefined);

  constructor() {
    focusOnArrival('#station-code');
  }

  write(text: string): void {
    this.text.set(text);
    this.trouble.set(null);
  }

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isComplete()) this.#tell('stationCode.missing');
    if (!this.isComplete() || this.isBusy()) return;
    this.isBusy.set(true);
    const trouble = await this.#binding.bind(this.text());
    this.isBusy.set(false);
    if (trouble === null) this.bound.emit();
    else this.#tell(`stationCode.troubles.${trouble}`);
  }

  #tell(key: string): void {
    this.trouble.set(key);
    this.#document.getElementById('station-code')?.focus();
  }
}
