// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { ageOn, assessDocument, existingDate, DOCUMENT_TYPE_RULES, isDocumentType, issueDateOf, normaliseDocumentNumber, parseDayAndMonth } from '@sportello/domain';
import type { ChosenDocuments, DocumentAssessment, DocumentExpiry, DocumentField, DocumentType, IdentityDocumentDraft, LocalDate } from '@sportello/domain';
import type { Mrz } from '@sportello/domain/mrz';
import type { IdentityDocumentMessage } from '@sportello/contracts';
import { writtenDate } from '../../data/time/desk-time';
import { dateIn, tidyDate } from './typed-date';

/** The issuer that all documents of a type bear; '' where it is to be written. */
function usualIssuerOf(type: DocumentType): string {
  const { issuers } = DOCUMENT_TYPE_RULES[type];
  const only = issuers.length === 1 ? issuers[0] : undefined;
  return only === undefined || only.endsWith(' ') ? '' : only;
}

export const DOCUMENT_FIELDS = ['type', 'number', 'issuer', 'issuedOn', 'expiresOn'] as const satisfies readonly DocumentField[];

/** Of an age, until the birth date is told: no rule of a document hangs on it. */
export const UNTOLD_BIRTH_DATE = existingDate(1970, 1, 1);

export interface DocumentDay {
  readonly today: LocalDate;
  /** Of the person whom the document names. */
  readonly holderBirthDate: LocalDate;
  /** The installation's word on types of which no source says whether they prove an identity. */
  readonly chosen?: ChosenDocuments;
  /** Nobody has told the birth date yet: what follows from it is not worth a hint. */
  readonly isBirthDateUnknown?: boolean;
}

/** The five fields of the identity document, as they are typed, and what the desk's rules say of them so far. */
export class DocumentForm {
  readonly type = signal<DocumentType>('cie');
  readonly number = signal('');
  readonly issuer = signal(usualIssuerOf('cie'));
  readonly issuedOn = signal('');
  readonly expiresOn = signal('');
  readonly hasNoExpiry = signal(false);
  /** When the machine-readable zone was read; null when the fields were typed. */
  readonly readAt = signal<number | null>(null);
  /** Fields that have been left at least once: only they are told what is wrong with them. */
  readonly #left = signal<ReadonlySet<DocumentField>>(new Set());

  readonly draft = computed<IdentityDocumentDraft>(() => ({
    type: this.type(),
    number: normaliseDocumentNumber(this.number()),
    issuer: this.issuer().trim(),
    issuedOn: dateIn(this.issuedOn()) ?? this.#issuedOnByExpiry(),
    expiresOn: this.#expiry(),
  }));
  readonly assessment = computed<DocumentAssessment>(() => assessDocument(this.draft(), this.day()));
  /** Some types may bear no expiry at all, some only for people of an age: then the form offers to say so. */
  readonly mayHaveNoExpiry = computed(() => {
    const { today, holderBirthDate } = this.day();
    return DOCUMENT_TYPE_RULES[this.type()].terms.some((term) => term.mayBeUnlimited && ageOn(holderBirthDate, today) >= term.holderAge);
  });

  /** Only day and month of issue were typed, and the expiry told the year: the whole date, for the operator's eyes. */
  readonly issueYearTold = computed(() => this.#issuedOnByExpiry() ?? null);
  /** With the expiry there, a few keys may do for the day of issue. */
  readonly mayLeaveIssueYear = computed(() => dateIn(this.expiresOn()) !== undefined && DOCUMENT_TYPE_RULES[this.type()].terms.some(({ years }) => years !== undefined));

  constructor(readonly day: () => DocumentDay) {}

  choose(type: string): void {
    if (!isDocumentType(type)) return;
    const isIssuerOurs = this.issuer() === usualIssuerOf(this.type()) || this.issuer() === '';
    this.type.set(type);
    this.hasNoExpiry.set(false);
    this.readAt.set(null);
    if (isIssuerOurs) this.issuer.set(usualIssuerOf(type));
  }

  /** A date is put into its written form when its field is left: 14092020 becomes 14/09/2020. */
  leave(field: DocumentField): void {
    this.#left.update((left) => new Set([...left, field]));
    if (field === 'issuedOn' || field === 'expiresOn') {
      tidyDate(this[field]);
      const issuedOn = this.#issuedOnByExpiry();
      if (issuedOn) this.issuedOn.set(writtenDate(issuedOn));
    }
    if (field === 'number') this.number.update(normaliseDocumentNumber);
  }

  hasLeft(field: DocumentField): boolean {
    return this.#left().has(field);
  }

  /** Type, number and expiry come from the zone; it bears neither the issuer nor the day of issue, but it does the State. */
  fillFrom(mrz: Mrz, at: number): void {
    if (mrz.documentType) this.choose(mrz.documentType);
    if (mrz.issuingState !== 'ITA' && this.issuer() === '') this.issuer.set(mrz.issuingState);
    this.number.set(mrz.number);
    this.hasNoExpiry.set(mrz.expiresOn === 'none');
    this.expiresOn.set(mrz.expiresOn === undefined || mrz.expiresOn === 'none' ? '' : writtenDate(mrz.expiresOn));
    this.#left.update((left) => new Set<DocumentField>([...left, 'type', 'number', ...(mrz.expiresOn === undefined ? [] : (['expiresOn'] as const))]));
    this.readAt.set(at);
  }

  /** Empties the form for another document. */
  clear(): void {
    this.number.set('');
    this.issuedOn.set('');
    this.expiresOn.set('');
    this.hasNoExpiry.set(false);
    this.readAt.set(null);
    this.#left.set(new Set());
  }

  /** What travels; null while the rules do not pass it. */
  message(): IdentityDocumentMessage | null {
    const { type, number, issuer, issuedOn, expiresOn } = this.draft();
    if (this.assessment().kind !== 'in-force' || !type || !issuedOn || !expiresOn) return null;
    return { type, number, issuer, issuedOn, expiresOn: expiresOn === 'none' ? null : expiresOn, source: this.readAt() === null ? 'typed' : 'mrz' };
  }

  #issuedOnByExpiry(): LocalDate | undefined {
    const [read, expiresOn] = [parseDayAndMonth(this.issuedOn()), dateIn(this.expiresOn())];
    return read && expiresOn && issueDateOf({ ...read, type: this.type(), expiresOn, ...this.day() });
  }

  #expiry(): DocumentExpiry | undefined {
    return this.hasNoExpiry() ? 'none' : dateIn(this.expiresOn());
  }
}
