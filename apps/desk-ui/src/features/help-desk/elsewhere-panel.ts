// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { TELEPHONE_LINES } from '@sportello/domain';
import { Hours } from '../../ui/hours/hours';
import { Shape } from '../../ui/shape/shape';
import type { CallDraft } from './call-draft';
import { ToldPlaces } from './told-places';

/** What cannot be done by telephone, and where it can: said before anybody asks twice. */
@Component({
  selector: 'app-elsewhere-panel',
  imports: [RouterLink, TranslocoPipe, Hours, Shape],
  template: `
    @if (hasTitle()) {
      <h2 id="elsewhere-title">{{ 'helpDesk.elsewhere.title' | transloco }}</h2>
    }
    @if (script(); as script) {
      <ul aria-labelledby="elsewhere-title">
        @for (entry of script.elsewhere; track entry.what) {
          <li>
            <p class="what"><app-shape name="stopped" /><b>{{ 'helpDesk.notByPhone.' + entry.what | transloco }}</b></p>
            @for (place of entry.goTo; track place) {
              <p>{{ 'helpDesk.goTo.' + place | transloco: places() }}</p>
            }
          </li>
        } @empty {
          <li>{{ 'helpDesk.elsewhere.none' | transloco }}</li>
        }
      </ul>
      @if (script.byPhone.includes('find-desk')) {
        <p><a routerLink="/dove-attivarla" target="_blank" rel="noopener">{{ 'helpDesk.elsewhere.desks' | transloco }}</a></p>
      }
    } @else {
      <p class="help">{{ 'helpDesk.elsewhere.choose' | transloco }}</p>
    }
    @if (tellsHours()) {
      <h3>{{ 'helpDesk.elsewhere.hours' | transloco: places() }}</h3>
      <app-hours [hours]="line().hours" />
      @if (line().calendar.isClosedOnHolidays) {
        <p class="help">{{ 'helpDesk.elsewhere.holidays' | transloco }}</p>
      }
    }
    @if (tellsCieHours()) {
      <h3>{{ 'helpDesk.elsewhere.cieHours' | transloco: places() }}</h3>
      <app-hours [hours]="cieHours" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.625rem;
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: 0.75rem;
    }
    .what {
      display: flex;
      gap: 0.5rem;
      align-items: baseline;
    }
    .what app-shape {
      color: var(--bad);
    }
  `,
})
export class ElsewherePanel {
  readonly #told = inject(ToldPlaces);

  readonly draft = input.required<CallDraft>();
  /** Left out where a layer names it already. */
  readonly hasTitle = input(true);

  readonly script = computed(() => this.draft().script());
  readonly tellsHours = computed(() => this.script()?.steps.includes('say-opening-hours') ?? false);
  readonly tellsCieHours = computed(() => this.script()?.steps.includes('say-cie-block-line') ?? false);
  readonly line = this.#told.line;
  readonly cieHours = TELEPHONE_LINES['cie-block'].hours;
  readonly places = this.#told.words;
}
