// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlacesView } from '@sportello/contracts';
import { DESK_KINDS, type DeskKind } from '@sportello/domain';
import type { PlacesStore } from '../../data/places/places-store';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { TextField } from '../../ui/text-field/text-field';

export interface BodyToChange {
  readonly store: PlacesStore;
  /** Null: a new one. */
  readonly body: PlacesView['bodies'][number] | null;
}

/** A body's name and kind. The act is done here: what was typed stays when it is refused. Closes with the name. */
@Component({
  selector: 'app-body-layer',
  imports: [TranslocoPipe, LayerFrame, TextField, TroubleNotice],
  templateUrl: './body-layer.html',
  styleUrl: './places-form.scss',
})
export class BodyLayer {
  readonly #layer = inject<DialogRef<string>>(DialogRef);
  readonly #data = inject<BodyToChange>(DIALOG_DATA);

  readonly body = this.#data.body;
  readonly trouble = this.#data.store.trouble;
  readonly isBusy = this.#data.store.isBusy;
  readonly kinds = DESK_KINDS;
  readonly name = signal(this.body?.name ?? '');
  readonly kind = signal<DeskKind>(this.body?.kind ?? 'asl');
  readonly isTold = signal(false);

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const [name, kind] = [this.name().trim(), this.kind()];
    this.isTold.set(name === '');
    if (name === '' || this.isBusy()) return;
    const { store } = this.#data;
    const isDone = this.body ? await store.changeBody(this.body.id, { name, kind, revision: this.body.revision }) : await store.addBody({ name, kind });
    if (isDone) this.#layer.close(name);
  }
}
