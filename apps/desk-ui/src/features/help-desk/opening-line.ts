// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpeningView } from '@sportello/contracts';
import { State } from '../../ui/shape/state';
import { Language } from '../../ui/words/language';
import { SayPipe } from '../../ui/words/say.pipe';
import { closedBecause, openingWords } from '../../ui/hours/opening-words';

/** Open until when, or closed why and until when. Who works all the same is told that it is marked, and never kept from it. */
@Component({
  selector: 'app-opening-line',
  imports: [TranslocoPipe, SayPipe, State],
  template: `
    <app-state [shape]="opening().isOpen ? 'done' : 'attention'">{{ told() | say }}</app-state>
    @if (because(); as why) {
      <span class="help">
        {{ why.words | say }}
        @if (why.name; as name) {
          ({{ name | say }})
        }
      </span>
      <span class="help">{{ 'helpDesk.opening.flagged' | transloco }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
    }
  `,
})
export class OpeningLine {
  readonly #language = inject(Language);

  readonly opening = input.required<OpeningView>();
  readonly told = computed(() => openingWords(this.opening(), this.#language.current()));
  readonly because = computed(() => closedBecause(this.opening()));
}
