// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CardWatch } from '../../../data/desk/card-watch';
import { DeskStore } from '../../../data/desk/desk-store';
import { Clock } from '../../../data/time/clock';
import { clockTime } from '../../../data/time/desk-time';
import { focusOnArrival } from '../../../ui/focus/focus';
import { Icon } from '../../../ui/icon/icon';
import { takeScans } from '../../../ui/scanner/scanner';
import { Shape } from '../../../ui/shape/shape';
import type { ReaderTrouble } from '../../../ui/states/reader-trouble';
import { SayPipe } from '../../../ui/words/say.pipe';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import type { Note } from '../action-bar/action-bar';
import type { CardPlace } from '../card-panel/card-place';
import { PaperScan } from '../paper-scan';
import { DecisionPanel } from '../decision/decision-panel';
import { SayPanel } from '../say-panel/say-panel';
import { sentenceFor } from '../case-sentence';
import { stopOf } from '../stopped-case';
import { ScanNotice } from '../scan-notice/scan-notice';
import { StationChangePanel } from '../station-change/station-change-panel';
import { headlineOf } from './write-headline';
import { PhaseList } from './phase-list';
import { phaseLines, secondsRunning } from './write-progress';

/** Who may do one of these decides on the case, and is not told what the operator has to do. */
const DECISIVE = ['resume-writing', 'close-as-lost'] as const;

/** *Scrittura*: the codes go onto the chip by themselves; a pulled card halts them, and the same card goes on. */
@Component({
  selector: 'app-writing-step',
  imports: [TranslocoPipe, SayPipe, ActionBar, DecisionPanel, Icon, PhaseList, SayPanel, ScanNotice, Shape, StationChangePanel],
  templateUrl: './writing-step.html',
  styleUrl: './writing-step.scss',
  providers: [PaperScan],
})
export class WritingStep {
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);
  readonly #watch = inject(CardWatch);
  readonly #scan = inject(PaperScan);

  readonly case = input.required<CaseView>();
  readonly place = input.required<CardPlace>();
  readonly trouble = input<ReaderTrouble | null>(null);
  readonly isRunning = computed(() => this.case().state === 'writing');
  readonly stop = computed(() => stopOf(this.case()));
  readonly sentence = computed(() => sentenceFor(this.case()));
  readonly mayDecide = computed(() => DECISIVE.some((act) => this.case().acts.includes(act)));
  /** Another panel says what to do: the station is gone, and the card can be finished at this one. */
  readonly canMove = computed(() => this.case().stationChange !== null || this.case().acts.includes('ask-station-change'));
  readonly headline = computed(() => headlineOf(this.case(), this.place(), this.trouble()));
  readonly lines = computed(() => phaseLines(this.case()));
  readonly seconds = computed(() => (this.isRunning() ? secondsRunning(this.case(), this.#clock.now() + this.#desk.clockLead()) : 0));
  readonly haltedAt = computed(() => clockTime(this.case().changedAt));
  readonly foreign = computed(() => {
    const place = this.place();
    return place.kind === 'foreign' ? place.insertionId : null;
  });
  readonly notes = computed<readonly Note[]>(() => {
    if (this.isRunning()) return [{ shape: 'running', words: wording('writing.goesOn'), help: wording('writing.ifHalted') }];
    const stop = this.stop();
    if (stop) return [{ shape: 'waiting', words: wording(stop.isElsewhere ? 'stopped.waitingElsewhere' : 'stopped.waiting'), help: wording('stopped.safe') }];
    return [{ shape: 'interrupted', words: wording('cardAway.waiting'), help: wording('cardAway.noKey') }];
  });

  constructor() {
    takeScans((scan) => void this.#scan.take(scan));
    focusOnArrival('h1');
  }

  openThis(insertionId: string): void {
    void this.#watch.open(insertionId);
  }
}
