// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { SayPipe } from '../../ui/words/say.pipe';
import type { Wording } from '../../ui/words/wording';
import { TranslocoPipe } from '@jsverse/transloco';

/** What is said now, in letters that are read without looking for the line. */
@Component({
  selector: 'app-aloud-layer',
  imports: [TranslocoPipe, LayerFrame, SayPipe],
  template: `
    <app-layer-frame titleId="aloud-title" [heading]="'helpDesk.actions.aloud' | transloco">
      @for (sentence of sentences; track $index) {
        <p>{{ sentence | say }}</p>
      } @empty {
        <p>{{ 'helpDesk.script.choose' | transloco }}</p>
      }
    </app-layer-frame>
  `,
  styles: `
    p {
      margin-bottom: 1rem;
      font-size: 1.375rem;
      line-height: 2rem;
    }
  `,
})
export class AloudLayer {
  readonly sentences = inject<readonly Wording[]>(DIALOG_DATA);
}
