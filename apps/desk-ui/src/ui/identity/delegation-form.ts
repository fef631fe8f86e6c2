// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { isAfter, isBefore, isDocumentType, normaliseDocumentNumber } from '@sportello/domain';
import type { DocumentType, LocalDate } from '@sportello/domain';
import type { Delegation, PersonOnDocument } from '@sportello/contracts';
import { dateIn, tidyDate } from './typed-date';
import { gapOf } from './gap';
import type { Gap } from './gap';

export type DelegationTextField = 'surname' | 'name' | 'signedOn' | 'documentNumber' | 'documentExpiresOn';
export type DelegationField = DelegationTextField | 'impediment';

export type DelegateName = Pick<PersonOnDocument, 'surname' | 'name'>;

/** The health delegation as its holder filled and signed it, with the copy of the holder's document. That there is an impediment is told, and never which. */
export class DelegationForm {
  /** As on the delegate's document until something else is typed: the operator compares by eye. */
  readonly #surname = signal<string | null>(null);
  readonly #name = signal<string | null>(null);
  readonly signedOn = signal('');
  readonly isImpedimentDeclared = signal(false);
  readonly documentType = signal<DocumentType>('cie');
  readonly documentNumber = signal('');
  readonly documentExpiresOn = signal('');
  readonly hasNoExpiry = signal(false);

  readonly surname = computed(() => this.#surname() ?? this.delegate().surname);
  readonly name = computed(() => this.#name() ?? this.delegate().name);
  /** The delegation is for somebody else than the person of the document. */
  readonly namesAnother = computed(() => {
    const { surname, name } = this.delegate();
    return surname !== '' && (plain(this.surname()) !== plain(surname) || plain(this.name()) !== plain(name));
  });
  /** No validity is asked of the copy: an expired one is taken, and recorded as such. */
  readonly isCopyExpired = computed(() => {
    const expiresOn = dateIn(this.documentExpiresOn());
    return expiresOn !== undefined && !this.hasNoExpiry() && isBefore(expiresOn, this.today());
  });
  readonly gaps = computed<readonly Gap<DelegationField>[]>(() => {
    const signedOn = dateIn(this.signedOn());
    return [
      ...gapOf('surname', this.surname(), true),
      ...gapOf('name', this.name(), true),
      ...gapOf('signedOn', this.signedOn(), signedOn !== undefined && !isAfter(signedOn, this.today())),
      ...gapOf('documentNumber', this.documentNumber(), true),
      ...(this.hasNoExpiry() ? [] : gapOf('documentExpiresOn', this.documentExpiresOn(), dateIn(this.documentExpiresOn()) !== undefined)),
      ...(this.isImpedimentDeclared() ? [] : [{ field: 'impediment', is: 'absent' } as const]),
    ];
  });

  constructor(
    private readonly today: () => LocalDate,
    private readonly delegate: () => DelegateName,
  ) {}

  write(field: DelegationTextField, text: string): void {
    if (field === 'surname') this.#surname.set(text.toUpperCase());
    else if (field === 'name') this.#name.set(text.toUpperCase());
    else this[field].set(text);
  }

  leave(field: DelegationTextField): void {
    if (field === 'signedOn' || field === 'documentExpiresOn') tidyDate(this[field]);
    if (field === 'documentNumber') this.documentNumber.update(normaliseDocumentNumber);
  }

  choose(type: string): void {
    if (isDocumentType(type)) this.documentType.set(type);
  }

  message(): Delegation | null {
    const signedOn = dateIn(this.signedOn());
    if (this.gaps().length > 0 || !signedOn) return null;
    const expiresOn = this.hasNoExpiry() ? null : (dateIn(this.documentExpiresOn()) ?? null);
    return {
      delegate: { surname: this.surname().trim(), name: this.name().trim() },
      signedOn,
      isImpedimentDeclared: true,
      holderDocument: { type: this.documentType(), number: this.documentNumber().trim(), expiresOn },
    };
  }
}

/** Small differences of writing are the API's to judge; here only what the eye would stop at. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
}
