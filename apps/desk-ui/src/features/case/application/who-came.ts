// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import type { CaseKind } from '@sportello/domain';
import { CaseStore } from '../../../data/case/case-store';

/** *Chi è venuto?*: the kinds that card, age and desk allow, the proposed one chosen already. Arrows choose. */
@Component({
  selector: 'app-who-came',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend>{{ 'whoCame.title' | transloco }}</legend>
      @for (kind of case().offeredKinds; track kind) {
        <label [class.chosen]="kind === case().kind">
          <input type="radio" name="who-came" [value]="kind" [checked]="kind === case().kind" (change)="choose(kind)" />
          {{ 'kinds.' + kind | transloco }}
        </label>
      }
    </fieldset>
  `,
  styleUrl: './who-came.scss',
})
export class WhoCame {
  readonly #cases = inject(CaseStore);
  #wish: CaseKind = 'holder';
  #isChanging = false;

  readonly case = input.required<CaseView>();

  /** Arrows pass over kinds on their way: the last one wished for is what the case becomes. */
  async choose(kind: CaseKind): Promise<void> {
    this.#wish = kind;
    if (this.#isChanging || kind === this.case().kind) return;
    this.#isChanging = true;
    let asked: CaseKind;
    let isThrough: boolean;
    do {
      asked = this.#wish;
      isThrough = (await this.#cases.changeKind(asked))?.kind === 'done';
    } while (isThrough && this.#wish !== asked);
    this.#isChanging = false;
  }
}
