// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';
import { Visit } from '../../../data/case/visit';
import { shortClockTime } from '../../../data/time/desk-time';
import { TrainingStore } from '../../../data/training/training-store';
import { CodeField } from '../../../ui/code-field/code-field';
import { focusMover, focusOnArrival } from '../../../ui/focus/focus';
import { Layers } from '../../../ui/layer/layers';
import { takeScans } from '../../../ui/scanner/scanner';
import { State } from '../../../ui/shape/state';
import { TutorLayer } from '../../../ui/training/tutor-layer';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import type { Note } from '../action-bar/action-bar';
import { DecisionPanel } from '../decision/decision-panel';
import { EvidenceSection } from '../evidence/evidence-section';
import { PaperScan } from '../paper-scan';
import { SayPanel } from '../say-panel/say-panel';
import { ScanNotice } from '../scan-notice/scan-notice';

/** *Consegna*: the closed envelope goes to the citizen; reading it, or the signed form, records that it did. */
@Component({
  selector: 'app-delivery-step',
  imports: [TranslocoPipe, ActionBar, CodeField, DecisionPanel, EvidenceSection, SayPanel, ScanNotice, State],
  templateUrl: './delivery-step.html',
  styleUrl: './delivery-step.scss',
  providers: [PaperScan],
})
export class DeliveryStep {
  readonly #focus = focusMover();
  readonly #cases = inject(CaseStore);
  readonly #visit = inject(Visit);
  readonly #training = inject(TrainingStore);
  readonly #layers = inject(Layers);

  readonly case = input.required<CaseView>();
  readonly scan = inject(PaperScan);
  readonly isBusy = this.#cases.isBusy;
  readonly standing = this.#training.standing;
  readonly needsTutor = this.#training.needsTutor;
  readonly time = shortClockTime;
  readonly canPrintForm = computed(() => this.case().acts.includes('print-form'));
  /** What the citizen installs at home for a card of this type, while the card is here to tell it. */
  readonly software = computed(() => this.case().card?.software ?? null);
  /** Who takes the envelope, when it is not the holder; the name while the card is here to tell it. */
  readonly receiver = computed(() => {
    const { applicant, needs } = this.case();
    const quality = applicant?.quality ?? needs?.applicant ?? 'holder';
    return quality === 'holder' ? null : { quality, name: applicant && `${applicant.surname} ${applicant.name}` };
  });
  readonly keepsDelegation = computed(() => this.case().needs?.papers.some(({ paper, handling }) => paper === 'delegation' && handling === 'kept') ?? false);
  readonly hasNextCard = computed(() => this.case().acts.includes('next-card'));
  readonly isHeld = computed(() => this.case().state === 'undelivered');
  readonly params = computed(() => ({ sheet: this.case().sheet?.controlNumber ?? '', form: this.case().formNumber }));
  readonly primary = computed(() => ({ words: wording('delivery.primary'), isReady: this.scan.isComplete() && !this.needsTutor() }));
  readonly notes = computed<readonly Note[]>(() => {
    const isComplete = this.scan.isComplete();
    const tutor: readonly Note[] = this.needsTutor() ? [{ shape: 'attention', words: wording('training.tutorMissing') }] : [];
    return [...tutor, { shape: isComplete ? 'done' : 'attention', words: wording(isComplete ? 'delivery.codeTyped' : 'delivery.codeMissing', this.params()) }];
  });

  constructor() {
    takeScans((scan) => void this.scan.take(scan));
    focusOnArrival('#typed-code');
  }

  async press(): Promise<void> {
    if (this.needsTutor()) this.signTutor();
    else if (!(await this.scan.submit())) this.focusField();
  }

  /** A colleague signs beside; what was read before they did counts then, without being read again. */
  signTutor(): void {
    const layer = this.#layers.open<boolean>(TutorLayer, { labelledBy: 'tutor-title', focus: '#signature-username' });
    layer.closed.subscribe((hasSigned) => {
      if (hasSigned) void this.#goOn();
    });
  }

  async #goOn(): Promise<void> {
    if (await this.scan.again()) return;
    if (this.scan.isComplete()) await this.scan.submit();
    else this.focusField();
  }

  printForm(): void {
    void this.#cases.printForm();
  }

  /** The envelope of this card waits in *Pratiche aperte* until it is handed over. */
  nextCard(): void {
    this.#visit.goOn();
  }

  focusField(): void {
    this.#focus('#typed-code');
  }
}
