// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { shortClockTime, writtenDay } from '../../data/time/desk-time';
import { LayerFrame } from '../layer/layer-frame';

/** What a return slip says: where and when somebody was, and nothing of who. */
export interface ReturnSlip {
  readonly desk: string;
  readonly at: number;
  /** Null for somebody of the queue, who has no case. */
  readonly caseNumber: number | null;
}

/** *Torna senza fila*, in letters to be copied onto the paper slip: nothing prints while the server is away. */
@Component({
  selector: 'app-return-slip-layer',
  imports: [TranslocoPipe, LayerFrame],
  templateUrl: './return-slip-layer.html',
  styleUrl: './return-slip-layer.scss',
})
export class ReturnSlipLayer {
  readonly slip = inject<ReturnSlip>(DIALOG_DATA);
  readonly day = writtenDay(this.slip.at);
  readonly hour = shortClockTime(this.slip.at);
}
