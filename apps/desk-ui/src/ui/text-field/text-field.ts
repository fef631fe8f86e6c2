// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Shape } from '../shape/shape';

/** A labelled line of text. It is judged when it is left, not while it is typed. */
@Component({
  selector: 'app-text-field',
  imports: [TranslocoPipe, Shape],
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ label() | transloco }}</label>
      <input
        class="input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        [id]="fieldId()"
        [class.mono]="isCode() || isDate()"
        [attr.inputmode]="isDate() ? 'numeric' : null"
        [placeholder]="isDate() ? ('document.datePlaceholder' | transloco) : ''"
        [value]="text()"
        [disabled]="isOff()"
        [attr.aria-invalid]="isTold() ? true : null"
        [attr.aria-describedby]="fieldId() + '-trouble'"
        (input)="written.emit($any($event.target).value)"
        (blur)="leave()"
      />
      <ng-content />
      <div [id]="fieldId() + '-trouble'" aria-live="polite">
        @if (isTold()) {
          <p class="field-error"><app-shape name="stopped" />{{ wrong() | transloco }}</p>
        }
      </div>
    </div>
  `,
})
export class TextField {
  readonly fieldId = input.required<string>();
  /** Keys of the catalogue. */
  readonly label = input.required<string>();
  readonly wrong = input('');
  readonly text = input.required<string>();
  readonly isDate = input(false);
  readonly isCode = input(false);
  readonly isOff = input(false);
  readonly isWrong = input(false);
  readonly written = output<string>();
  readonly left = output();

  readonly #wasLeft = signal(false);

  isTold(): boolean {
    return this.#wasLeft() && this.isWrong();
  }

  leave(): void {
    this.#wasLeft.set(true);
    this.left.emit();
  }
}
