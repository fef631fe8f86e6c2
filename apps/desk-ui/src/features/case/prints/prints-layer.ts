// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { LayerFrame } from '../../../ui/layer/layer-frame';
import { PrintPaper } from '../../../ui/print-paper/print-paper';
import { printsOf } from './offered-prints';

/** The papers of a case, each sent to *Moduli* from here; none of them moves the case. */
@Component({
  selector: 'app-prints-layer',
  imports: [TranslocoPipe, LayerFrame, PrintPaper],
  template: `
    <app-layer-frame titleId="prints-title" [heading]="'printPaper.layer' | transloco: { number: case.number }">
      @for (each of prints; track each.words) {
        <app-print-paper [paper]="each.words" [path]="path" [request]="each.request" [citizensLanguage]="case.envelope.language" />
      }
    </app-layer-frame>
  `,
})
export class PrintsLayer {
  readonly case = inject<CaseView>(DIALOG_DATA);
  readonly path = `/api/cases/${this.case.id}/papers`;
  readonly prints = printsOf(this.case);
}
