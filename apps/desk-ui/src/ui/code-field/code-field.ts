// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, model } from '@angular/core';
import { Shape } from '../shape/shape';
import { SayPipe } from '../words/say.pipe';
import type { Wording } from '../words/wording';

/** A code that is scanned, or typed here by whoever has no scanner. */
@Component({
  selector: 'app-code-field',
  imports: [SayPipe, Shape],
  template: `
    <div class="field">
      <label for="typed-code">{{ label() | say }}</label>
      <input
        id="typed-code"
        class="input mono"
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        [value]="text()"
        [placeholder]="example()"
        [attr.aria-invalid]="trouble() ? true : null"
        aria-describedby="typed-code-help typed-code-trouble"
        (input)="text.set($any($event.target).value)"
      />
      <p id="typed-code-help" class="help">{{ help() | say }}</p>
      <div id="typed-code-trouble" role="alert">
        @if (trouble(); as told) {
          <p class="field-error"><app-shape name="stopped" />{{ told | say }}</p>
        }
      </div>
    </div>
  `,
  styles: `
    .field {
      max-width: 26rem;
    }
    .input {
      text-transform: uppercase;
      &::placeholder {
        text-transform: none;
      }
    }
    .help {
      margin-top: 0.25rem;
    }
  `,
})
export class CodeField {
  readonly text = model.required<string>();
  readonly label = input.required<Wording>();
  readonly help = input.required<Wording>();
  readonly example = input('');
  readonly trouble = input<Wording | null>(null);
}
