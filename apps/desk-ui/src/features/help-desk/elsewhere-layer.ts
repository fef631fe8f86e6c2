// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LayerFrame } from '../../ui/layer/layer-frame';
import type { CallDraft } from './call-draft';
import { ElsewherePanel } from './elsewhere-panel';

/** Where to go, over a revocation: beside it there is no room. */
@Component({
  selector: 'app-elsewhere-layer',
  imports: [TranslocoPipe, ElsewherePanel, LayerFrame],
  template: `
    <app-layer-frame titleId="elsewhere-title" [heading]="'helpDesk.elsewhere.title' | transloco">
      <app-elsewhere-panel [draft]="draft" [hasTitle]="false" />
    </app-layer-frame>
  `,
})
export class ElsewhereLayer {
  readonly draft = inject<CallDraft>(DIALOG_DATA);
}
