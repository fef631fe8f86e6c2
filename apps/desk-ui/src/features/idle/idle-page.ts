// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseKind } from '@sportello/domain';
import { CaseStore } from '../../data/case/case-store';
import { Visit } from '../../data/case/visit';
import { CardWatch } from '../../data/desk/card-watch';
import { DeskStore } from '../../data/desk/desk-store';
import { DeskPapers } from '../../data/papers/desk-papers';
import { SessionState } from '../../data/session/session-state';
import { Clock } from '../../data/time/clock';
import { bindKey } from '../../ui/keyboard/keyboard';
import { readerTrouble } from '../../ui/states/reader-trouble';
import { SayPipe } from '../../ui/words/say.pipe';
import { CardCheck } from '../../ui/card-check/card-check';
import { ApprovalList } from '../../ui/approvals/approval-list';
import { Notice } from '../../ui/notice/notice';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { State } from '../../ui/shape/state';
import { StationCodeForm } from '../../ui/station-code/station-code-form';
import { ShowToCitizen } from '../../ui/show-to-citizen/show-to-citizen';
import { bringPhraseOf } from '../../ui/show-to-citizen/phrase-of';
import { kindAskedFor } from '../../ui/what-to-bring/bring-items';
import { WhatToBring } from '../../ui/what-to-bring/what-to-bring';
import type { BringSlip } from '../../ui/what-to-bring/what-to-bring';
import { takeScans } from '../../ui/scanner/scanner';
import { CardOutcomesPanel } from './card-outcomes/card-outcomes';
import { CustodyLine } from './custody-line/custody-line';
import { DayLine } from './day-line';
import { OpenCasesTable } from './open-cases-table/open-cases-table';
import { ageInReader } from '../../data/desk/inserted-card';
import { caseOfScan, strayPaper } from './case-of-scan';
import { ReaderPicture } from '../../ui/reader-picture/reader-picture';
import { TodayFigures } from './today-figures/today-figures';

/** The desk between two citizens. */
@Component({
  selector: 'app-idle-page',
  imports: [RouterLink, TranslocoPipe, SayPipe, CustodyLine, DayLine, Notice, State, StationCodeForm, WhatToBring, OpenCasesTable, TodayFigures, ApprovalList, CardOutcomesPanel, ReaderPicture, TroubleNotice],
  templateUrl: './idle-page.html',
  styleUrl: './idle-page.scss',
})
export class IdlePage {
  readonly #desk = inject(DeskStore);
  readonly #cases = inject(CaseStore);
  readonly #watch = inject(CardWatch);
  readonly #visit = inject(Visit);
  readonly #session = inject(SessionState);
  readonly #clock = inject(Clock);
  readonly #show = inject(ShowToCitizen);
  readonly #cardCheck = inject(CardCheck);
  private readonly whatToBring = viewChild.required(WhatToBring);

  readonly papers = inject(DeskPapers);
  readonly desk = this.#desk.desk;
  readonly trouble = this.#cases.trouble;
  readonly now = computed(() => this.#clock.now() + this.#desk.clockLead());
  readonly isReaderReady = computed(() => this.desk()?.station?.isOnline === true && this.desk()?.station?.reader === 'ready');
  /** The desk has several stations, and this browser has not said at which one it stands. */
  readonly isStationAsked = computed(() => this.desk()?.stationChoice === 'asked');
  readonly readerTrouble = computed(() => {
    const desk = this.desk();
    return desk && readerTrouble(desk.station);
  });
  readonly mayOpen = computed(() => this.#session.may('case.open'));
  readonly mayRevoke = computed(() => this.#session.may('revocation.record-at-desk'));
  readonly mayCheck = computed(() => this.#cardCheck.may());
  readonly decidesApprovals = computed(() => this.#session.may('case.decide-approval'));
  readonly seesOutcomes = computed(() => this.#session.may('outcomes.read'));
  /** The next card is of the applicant of this case. */
  readonly visit = this.#visit.earlierCase;
  /** A card whose case was suspended is still in the reader. */
  readonly cardLeft = computed(() => this.desk()?.cardInReader ?? null);

  readonly deskKind = computed(() => this.#session.session()?.desk.kind ?? 'asl');
  readonly holderAge = computed(() => ageInReader(this.desk()?.cardInReader ?? null));
  /** Who is asked about in *Cosa portare*, and so whom *Mostra al cittadino* speaks of. */
  readonly asked = linkedSignal<CaseKind>(() => kindAskedFor(this.holderAge(), this.deskKind()));

  /** The number of the paper that was scanned last, when no open case waits for it. */
  readonly stray = signal<string | null>(null);

  /** A health code was scanned of somebody who has no TS-CNS. */
  readonly isStpEni = signal(false);

  constructor() {
    bindKey('F3', () => this.whatToBring().takeFocus());
    bindKey('F4', () => this.show());
    takeScans(({ recognised }) => {
      const id = caseOfScan(recognised, this.desk()?.openCases ?? []);
      this.isStpEni.set(recognised.kind === 'stp-eni');
      this.stray.set(strayPaper(recognised, this.desk()?.openCases ?? []) ?? null);
      if (id) void this.#cases.reopen(id);
    });
  }

  ask(kind: CaseKind): void {
    this.asked.set(kind);
    this.papers.lookAtAnother();
  }

  print(slip: BringSlip): void {
    void this.papers.printWhatToBring(slip);
  }

  reopen(id: string): void {
    void this.#cases.reopen(id);
  }

  resume(): void {
    const card = this.cardLeft();
    if (card) void this.#watch.open(card.insertionId);
  }

  check(): void {
    const card = this.cardLeft();
    if (card) this.#cardCheck.open(card.insertionId);
  }

  endVisit(): void {
    this.#visit.end();
  }

  putAside(): void {
    this.stray.set(null);
    this.isStpEni.set(false);
  }

  dismiss(): void {
    this.#cases.dismissTrouble();
  }

  show(): void {
    this.#show.open({ sentence: null, phrase: bringPhraseOf(this.asked()) });
  }
}
