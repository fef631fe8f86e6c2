// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CipMismatch } from '../../data/help-desk/cip-answer';
import { State } from '../../ui/shape/state';
import { waitFor } from '../../ui/revocation/wait-for';

/** What is told when a try was wrong: one thing, whichever part it was, and when the next may follow. */
@Component({
  selector: 'app-mismatch-notice',
  imports: [TranslocoPipe, State],
  template: `
    <div role="alert">
      @if (mismatch(); as told) {
        <div class="notice repairable">
          <h3>{{ (told.isTooEarly ? 'problems.too-many-attempts.title' : 'problems.cip-mismatch.title') | transloco }}</h3>
          <p>{{ (told.isTooEarly ? 'helpDesk.caller.tooEarly' : 'helpDesk.caller.mismatch') | transloco }}</p>
          @if (told.mayRecordUnverified) {
            <p class="sentence">{{ 'helpDesk.caller.mismatchSay' | transloco }}</p>
          }
        </div>
      }
    </div>
    @if (wait() > 0) {
      <p><app-state shape="waiting">{{ 'helpDesk.caller.wait' | transloco: { seconds: wait() } }}</app-state></p>
    }
  `,
  styles: `
    .notice {
      gap: 0.25rem;
      padding: 0.5rem 0.75rem;
    }
    h3 {
      color: var(--warn);
      font-size: 1rem;
    }
  `,
})
export class MismatchNotice {
  readonly mismatch = input.required<CipMismatch | null>();
  /** By this computer's clock. */
  readonly now = input.required<number>();

  readonly wait = computed(() => waitFor(this.mismatch(), this.now()));
}
