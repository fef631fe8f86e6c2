// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DUPLICATE_REASONS } from '@sportello/domain';
import type { DuplicateReason } from '@sportello/domain';
import { CardWatch } from '../../../data/desk/card-watch';
import { focusMover } from '../../../ui/focus/focus';
import { Shape } from '../../../ui/shape/shape';

/** An active card whose codes are lost or blocked: its new codes are a case of their own, with a reason. */
@Component({
  selector: 'app-duplicate-offer',
  imports: [TranslocoPipe, Shape],
  template: `
    <section class="panel" aria-labelledby="duplicate-title">
      <h2 id="duplicate-title">{{ 'duplicate.title' | transloco }}</h2>
      <p>{{ 'duplicate.text' | transloco }}</p>
      <fieldset>
        <legend class="label-line">{{ 'duplicate.reason' | transloco }}</legend>
        @for (reason of reasons; track reason) {
          <label [class.chosen]="reason === chosen()">
            <input type="radio" name="duplicate-reason" [id]="'duplicate-' + reason" [value]="reason" [checked]="reason === chosen()" (change)="choose(reason)" />
            {{ 'duplicateReasons.' + reason | transloco }}
          </label>
        }
      </fieldset>
      <div role="alert">
        @if (isReasonMissing()) {
          <p class="field-error"><app-shape name="stopped" />{{ 'duplicate.choose' | transloco }}</p>
        }
      </div>
    </section>
  `,
  styleUrl: './duplicate-offer.scss',
})
export class DuplicateOffer {
  readonly #watch = inject(CardWatch);
  readonly #focus = focusMover();

  readonly insertionId = input.required<string>();
  readonly reasons = DUPLICATE_REASONS;
  readonly chosen = signal<DuplicateReason | null>(null);
  readonly isReasonMissing = signal(false);

  choose(reason: DuplicateReason): void {
    this.chosen.set(reason);
    this.isReasonMissing.set(false);
  }

  /** The primary action of the page: opens the case, or leads to the reason. */
  open(): void {
    const reason = this.chosen();
    this.isReasonMissing.set(reason === null);
    if (reason === null) this.#focus(`#duplicate-${DUPLICATE_REASONS[0]}`);
    else void this.#watch.open(this.insertionId(), { reason });
  }
}
