// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseKind, CasePurpose, DeskKind } from '@sportello/domain';
import { DeskPapers } from '../../data/papers/desk-papers';
import { bindKey } from '../../ui/keyboard/keyboard';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { WhatToBring } from '../../ui/what-to-bring/what-to-bring';
import type { BringSlip } from '../../ui/what-to-bring/what-to-bring';

export interface BringData {
  readonly deskKind: DeskKind;
  readonly holderAge: number | null;
  readonly caseKind: CaseKind | null;
  readonly casePurpose: CasePurpose;
}

/** *Cosa portare* over a case. */
@Component({
  selector: 'app-bring-layer',
  imports: [TranslocoPipe, LayerFrame, WhatToBring],
  template: `
    <app-layer-frame titleId="bring-title" [heading]="'whatToBring.title' | transloco">
      <app-what-to-bring
        [deskKind]="data.deskKind"
        [holderAge]="data.holderAge"
        [caseKind]="data.caseKind"
        [casePurpose]="data.casePurpose"
        [canPrint]="papers.canPrint()"
        [printed]="papers.outcome()"
        [isEnterPrinting]="true"
        (chosen)="papers.lookAtAnother()"
        (print)="print($event)"
      />
    </app-layer-frame>
  `,
})
export class BringLayer {
  private readonly list = viewChild.required(WhatToBring);

  readonly data = inject<BringData>(DIALOG_DATA);
  readonly papers = inject(DeskPapers);

  constructor() {
    this.papers.lookAtAnother();
    bindKey('Enter', () => this.list().order());
  }

  print(slip: BringSlip): void {
    void this.papers.printWhatToBring(slip);
  }
}
