// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed } from '@angular/core';
import { localDateAt } from '@sportello/domain';
import type { ChosenDocuments, LocalDate, RecognisedScan } from '@sportello/domain';
import { parseMrz } from '@sportello/domain/mrz';
import type { Mrz } from '@sportello/domain/mrz';
import type { HolderView, IdentificationRequest, SameApplicantRequest } from '@sportello/contracts';
import { wording } from '../../../ui/words/wording';
import { Applicant, missingOf } from '../application/applicant';
import { Application } from '../application/application';
import type { CaseAround } from '../application/application';
import { Comparison } from './comparison';
import { standingRefusal, toMend } from '../../../ui/identity/document-findings';
import { DocumentForm, UNTOLD_BIRTH_DATE } from '../../../ui/identity/document-form';
import type { Missing } from '../../../ui/identity/missing';

/** `no-document`: a zone of something that proves no identity, as a visa. `stp-eni`: a health code of who has no TS-CNS. */
export type ScanTaken = 'taken' | 'misread' | 'not-mine' | 'no-document' | 'stp-eni';

/** A holder who comes alone brings nothing more than a document. */
const NOTHING_MORE: CaseAround = { needs: () => null, presentedCard: () => null, isDeclarationFiled: () => false, sameApplicant: () => null };

/** The step *Identità* of one case: document, comparison, application, and what is missing. Kept while the case is open, so that nothing typed is lost. */
export class Identification {
  readonly document: DocumentForm;
  /** With the chip of the case's own card, when its holder is who came. */
  readonly comparison: Comparison;
  readonly applicant: Applicant;
  readonly application: Application;
  /** The day at the desk, taken from the ticking clock: it changes once a day. */
  readonly #today = computed<LocalDate>(() => localDateAt(new Date(this.now())));

  readonly isHolderHere = computed(() => (this.around.needs()?.applicant ?? 'holder') === 'holder');
  readonly isCarriedOver = computed(() => this.application.isCarriedOver());
  readonly refusal = computed(() => (this.isCarriedOver() ? null : standingRefusal(this.document.assessment())));
  readonly missing = computed<readonly Missing[]>(() => {
    if (this.isCarriedOver()) return this.application.missingPapers();
    return [...this.application.missingCard(), ...this.#missingOfDocument(), ...this.application.missingPapers()];
  });
  readonly isReady = computed(() => this.refusal() === null && this.missing().length === 0);

  constructor(
    holder: HolderView,
    private readonly now: () => number,
    chosen: () => ChosenDocuments = () => ({}),
    private readonly around: CaseAround = NOTHING_MORE,
  ) {
    const documentType = () => this.document.type();
    this.comparison = new Comparison(holder, documentType);
    this.applicant = new Applicant(around.presentedCard, documentType, this.#today);
    this.application = new Application(around, this.#today, this.applicant.name);
    this.document = new DocumentForm(() => {
      const birthDate = this.isHolderHere() ? this.comparison.chip.birthDate : this.applicant.birthDate();
      return { today: this.#today(), holderBirthDate: birthDate ?? UNTOLD_BIRTH_DATE, isBirthDateUnknown: birthDate === undefined, chosen: chosen() };
    });
  }

  take(scan: RecognisedScan): ScanTaken {
    if (scan.kind === 'codice-fiscale') {
      this.#takeCodiceFiscale(scan.codiceFiscale.value);
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
    // Who came may be told afterwards.
    this.applicant.fillFrom(mrz);
    return 'taken';
  }

  get today(): LocalDate {
    return this.#today();
  }

  startAnew(): void {
    this.document.clear();
    this.comparison.clear();
    this.applicant.clear();
  }

  /** The operator's Enter says that the face is the person's. Null while something is missing. */
  request(): Omit<IdentificationRequest, 'revision'> | null {
    if (!this.isReady()) return null;
    const document = this.document.message();
    const compared = this.isHolderHere() ? this.comparison.message() : this.applicant.message();
    return document && compared ? { document, ...compared, ...this.application.message(), isFaceConfirmed: true } : null;
  }

  /** The same for the next card of a visit, whose applicant was identified before. */
  sameVisitRequest(): Omit<SameApplicantRequest, 'revision'> | null {
    return this.isReady() ? { ...this.application.message(), isFaceConfirmed: true } : null;
  }

  /** The barcode of a health card is the applicant's card shown, while no chip of theirs is in a reader. */
  #takeCodiceFiscale(code: string): void {
    const { card } = this.application;
    if (this.isHolderHere()) this.comparison.type('codiceFiscale', code);
    else if (this.application.asksCard() && card.presented() === null) card.take(code);
    else this.applicant.takeCodiceFiscale(code);
  }

  #missingOfDocument(): readonly Missing[] {
    const fields = toMend(this.document).map(({ field, is }) => ({
      target: `document-${field}`,
      words: wording(`identity.${is === 'absent' ? 'missing' : 'toMend'}.${field}`),
    }));
    return [...fields, ...(this.isHolderHere() ? missingOf(this.comparison) : this.applicant.missing())];
  }
}
