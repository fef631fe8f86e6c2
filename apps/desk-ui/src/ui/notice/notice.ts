// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { Shape } from '../shape/shape';
import type { ShapeName } from '../shape/shape';
import { SayPipe } from '../words/say.pipe';
import type { Wording } from '../words/wording';
import type { ProblemTone } from './problem-tones';

const SHAPE_OF_TONE: Readonly<Record<ProblemTone, ShapeName>> = { repairable: 'attention', refusal: 'stopped', system: 'stopped' };

/** What happened, what is safe, what to say, and the buttons that lead on: never a dead end. */
@Component({
  selector: 'app-notice',
  imports: [Shape, SayPipe],
  template: `
    <div class="notice" [class.repairable]="tone() === 'repairable'" [class.refusal]="tone() !== 'repairable'" role="alert">
      <h2><app-shape [name]="shape()" />{{ heading() | say }}</h2>
      <p>{{ text() | say }}</p>
      @if (sentence(); as sentence) {
        <p class="sentence">{{ sentence | say }}</p>
      }
      <div class="buttons"><ng-content /></div>
    </div>
  `,
  styles: `
    h2 {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      font-size: 1.125rem;
      line-height: 1.5rem;
    }
    .repairable h2 {
      color: var(--warn);
    }
    .refusal h2 {
      color: var(--bad);
    }
    .buttons:empty {
      display: none;
    }
  `,
})
export class Notice {
  readonly tone = input.required<ProblemTone>();
  readonly heading = input.required<Wording>();
  readonly text = input.required<Wording>();
  readonly sentence = input<Wording | null>(null);
  readonly shape = computed(() => SHAPE_OF_TONE[this.tone()]);
}
