// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApprovalsStore } from '../data/approvals/approvals-store';
import { CaseStore } from '../data/case/case-store';
import { CardWatch } from '../data/desk/card-watch';
import { DeskStore } from '../data/desk/desk-store';
import { HelpDeskStore } from '../data/help-desk/help-desk-store';
import { SessionState } from '../data/session/session-state';
import { CaseDrafts } from '../features/case/case-drafts';
import { CasePage } from '../features/case/case-page';
import { IdlePage } from '../features/idle/idle-page';
import type { SearchLine } from '../features/search/found-lines';
import { SearchLayer } from '../features/search/search-layer';
import { CaseRecord } from '../ui/case-record/case-record';
import { bindKey } from '../ui/keyboard/keyboard';
import { Layers } from '../ui/layer/layers';
import { Loading } from '../ui/loading/loading';
import { followSession } from './follow-session';
import { GuideOpener } from './guide/guide-opener';
import { LostLink } from './lost-link/lost-link';
import { LinkStrip } from './link-strip/link-strip';
import { OpenCases } from './open-cases/open-cases';
import { OFFICES } from './offices';
import { OWN_ACCESS, ROOMS_WITHOUT_DESK, screenOf } from './screen';
import { SecondCard } from './second-card/second-card';
import { sectionUrl } from './section-url';
import { TopBar } from './top-bar/top-bar';
import { TestBanner } from '../ui/test-banner/test-banner';

/** The page around every room of the desk. */
@Component({
  selector: 'app-desk-shell',
  imports: [RouterOutlet, TestBanner, TranslocoPipe, TopBar, LinkStrip, LostLink, OpenCases, SecondCard, IdlePage, CasePage, Loading],
  templateUrl: './desk-shell.html',
  styleUrl: './desk-shell.scss',
  providers: [ApprovalsStore, CaseDrafts, HelpDeskStore],
})
export class DeskShell {
  readonly #desk = inject(DeskStore);
  readonly #cases = inject(CaseStore);
  readonly #watch = inject(CardWatch);
  readonly #sessionState = inject(SessionState);
  readonly #layers = inject(Layers);
  readonly #record = inject(CaseRecord);

  readonly session = this.#sessionState.session;
  readonly openCases = computed(() => this.#desk.desk()?.openCases ?? []);
  readonly secondCard = computed(() => this.#desk.desk()?.secondCard ?? null);
  readonly #router = inject(Router);
  readonly #url = sectionUrl();
  readonly #isElsewhere = computed(() => this.#url() !== '/');
  readonly #office = computed(() => OFFICES.find(({ permission }) => this.#sessionState.may(permission)));
  readonly #isOffice = computed(() => OFFICES.some(({ path, permission }) => path === this.#url() && this.#sessionState.may(permission)));
  readonly #needsDesk = computed(() => !this.#isOffice() && !ROOMS_WITHOUT_DESK.includes(this.#url()));
  readonly currentCaseId = this.#cases.id;
  readonly screen = computed(() =>
    screenOf({
      maySeeDesk: this.#sessionState.may('desk.read'),
      hasOffice: this.#office() !== undefined,
      desk: this.#desk.desk(),
      isUnavailable: this.#desk.isUnavailable(),
      inHand: this.#cases.case(),
      isOpening: this.#watch.isOpening(),
      refusal: this.#watch.refusal(),
      isElsewhere: this.#isElsewhere(),
      needsDesk: this.#needsDesk(),
    }),
  );

  constructor() {
    const guide = inject(GuideOpener);
    bindKey('F1', () => guide.open());
    bindKey('F2', () => this.search());
    followSession();
    // A card that is put in, and a case that is taken up, go before the other rooms; whoever goes there afterwards stays there.
    const insertion = computed(() => this.#desk.desk()?.cardInReader?.insertionId ?? null);
    for (const came of [insertion, this.currentCaseId]) {
      effect(() => {
        if (came() !== null) untracked(() => this.#goToDesk());
      });
    }
    effect(() => {
      if (this.#sessionState.status().kind === 'active') untracked(() => this.#goToOffice());
    });
    effect(() => {
      // Wherever they go: there is nothing else for them yet.
      if (this.session()?.mayOnlyEnrol === true && this.#url() !== OWN_ACCESS) untracked(() => void this.#router.navigateByUrl(OWN_ACCESS));
    });
  }

  reopen(id: string): void {
    void this.#cases.reopen(id);
  }

  /** An open case of this desk is taken up; any other is looked at. */
  search(): void {
    if (!this.#sessionState.may('case.search')) return;
    this.#layers.open<SearchLine>(SearchLayer, { labelledBy: 'search-title', focus: '#search-text' }).closed.subscribe((line) => {
      if (line?.canTake) this.reopen(line.id);
      else if (line) this.#record.open(line.id);
    });
  }

  /** Not from where codes may stand that are shown once, nor from a request that the card itself may be about. */
  #goToDesk(): void {
    if (this.#isElsewhere() && this.#needsDesk() && this.#url() !== '/revoca') void this.#router.navigateByUrl('/');
  }

  /** Who works at no desk begins in their first office, unless they are on their way to another. */
  #goToOffice(): void {
    const office = this.#office();
    const goesTo = this.#router.currentNavigation()?.extractedUrl.toString().split(/[?#]/)[0] ?? this.#url();
    if (office && !this.#sessionState.may('desk.read') && !this.#isElsewhere() && goesTo === '/') void this.#router.navigateByUrl(office.path);
  }
}
