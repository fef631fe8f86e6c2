// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from '../../data/case/case-store';
import { CardWatch } from '../../data/desk/card-watch';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { CaseRecord } from '../../ui/case-record/case-record';
import { announceChanges } from '../../ui/announcer/announcer';
import { Layers } from '../../ui/layer/layers';
import { readerTrouble } from '../../ui/states/reader-trouble';
import { ApprovalStep } from './approval/approval-step';
import { caseAnnouncement } from './case-announcement';
import { CaseActions } from './case-actions';
import { partOf, stepsOf } from './case-step';
import { CardPanel } from './card-panel/card-panel';
import { cardPlace } from './card-panel/card-place';
import { CardOutcome } from './card-outcome/card-outcome';
import { DeliveryStep } from './delivery/delivery-step';
import { EndingPart } from './ending/ending-part';
import { EnvelopeStep } from './envelope/envelope-step';
import { IdentityStep } from './identity/identity-step';
import { PrintsLayer } from './prints/prints-layer';
import { Steps } from './steps/steps';
import { WritingStep } from './writing/writing-step';

/** A case on one page: its line and steps, the card at the left, the work of the moment, the action bar. Also a card that has no case yet, or gets none. */
@Component({
  selector: 'app-case-page',
  imports: [TranslocoPipe, Steps, CardPanel, CardOutcome, IdentityStep, ApprovalStep, EnvelopeStep, WritingStep, DeliveryStep, EndingPart],
  templateUrl: './case-page.html',
  styleUrl: './case-page.scss',
  providers: [CaseActions],
})
export class CasePage {
  readonly #desk = inject(DeskStore).desk;
  readonly #record = inject(CaseRecord);
  readonly #layers = inject(Layers);
  readonly #session = inject(SessionState);

  readonly case = inject(CaseStore).case;
  readonly refusal = inject(CardWatch).refusal;
  readonly place = computed(() => cardPlace(this.#desk()?.cardInReader ?? null, this.case()));
  readonly readerTrouble = computed(() => {
    const desk = this.#desk();
    return desk && readerTrouble(desk.station);
  });
  readonly steps = computed(() => stepsOf(this.case()?.state ?? null));
  readonly part = computed(() => {
    const inHand = this.case();
    return inHand ? partOf(inHand.state) : null;
  });

  readonly mayPrint = computed(() => this.#session.may('paper.print'));

  constructor() {
    announceChanges(() => caseAnnouncement(this.place(), this.case()));
  }

  showPrints(inHand: CaseView): void {
    this.#layers.open(PrintsLayer, { data: inHand, labelledBy: 'prints-title' });
  }

  showRecord(caseId: string): void {
    this.#record.open(caseId);
  }
}
