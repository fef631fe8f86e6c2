// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed } from '@angular/core';
import { localDateAt } from '@sportello/domain';
import type { ChosenDocuments, ComparedPart, DocumentField, LocalDate, RecognisedScan } from '@sportello/domain';
import { parseMrz } from '@sportello/domain/mrz';
import type { Mrz } from '@sportello/domain/mrz';
import type { HolderView, IdentificationRequest } from '@sportello/contracts';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';
import { Comparison } from './comparison';
import { standingRefusal, toMend } from './document-findings';
import { DocumentForm } from './document-form';

/** Something that the primary action waits for, and where the cursor goes to solve it. */
export interface Missing {
  readonly target: `document-${DocumentField}` | `compare-${ComparedPart}`;
  readonly words: Wording;
}

/** `no-document`: a zone of something that proves no identity, as a visa. `stp-eni`: a health code of who has no TS-CNS. */
export type ScanTaken = 'taken' | 'misread' | 'not-mine' | 'no-document' | 'stp-eni';

/** The step *Identità* of one case: document, comparison, and what is missing. Kept while the case is open, so that nothing typed is lost. */
export class Identification {
  readonly document: DocumentForm;
  readonly comparison: Comparison;
  /** The day at the desk, taken from the ticking clock: it changes once a day. */
  readonly #today = computed<LocalDate>(() => localDateAt(new Date(this.now())));

  readonly refusal = computed(() => standingRefusal(this.document.assessment()));
  readonly missing = computed<readonly Missing[]>(() => [
    ...toMend(this.document).map(({ field, is }) => ({
      target: `document-${field}` as const,
      words: wording(`identity.${is === 'absent' ? 'missing' : 'toMend'}.${field}`),
    })),
    ...this.comparison.toDecide().map(({ part, isUnreadable }) => ({
      target: `compare-${part}` as const,
      words: wording(`identity.${isUnreadable ? 'toMend' : 'toDecide'}.${part}`),
    })),
  ]);
  readonly isReady = computed(() => this.refusal() === null && this.missing().length === 0);

  constructor(
    holder: HolderView,
    private readonly now: () => number,
    chosen: () => ChosenDocuments = () => ({}),
  ) {
    this.comparison = new Comparison(holder, () => this.document.type());
    this.document = new DocumentForm(() => ({ today: this.#today(), holderBirthDate: this.comparison.chip.birthDate, chosen: chosen() }));
  }

  take(scan: RecognisedScan): ScanTaken {
    if (scan.kind === 'codice-fiscale') {
      this.comparison.type('codiceFiscale', scan.codiceFiscale.value);
      return 'taken';
    }
    if (scan.kind === 'stp-eni') return 'stp-eni';
    if (scan.kind !== 'mrz') return 'not-mine';
    const mrz = parseMrz(scan.lines, this.#today());
    return mrz.ok ? this.fillFrom(mrz.value) : 'misread';
  }

  /** Fills in what a zone bears, scanned or typed. */
  fillFrom(mrz: Mrz): 'taken' | 'no-document' {
    if (!mrz.documentType) return 'no-document';
    this.document.fillFrom(mrz, this.now());
    this.comparison.fillFrom(mrz);
    return 'taken';
  }

  get today(): LocalDate {
    return this.#today();
  }

  startAnew(): void {
    this.document.clear();
    this.comparison.clear();
  }

  /** The operator's Enter says that the face is the person's. Null while something is missing. */
  request(): Omit<IdentificationRequest, 'revision'> | null {
    const document = this.document.message();
    const compared = this.comparison.message();
    return document && compared ? { document, ...compared, isFaceConfirmed: true } : null;
  }
}
