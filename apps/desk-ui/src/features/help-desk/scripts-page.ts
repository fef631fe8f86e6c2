// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CALL_CATEGORIES, CALL_SCRIPTS } from '@sportello/domain';
import type { CallCategory } from '@sportello/domain';
import { HelpDeskStore } from '../../data/help-desk/help-desk-store';
import { focusOnArrival } from '../../ui/focus/focus';
import { selfCheckIn } from '../../ui/self-check/self-check-in';
import { SayPipe } from '../../ui/words/say.pipe';
import { itemsOf } from './script-items';
import { ToldPlaces } from './told-places';

/** *Copioni*: what is said about everything that people call for, to read without a call. */
@Component({
  selector: 'app-scripts-page',
  imports: [TranslocoPipe, SayPipe],
  template: `
    <h1>{{ 'helpDesk.scripts.title' | transloco }}</h1>
    <div class="field">
      <label for="script-category">{{ 'helpDesk.call.category' | transloco }}</label>
      <select id="script-category" class="input" (change)="choose($any($event.target).value)">
        @for (each of categories; track each) {
          <option [value]="each" [selected]="each === category()">{{ 'helpDesk.categories.' + each | transloco }}</option>
        }
      </select>
    </div>
    <section class="panel" aria-labelledby="script-title">
      <h2 id="script-title">{{ 'helpDesk.script.title' | transloco }}</h2>
      <ol>
        @for (step of script().steps; track step) {
          <li>
            <b>{{ 'helpDesk.steps.' + step + '.title' | transloco }}</b>
            <p class="words">{{ 'helpDesk.steps.' + step + '.say' | transloco: places() }}</p>
            @if (itemsOf(step, selfCheck).length > 0) {
              <ul class="items">
                @for (item of itemsOf(step, selfCheck); track item.key) {
                  <li>{{ item | say }}</li>
                }
              </ul>
            }
          </li>
        } @empty {
          <li class="help">{{ 'helpDesk.script.free' | transloco }}</li>
        }
      </ol>
    </section>
    <section class="panel" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title">{{ 'helpDesk.elsewhere.title' | transloco }}</h2>
      <ul>
        @for (entry of script().elsewhere; track entry.what) {
          <li>
            <b>{{ 'helpDesk.notByPhone.' + entry.what | transloco }}</b>
            @for (place of entry.goTo; track place) {
              <p>{{ 'helpDesk.goTo.' + place | transloco: places() }}</p>
            }
          </li>
        } @empty {
          <li>{{ 'helpDesk.elsewhere.none' | transloco }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--gap);
      max-width: 60rem;
      padding: var(--gap) var(--page-padding);
    }
    .field {
      max-width: 24rem;
    }
    ol,
    section > ul {
      display: flex;
      flex-direction: column;
      gap: 0.75rem;
      margin-top: 0.5rem;
    }
    .words {
      font-size: 1.125rem;
      line-height: 1.625rem;
    }
    .items {
      padding-left: 1.25rem;
      list-style: disc;
    }
  `,
})
export class ScriptsPage {
  readonly #told = inject(ToldPlaces);

  readonly categories = CALL_CATEGORIES;
  readonly places = this.#told.words;
  readonly itemsOf = itemsOf;
  readonly selfCheck = selfCheckIn(inject(DOCUMENT));
  readonly category = signal<CallCategory>(CALL_CATEGORIES[0]);
  readonly script = computed(() => CALL_SCRIPTS[this.category()]);

  constructor() {
    focusOnArrival('#script-category');
    // The hours that a script names.
    const store = inject(HelpDeskStore);
    this.#told.learnFrom(store.view);
    void store.refresh();
  }

  choose(category: string): void {
    this.category.set(CALL_CATEGORIES.find((each) => each === category) ?? CALL_CATEGORIES[0]);
  }
}
