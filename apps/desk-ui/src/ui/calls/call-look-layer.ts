// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CallLookStore } from '../../data/help-desk/call-look-store';
import { dateAndTime } from '../../data/time/desk-time';
import { LayerFrame } from '../layer/layer-frame';
import { Loading } from '../loading/loading';
import { State } from '../shape/state';

/** The call from which a request came: what was said and done, for whoever decides. */
@Component({
  selector: 'app-call-look-layer',
  imports: [TranslocoPipe, LayerFrame, Loading, State],
  templateUrl: './call-look-layer.html',
  styleUrl: './call-look-layer.scss',
  providers: [CallLookStore],
})
export class CallLookLayer {
  readonly #store = inject(CallLookStore);

  readonly call = this.#store.call;
  readonly hasFailed = this.#store.hasFailed;
  readonly when = dateAndTime;

  constructor() {
    void this.#store.look(inject<string>(DIALOG_DATA));
  }

  retry(): void {
    void this.#store.refresh();
  }
}
