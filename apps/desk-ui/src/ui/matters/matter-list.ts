// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatterView, SignMatterRequest } from '@sportello/contracts';
import { Layers } from '../layer/layers';
import { State } from '../shape/state';
import type { ShapeName } from '../shape/shape';
import { MatterLayer } from './matter-layer';
import { rangesText } from './ranges';

export interface SignedMatter {
  readonly id: string;
  readonly signature: SignMatterRequest;
}

/** *Da spiegare*: what does not sum stays here until two people have signed it. */
@Component({
  selector: 'app-matter-list',
  imports: [TranslocoPipe, State],
  templateUrl: './matter-list.html',
  styleUrl: './matter-list.scss',
})
export class MatterList {
  readonly #layers = inject(Layers);

  readonly matters = input.required<readonly MatterView[]>();
  readonly signed = output<SignedMatter>();
  readonly rangesText = rangesText;

  shapeOf({ isStopping, state }: MatterView): ShapeName {
    if (isStopping) return 'stopped';
    return state === 'signed-once' ? 'waiting' : 'attention';
  }

  open(matter: MatterView): void {
    const layer = this.#layers.open<SignMatterRequest>(MatterLayer, { data: matter, labelledBy: 'matter-title' });
    layer.closed.subscribe((signature) => {
      if (signature) this.signed.emit({ id: matter.id, signature });
    });
  }
}
