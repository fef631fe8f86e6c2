// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RevocationReceipt } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { focusOnArrival } from '../../ui/focus/focus';
import { PrintPaper } from '../../ui/print-paper/print-paper';
import { ReceiptDownload } from '../../ui/revocation/receipt-download';
import { State } from '../../ui/shape/state';
import { REVOCATION_SHAPES } from '../../ui/states/revocation-shapes';

/** It is recorded: its number, where it stands, and the receipt for whoever asked. */
@Component({
  selector: 'app-recorded-request',
  imports: [TranslocoPipe, PrintPaper, ReceiptDownload, State],
  template: `
    <h1 id="recorded-title" tabindex="-1">{{ 'deskRevocation.recorded.title' | transloco: { number: receipt().number } }}</h1>
    <p><app-state [shape]="shapes[receipt().state]">{{ 'revocations.states.' + receipt().state | transloco }}</app-state></p>
    <p>{{ (receipt().state === 'logged' ? 'deskRevocation.recorded.decided' : 'deskRevocation.recorded.' + receipt().act) | transloco }}</p>
    <p class="sentence">{{ 'deskRevocation.recorded.say' | transloco }}</p>
    @if (mayPrint) {
      <app-print-paper paper="revocation" [path]="'/api/revocations/' + receipt().id + '/paper'" />
    }
    <app-receipt-download [requestId]="receipt().id" />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.75rem;
      align-items: flex-start;
    }
  `,
})
export class RecordedRequest {
  readonly receipt = input.required<RevocationReceipt>();
  readonly shapes = REVOCATION_SHAPES;
  readonly mayPrint = inject(SessionState).may('paper.print');

  constructor() {
    focusOnArrival('#recorded-title');
  }
}
