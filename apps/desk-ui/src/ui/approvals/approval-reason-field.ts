// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Shape } from '../shape/shape';
import type { ApprovalReason } from './approval-reason';

/** The field for the words of a decision. */
@Component({
  selector: 'app-approval-reason',
  imports: [TranslocoPipe, Shape],
  template: `
    <div class="field">
      <label for="approval-reason">{{ 'approval.reason' | transloco }}</label>
      <textarea
        id="approval-reason"
        class="input"
        rows="2"
        maxlength="500"
        aria-describedby="approval-reason-help approval-reason-error"
        [attr.aria-invalid]="reason().isMissing()"
        [value]="reason().text()"
        (input)="reason().write($any($event.target).value)"
      ></textarea>
      <p id="approval-reason-help" class="help">{{ 'approval.reasonHelp' | transloco }}</p>
      <div id="approval-reason-error" role="alert">
        @if (reason().isMissing()) {
          <p class="field-error"><app-shape name="stopped" />{{ 'approval.reasonMissing' | transloco }}</p>
        }
      </div>
    </div>
  `,
  styles: `
    .field {
      margin-block: 1rem;
    }
  `,
})
export class ApprovalReasonField {
  readonly reason = input.required<ApprovalReason>();
}
