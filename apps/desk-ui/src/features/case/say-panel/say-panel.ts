// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { SayPipe } from '../../../ui/words/say.pipe';
import type { Wording } from '../../../ui/words/wording';

/** What to say to the citizen meanwhile. */
@Component({
  selector: 'app-say-panel',
  imports: [SayPipe],
  template: `<section class="sentence"><h3 class="label-line">{{ heading() | say }}</h3><p>{{ sentence() | say }}</p></section>`,
  styles: `
    .sentence {
      padding-block: 0.875rem 1rem;
    }
    h3 {
      margin-bottom: 0.375rem;
    }
  `,
})
export class SayPanel {
  readonly heading = input.required<Wording>();
  readonly sentence = input.required<Wording>();
}
