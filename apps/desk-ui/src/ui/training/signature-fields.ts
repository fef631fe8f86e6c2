// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, model, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Shape } from '../shape/shape';

/** Another person's name and password on a page that is not theirs: the browser is not asked to remember them. */
@Component({
  selector: 'app-signature-fields',
  imports: [TranslocoPipe, Shape],
  templateUrl: './signature-fields.html',
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: 0.75rem 1rem;
      margin-top: 0.75rem;
    }
  `,
})
export class SignatureFields {
  /** Whose: `tutor` or `second`, as the labels name them. */
  readonly signer = input.required<'tutor' | 'second'>();
  readonly username = model.required<string>();
  readonly password = model.required<string>();
  /** The key of what did not go through. */
  readonly troubleKey = input<string | null>(null);
  readonly entered = output();
}
