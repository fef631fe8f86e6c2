// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, input, output, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CallView } from '@sportello/contracts';
import { focusMover } from '../../ui/focus/focus';
import { ReceiptDownload } from '../../ui/revocation/receipt-download';
import { State } from '../../ui/shape/state';
import { REVOCATION_SHAPES } from '../../ui/states/revocation-shapes';
import { spokenNumber } from '../../ui/revocation/spoken-number';

/** The number of the request, large, as it is dictated; and whether the caller said it back. */
@Component({
  selector: 'app-request-number',
  imports: [TranslocoPipe, ReceiptDownload, State],
  templateUrl: './request-number.html',
  styleUrl: './request-number.scss',
})
export class RequestNumber {
  readonly request = input.required<CallView['requests'][number]>();
  readonly isUnverified = input(false);
  readonly isRepeated = input(false);
  readonly repeated = output<boolean>();

  readonly shapes = REVOCATION_SHAPES;
  readonly groups = computed(() => spokenNumber(this.request().number));

  constructor() {
    const move = focusMover();
    // Each number that comes up is read at once.
    const number = computed(() => this.request().number);
    effect(() => {
      if (number()) untracked(() => move('#request-number-title'));
    });
  }

  /** Letters have a word by which nobody mistakes them; digits are said as they are. */
  isLetter(group: string): boolean {
    return /^[A-Z]$/.test(group);
  }
}
