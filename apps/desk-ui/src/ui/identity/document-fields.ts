// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DOCUMENT_TYPE_RULES, DOCUMENT_TYPES } from '@sportello/domain';
import type { DocumentField } from '@sportello/domain';
import { shortClockTime, writtenDate } from '../../data/time/desk-time';
import { focusOnArrival } from '../focus/focus';
import { Shape } from '../shape/shape';
import { State } from '../shape/state';
import { SayPipe } from '../words/say.pipe';
import type { Wording } from '../words/wording';
import { hintsOf, toMend, validityOf } from './document-findings';
import type { DocumentForm } from './document-form';

/** The document in five fields in a row. A field is judged when it is left, not while it is typed. */
@Component({
  selector: 'app-document-fields',
  imports: [TranslocoPipe, SayPipe, Shape, State],
  templateUrl: './document-fields.html',
  styleUrl: './document-fields.scss',
})
export class DocumentFields {
  readonly form = input.required<DocumentForm>();
  /** The operator wants to type the zone. */
  readonly zoneWished = output();

  readonly types = DOCUMENT_TYPES;
  readonly textFields = [
    { field: 'number', isCode: true, isDate: false },
    { field: 'issuer', isCode: false, isDate: false },
    { field: 'issuedOn', isCode: true, isDate: true },
    { field: 'expiresOn', isCode: true, isDate: true },
  ] as const;
  /** How the issuer is written on documents of the type: suggestions, and no more. */
  readonly issuers = computed(() => DOCUMENT_TYPE_RULES[this.form().type()].issuers);
  readonly validity = computed(() => validityOf(this.form()));
  readonly hints = computed(() => hintsOf(this.form()));
  readonly readAt = computed(() => {
    const at = this.form().readAt();
    return at === null ? null : shortClockTime(at);
  });
  readonly issueYearTold = computed(() => {
    const date = this.form().issueYearTold();
    return date === null ? null : writtenDate(date);
  });
  readonly troubles = computed<Partial<Record<DocumentField, Wording>>>(() => {
    const told = toMend(this.form()).filter(({ field, is }) => is === 'wrong' && this.form().hasLeft(field));
    return Object.fromEntries(told.map(({ field, words }) => [field, words]));
  });

  constructor() {
    focusOnArrival('#document-number');
  }

  /** The expiry tells the year of issue, where the type's term is known. */
  placeholderOf(field: DocumentField): string {
    return field === 'issuedOn' && this.form().mayLeaveIssueYear() ? 'document.dayAndMonth' : 'document.datePlaceholder';
  }

  isOff(field: DocumentField): boolean {
    return field === 'expiresOn' && this.form().hasNoExpiry();
  }
}
