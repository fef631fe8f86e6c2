// SPDX-License-Identifier: AGPL-3.0-or-later
import { Dialog } from '@angular/cdk/dialog';
import type { DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/overlay';
import { inject, Service } from '@angular/core';
import { KEY_LAYER, Keyboard } from '../keyboard/keyboard';

export interface LayerOptions {
  readonly data?: unknown;
  /** The id of the heading that names it. */
  readonly labelledBy: string;
  /** Stays until its work is done: no Esc. */
  readonly isPersistent?: boolean;
  readonly isWide?: boolean;
  /** Lies over a page that is covered, and is all that is seen. */
  readonly isCover?: boolean;
  /** Where the cursor goes, as a selector; left out, to the first thing that takes it. */
  readonly focus?: string;
}

/** Opens what lies over the page: focus stays inside, Esc closes, and the page's keys are silent meanwhile. */
@Service()
export class Layers {
  readonly #dialog = inject(Dialog);
  readonly #keyboard = inject(Keyboard);

  open<Result>(component: ComponentType<unknown>, options: LayerOptions): DialogRef<Result> {
    const layerNumber = this.#keyboard.enterLayer();
    const layer = this.#dialog.open<Result>(component, {
      data: options.data,
      providers: [{ provide: KEY_LAYER, useValue: layerNumber }],
      ariaLabelledBy: options.labelledBy,
      disableClose: options.isPersistent ?? false,
      panelClass: ['layer', ...(options.isWide ? ['wide'] : []), ...(options.isCover ? ['cover'] : [])],
      backdropClass: options.isCover ? ['layer-ground', 'cover'] : 'layer-ground',
      autoFocus: options.focus ?? 'first-tabbable',
    });
    layer.closed.subscribe(() => this.#keyboard.leaveLayer());
    return layer;
  }
}
