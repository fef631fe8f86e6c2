// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Why something is asked for: read by the administrator who decides. */
@Component({
  selector: 'app-reason-field',
  imports: [TranslocoPipe],
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ 'people.reason' | transloco }}</label>
      <textarea class="input" rows="2" maxlength="500" [id]="fieldId()" [attr.aria-describedby]="fieldId() + '-help'" [value]="reason()" (input)="reason.set($any($event.target).value)"></textarea>
      <p [id]="fieldId() + '-help'" class="help">{{ 'people.reasonHelp' | transloco }}</p>
    </div>
  `,
})
export class ReasonField {
  readonly fieldId = input.required<string>();
  readonly reason = model.required<string>();
}
