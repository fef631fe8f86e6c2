// SPDX-License-Identifier: AGPL-3.0-or-later
import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { ProveForm } from '../../ui/prove-form/prove-form';

/** Whoever finds a page open may work on it, and not make it their own. Closes with true. */
@Component({
  selector: 'app-prove-layer',
  imports: [TranslocoPipe, LayerFrame, ProveForm],
  template: `
    <app-layer-frame titleId="prove-title" [heading]="'prove.title' | transloco">
      <p>{{ 'prove.text' | transloco }}</p>
      <app-prove-form submitWord="prove.submit" (proved)="close()" />
    </app-layer-frame>
  `,
  styles: `
    p {
      margin-bottom: 1rem;
    }
  `,
})
export class ProveLayer {
  readonly #layer = inject<DialogRef<boolean>>(DialogRef);

  close(): void {
    this.#layer.close(true);
  }
}
