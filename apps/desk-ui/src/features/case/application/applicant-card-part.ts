// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicantQuality } from '@sportello/domain';
import { focusMover } from '../../../ui/focus/focus';
import { Notice } from '../../../ui/notice/notice';
import { TextField } from '../../../ui/text-field/text-field';
import { wording } from '../../../ui/words/wording';
import { ABSENT_REASONS, isOfChild } from './applicant-card-form';
import type { ApplicantCardForm } from './applicant-card-form';
import { CaseSection } from '../../../ui/identity/case-section';
import { wrongFields } from '../../../ui/identity/gap';

/** *Tessera del richiedente*: taken from the second reader by itself, else shown, else absent with its reason. */
@Component({
  selector: 'app-applicant-card-part',
  imports: [TranslocoPipe, CaseSection, Notice, TextField],
  templateUrl: './applicant-card-part.html',
  styleUrl: './applicant-card-part.scss',
})
export class ApplicantCardPart {
  readonly #focus = focusMover();

  readonly form = input.required<ApplicantCardForm>();
  readonly quality = input.required<ApplicantQuality>();

  readonly reasons = ABSENT_REASONS;
  readonly presented = computed(() => this.form().presented());
  readonly areSwapped = computed(() => isOfChild(this.presented()));
  readonly isDone = computed(() => this.form().gaps().length === 0);
  readonly wrong = computed(() => wrongFields(this.form().gaps()));
  readonly done = computed(() => {
    const presented = this.presented();
    if (presented) return wording('application.card.presented', { surname: presented.holder.surname, name: presented.holder.name });
    return wording(this.form().how() === 'seen' ? 'application.card.seen' : 'application.card.absent');
  });

  choose(how: 'seen' | 'absent'): void {
    this.form().how.set(how);
    this.#focus(how === 'seen' ? '#card-last8' : '#card-reason');
  }

  setReason(text: string): void {
    this.form().reason.set(ABSENT_REASONS.find((reason) => reason === text) ?? null);
  }
}
