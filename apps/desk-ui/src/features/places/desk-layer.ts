// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlacesDesk, PlacesView } from '@sportello/contracts';
import { DESK_KINDS } from '@sportello/domain';
import type { PlacesStore } from '../../data/places/places-store';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { TextField } from '../../ui/text-field/text-field';
import { deskDraft, deskTroubles, type TypedDesk, typedDesk } from './desk-draft';
import { WeekFields } from './week-fields';

export interface DeskToChange {
  readonly store: PlacesStore;
  readonly body: PlacesView['bodies'][number];
  /** Null: a new one. */
  readonly desk: PlacesDesk | null;
}

type TextName = { [Name in keyof TypedDesk]: TypedDesk[Name] extends string ? Name : never }[keyof TypedDesk];

/** All that is kept of a desk. The act is done here: what was typed stays when it is refused. Closes with the name. */
@Component({
  selector: 'app-desk-layer',
  imports: [TranslocoPipe, LayerFrame, TextField, TroubleNotice, WeekFields],
  templateUrl: './desk-layer.html',
  styleUrl: './places-form.scss',
})
export class DeskLayer {
  readonly #layer = inject<DialogRef<string>>(DialogRef);
  readonly #data = inject<DeskToChange>(DIALOG_DATA);
  readonly #document = inject(DOCUMENT);

  readonly desk = this.#data.desk;
  readonly body = this.#data.body;
  readonly trouble = this.#data.store.trouble;
  readonly isBusy = this.#data.store.isBusy;
  readonly kinds = DESK_KINDS;
  readonly address = ['street', 'cap', 'municipality', 'province', 'istatCode'] as const;
  readonly typed = signal(typedDesk(this.desk, this.body.kind));
  readonly troubles = computed(() => deskTroubles(this.typed(), this.desk === null));
  /** Where Enter goes while something is missing. */
  readonly first = computed(() => Object.keys(this.troubles())[0]);
  readonly told = signal<string | null>(null);

  write(change: Partial<TypedDesk>): void {
    this.typed.update((typed) => ({ ...typed, ...change }));
    this.told.set(null);
  }

  writeText(name: TextName, text: string): void {
    this.write({ [name]: text });
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const first = this.first();
    if (first !== undefined) {
      this.told.set(`places.wrong.${String(this.troubles()[first as keyof ReturnType<typeof this.troubles>])}`);
      return this.#document.getElementById(`desk-${first}`)?.focus();
    }
    if (this.isBusy()) return;
    const [draft, { store, body }] = [deskDraft(this.typed()), this.#data];
    const isDone = this.desk
      ? await store.changeDesk(this.desk.id, { ...draft, revision: this.desk.revision })
      : await store.addDesk({ ...draft, bodyId: body.id, code: this.typed().code.trim() });
    if (isDone) this.#layer.close(draft.name);
  }
}
