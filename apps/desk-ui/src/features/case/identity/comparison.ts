// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import { compareIdentity, parseCodiceFiscale, parseItalianDate, parseLocalDate } from '@sportello/domain';
import type { CodiceFiscale, ComparedPart, ComparisonRow, DocumentType, LocalDate, PersonOnChip } from '@sportello/domain';
import type { Mrz } from '@sportello/domain/mrz';
import type { HolderView, IdentificationRequest } from '@sportello/contracts';
import { writtenDate } from '../../../data/time/desk-time';

/** Documents that print the codice fiscale; on the others its absence is ordinary. */
const WITH_CODICE_FISCALE: readonly DocumentType[] = ['cie'];

export interface ComparedRow extends ComparisonRow {
  /** Taken as on the card: the operator compares by eye, and types only what is different. */
  readonly isAsOnCard: boolean;
  readonly isAccepted: boolean;
  /** What was typed cannot be a date or a codice fiscale. */
  readonly isUnreadable: boolean;
}

/** Chip and document side by side. A row says what the chip says until something else is read or typed. */
export class Comparison {
  readonly #typed = signal<Partial<Readonly<Record<ComparedPart, string>>>>({});
  /** The names were read from a zone that had no room for all of them. */
  readonly #isNameCutOff = signal(false);
  readonly #accepted = signal<ReadonlySet<ComparedPart>>(new Set());
  readonly chip: PersonOnChip;

  readonly rows = computed<readonly ComparedRow[]>(() => {
    const typed = this.#typed();
    return compareIdentity(this.chip, this.#person()).map((row) => ({
      ...row,
      isAsOnCard: typed[row.part] === undefined && row.finding.kind === 'equal',
      isAccepted: this.#accepted().has(row.part),
      isUnreadable: this.#isUnreadable(row.part),
    }));
  });
  /** Rows that stand between the operator and the primary action, in order. */
  readonly toDecide = computed(() => this.rows().filter((row) => row.isUnreadable || (row.needsDecision && !row.isAccepted)));

  constructor(
    holder: HolderView,
    private readonly documentType: () => DocumentType,
  ) {
    this.chip = personOnChip(holder);
  }

  /** The text of a row as the document has it, for its field. */
  written(part: ComparedPart): string {
    const typed = this.#typed()[part];
    if (typed !== undefined) return typed;
    const { surname, name, birthDate, codiceFiscale } = this.chip;
    const asOnCard = { surname, name, birthDate: writtenDate(birthDate), codiceFiscale: this.#bearsCodiceFiscale() ? codiceFiscale.value : '' };
    return asOnCard[part];
  }

  type(part: ComparedPart, text: string): void {
    const written = part === 'codiceFiscale' ? text.replace(/\s/g, '').toUpperCase() : text.trim().toUpperCase();
    if (written === this.written(part)) return;
    if (part === 'surname' || part === 'name') this.#isNameCutOff.set(false);
    this.#typed.update((typed) => ({ ...typed, [part]: written }));
    this.#accepted.update((accepted) => new Set([...accepted].filter((other) => other !== part)));
  }

  accept(part: ComparedPart): void {
    this.#accepted.update((accepted) => new Set([...accepted, part]));
  }

  fillFrom(mrz: Mrz): void {
    this.type('surname', mrz.surname);
    this.type('name', mrz.name);
    this.type('birthDate', writtenDate(mrz.birthDate));
    // What the zone says is told even where it equals the chip: it was read, and not taken for granted.
    this.#typed.update((typed) => ({ ...typed, surname: mrz.surname, name: mrz.name, birthDate: writtenDate(mrz.birthDate) }));
    this.#isNameCutOff.set(mrz.isNameCutOff ?? false);
  }

  clear(): void {
    this.#typed.set({});
    this.#accepted.set(new Set());
    this.#isNameCutOff.set(false);
  }

  /** What travels; null while a row cannot be read. */
  message(): Pick<IdentificationRequest, 'person' | 'accepted'> | null {
    const { surname, name, birthDate, codiceFiscale, isNameCutOff } = this.#person();
    if (this.toDecide().length > 0 || !birthDate) return null;
    const accepted = this.rows().filter((row) => row.needsDecision && row.isAccepted);
    return {
      person: { surname, name, birthDate, codiceFiscale: codiceFiscale?.value ?? null, ...(isNameCutOff && { isNameCutOff }) },
      accepted: accepted.map((row) => row.part),
    };
  }

  #bearsCodiceFiscale(): boolean {
    return WITH_CODICE_FISCALE.includes(this.documentType());
  }

  #person(): { surname: string; name: string; birthDate: LocalDate | undefined; codiceFiscale: CodiceFiscale | undefined; isNameCutOff: boolean } {
    const birthDate = parseItalianDate(this.written('birthDate'));
    const codiceFiscale = parseCodiceFiscale(this.written('codiceFiscale'));
    return {
      surname: this.written('surname'),
      name: this.written('name'),
      birthDate: birthDate.ok ? birthDate.value : undefined,
      codiceFiscale: codiceFiscale.ok ? codiceFiscale.value : undefined,
      isNameCutOff: this.#isNameCutOff(),
    };
  }

  #isUnreadable(part: ComparedPart): boolean {
    const written = this.written(part);
    if (part === 'birthDate') return !parseItalianDate(written).ok;
    return part === 'codiceFiscale' && written !== '' && !parseCodiceFiscale(written).ok;
  }
}

/** The API read these off the chip and judged them: anything else here is a bug. */
function personOnChip({ surname, name, birthDate, codiceFiscale }: HolderView): PersonOnChip {
  const date = parseLocalDate(birthDate);
  const code = parseCodiceFiscale(codiceFiscale);
  if (!date.ok || !code.ok) throw new TypeError('the holder as the API tells them is not well-formed');
  return { surname, name, birthDate: date.value, codiceFiscale: code.value };
}

