// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LayerFrame } from '../layer/layer-frame';
import { SayPipe } from '../words/say.pipe';
import type { Wording } from '../words/wording';

@Component({
  selector: 'app-citizen-layer',
  imports: [TranslocoPipe, SayPipe, LayerFrame],
  template: `
    <app-layer-frame titleId="citizen-title" [heading]="'show.title' | transloco">
      <p>{{ sentence | say }}</p>
    </app-layer-frame>
  `,
  styles: `
    p {
      padding: 1rem 0;
      font-size: clamp(1.75rem, 4vw, 2.75rem);
      line-height: 1.35;
    }
  `,
})
export class CitizenLayer {
  readonly sentence = inject<Wording>(DIALOG_DATA);
}
