// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { isAfter, parseCodiceFiscale } from '@sportello/domain';
import type { LocalDate } from '@sportello/domain';
import type { Mrz } from '@sportello/domain/mrz';
import type { PersonOnDocument } from '@sportello/contracts';
import { writtenDate } from '../../data/time/desk-time';
import { dateIn, tidyDate } from './typed-date';
import { gapOf } from './gap';
import type { Gap } from './gap';

export const PERSON_FIELDS = ['surname', 'name', 'birthDate', 'codiceFiscale'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** Whoever came for the holder, as their document names them: typed, or read from its machine-readable zone. Nothing to compare it with. */
export class PersonForm {
  readonly surname = signal('');
  readonly name = signal('');
  readonly birthDate = signal('');
  readonly codiceFiscale = signal('');
  /** There are people of one name only, and a zone says so. */
  readonly #hasNoName = signal(false);

  readonly born = computed(() => dateIn(this.birthDate()));
  readonly gaps = computed<readonly Gap<PersonField>[]>(() => {
    const born = this.born();
    const code = this.#code();
    return [
      ...gapOf('surname', this.surname(), true),
      ...(this.#hasNoName() ? [] : gapOf('name', this.name(), true)),
      ...gapOf('birthDate', this.birthDate(), born !== undefined && !isAfter(born, this.today())),
      ...(code === '' || parseCodiceFiscale(code).ok ? [] : [{ field: 'codiceFiscale', is: 'wrong' } as const]),
    ];
  });

  constructor(private readonly today: () => LocalDate) {}

  write(field: PersonField, text: string): void {
    this[field].set(text.toUpperCase());
    if (field === 'name') this.#hasNoName.set(false);
  }

  leave(field: PersonField): void {
    if (field === 'birthDate') tidyDate(this.birthDate);
  }

  fillFrom(mrz: Mrz): void {
    this.surname.set(mrz.surname);
    this.name.set(mrz.name);
    this.birthDate.set(writtenDate(mrz.birthDate));
    this.#hasNoName.set(mrz.name === '');
  }

  clear(): void {
    for (const field of PERSON_FIELDS) this[field].set('');
    this.#hasNoName.set(false);
  }

  /** What travels; null while something is missing. */
  message(): PersonOnDocument | null {
    const born = this.born();
    if (this.gaps().length > 0 || !born) return null;
    return { surname: this.surname().trim(), name: this.name().trim(), birthDate: born, codiceFiscale: this.#code() || null };
  }

  #code(): string {
    return this.codiceFiscale().replace(/\s/g, '').toUpperCase();
  }
}
