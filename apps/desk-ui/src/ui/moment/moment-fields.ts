// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Clock } from '../../data/time/clock';
import { focusMover } from '../focus/focus';
import { Shape } from '../shape/shape';
import type { ToldMoment } from './told-moment';

/** A day and an hour, with *Adesso* for what happens now. Judged when they are left. */
@Component({
  selector: 'app-moment-fields',
  imports: [TranslocoPipe, Shape],
  template: `
    <div class="field">
      <label [for]="fieldId() + '-day'">{{ label() | transloco }}</label>
      <input class="input mono" type="text" inputmode="numeric" autocomplete="off" maxlength="10" [id]="fieldId() + '-day'" [placeholder]="'document.datePlaceholder' | transloco" [attr.aria-describedby]="fieldId() + '-trouble'" [value]="moment().day()" (input)="moment().day.set($any($event.target).value)" (blur)="leave()" />
    </div>
    <div class="field">
      <label [for]="fieldId() + '-time'">{{ 'moment.time' | transloco }}</label>
      <input class="input mono" type="text" inputmode="numeric" autocomplete="off" maxlength="8" [id]="fieldId() + '-time'" [placeholder]="'moment.timePlaceholder' | transloco" [attr.aria-describedby]="fieldId() + '-trouble'" [value]="moment().time()" (input)="moment().time.set($any($event.target).value)" (blur)="leave()" />
    </div>
    <button type="button" class="button small" (click)="setNow()">{{ 'moment.now' | transloco }}</button>
    <div class="trouble" [id]="fieldId() + '-trouble'" aria-live="polite">
      @if (wasLeft() && !moment().isEmpty() && moment().instant() === undefined) {
        <p class="field-error"><app-shape name="stopped" />{{ 'moment.wrong' | transloco }}</p>
      } @else if (wasLeft() && moment().isLaterThan(now())) {
        <p class="field-error"><app-shape name="stopped" />{{ 'moment.future' | transloco }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      gap: 0 0.5rem;
      align-items: end;
    }
    .button {
      min-height: 2.5rem;
    }
    .trouble {
      grid-column: 1 / -1;
    }
    @media (max-width: 29.99rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
      }
    }
  `,
})
export class MomentFields {
  readonly #clock = inject(Clock);
  readonly #move = focusMover();

  readonly fieldId = input.required<string>();
  /** Key of the catalogue. */
  readonly label = input.required<string>();
  readonly moment = input.required<ToldMoment>();
  readonly now = this.#clock.now;
  readonly wasLeft = signal(false);

  leave(): void {
    // Going from the day to the hour is not leaving yet.
    if (this.moment().time() !== '') this.wasLeft.set(true);
  }

  /** The cursor goes on to the hour, from where Enter is the page's again. */
  setNow(): void {
    // By the clock against which it is judged, which ticks once a second.
    this.moment().setTo(this.now());
    this.#move(`#${this.fieldId()}-time`);
  }
}
