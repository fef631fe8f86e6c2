// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RevocationReceipt } from '@sportello/contracts';
import { REPLACEMENT_CHECKLIST } from '@sportello/domain';
import { clockTime, writtenDay } from '../../data/time/desk-time';
import { focusOnArrival } from '../../ui/focus/focus';
import { State } from '../../ui/shape/state';

/** The request's number, how to keep it, and what is done next. */
@Component({
  selector: 'app-recorded-panel',
  imports: [RouterLink, TranslocoPipe, State],
  templateUrl: './recorded-panel.html',
  styleUrl: './recorded-panel.scss',
})
export class RecordedPanel {
  readonly receipt = input.required<RevocationReceipt>();

  readonly isUnverified = computed(() => this.receipt().standing === 'unverified');
  readonly copied = signal(false);
  /** To the second. */
  readonly moment = computed(() => `${writtenDay(Date.parse(this.receipt().recordedAt))} ${clockTime(this.receipt().recordedAt)}`);
  /** The request is done already. */
  readonly steps = REPLACEMENT_CHECKLIST.filter((step) => step !== 'revocation-requested');

  constructor() {
    focusOnArrival('#recorded-title');
  }

  async copy(): Promise<void> {
    // A browser may refuse: the number stands there to be written down.
    this.copied.set(await navigator.clipboard.writeText(this.receipt().number).then(() => true, () => false));
  }
}
