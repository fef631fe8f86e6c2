// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DOCUMENT_TYPES } from '@sportello/domain';
import { State } from '../shape/state';
import { TextField } from '../text-field/text-field';
import { wording } from '../words/wording';
import { CaseSection } from './case-section';
import type { DelegationForm } from './delegation-form';
import { wrongFields } from './gap';

/** *Delega TS-CNS*: who is delegated, when it was signed, that an impediment is declared, and whose document lies in copy. */
@Component({
  selector: 'app-delegation-fields',
  imports: [TranslocoPipe, CaseSection, State, TextField],
  templateUrl: './delegation-fields.html',
  styleUrl: './delegation-fields.scss',
})
export class DelegationFields {
  readonly form = input.required<DelegationForm>();
  readonly types = DOCUMENT_TYPES;
  readonly textFields = ['surname', 'name', 'signedOn'] as const;
  readonly isDone = computed(() => this.form().gaps().length === 0 && !this.form().namesAnother());
  readonly wrong = computed(() => wrongFields(this.form().gaps()));
  readonly warning = computed(() => (this.form().isCopyExpired() ? wording('application.delegation.copyExpiredShort') : null));
  readonly done = computed(() => wording('application.delegation.done', { surname: this.form().surname(), name: this.form().name(), date: this.form().signedOn() }));
}
