// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskName, PersonView } from '@sportello/contracts';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Shape } from '../../ui/shape/shape';
import { TextField } from '../../ui/text-field/text-field';
import { DeskChoice } from './desk-choice';
import { PersonDraft, type PersonGap } from './person-draft';
import { ReasonField } from './reason-field';
import { RoleChoice } from './role-choice';
import { TrainingChoice } from './training-choice';

export interface PersonLayerData {
  /** Null: somebody new. */
  readonly person: PersonView | null;
  readonly desks: readonly DeskName[];
}

/** Adds a person, or changes name, codice fiscale and desks of one. Closes with the draft. */
@Component({
  selector: 'app-person-layer',
  imports: [TranslocoPipe, LayerFrame, Shape, TextField, DeskChoice, ReasonField, RoleChoice, TrainingChoice],
  templateUrl: './person-layer.html',
  styleUrl: './form-layer.scss',
})
export class PersonLayer {
  readonly #layer = inject<DialogRef<PersonDraft>>(DialogRef);
  readonly #document = inject(DOCUMENT);

  readonly data = inject<PersonLayerData>(DIALOG_DATA);
  readonly draft = new PersonDraft(this.data.person);
  readonly #isAsked = signal(false);
  /** The first thing to solve, once somebody wanted to go on. */
  readonly told = computed(() => (this.#isAsked() ? this.draft.gaps()[0] : undefined));

  isTold(gap: PersonGap): boolean {
    return this.draft.gaps().includes(gap);
  }

  confirm(event: Event): void {
    event.preventDefault();
    const [gap] = this.draft.gaps();
    this.#isAsked.set(gap !== undefined);
    if (gap === undefined) this.#layer.close(this.draft);
    else this.#document.getElementById(`person-${gap}`)?.focus();
  }
}
