// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { Notice } from './notice';
import { toldTrouble } from './told-trouble';
import type { Trouble } from './told-trouble';

/** Says what became of an act that did not go through. */
@Component({
  selector: 'app-trouble-notice',
  imports: [Notice],
  template: `
    <app-notice [tone]="told().tone" [heading]="told().heading" [text]="told().text" [sentence]="told().sentence"><ng-content /></app-notice>
  `,
})
export class TroubleNotice {
  readonly trouble = input.required<Trouble>();
  /** What the words need besides the problem's own details. */
  readonly facts = input<Readonly<Record<string, unknown>>>({});
  readonly told = computed(() => toldTrouble(this.trouble(), this.facts()));
}
