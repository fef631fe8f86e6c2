// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { REVOCATION_STATES, SERVICE_AGES } from '@sportello/domain';
import { DeskLink } from '../../data/link/desk-link';
import { RevocationsStore } from '../../data/revocations/revocations-store';
import { SessionState } from '../../data/session/session-state';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { Shape } from '../../ui/shape/shape';
import { SayPipe } from '../../ui/words/say.pipe';
import { lasting } from '../../ui/words/since';
import { ExportForm } from './export-form';
import { LotsPanel } from './lots-panel';
import { OfficeForm } from './office-form';
import { RevocationPanel } from './revocation-panel';
import { RevocationsChoice } from './revocations-choice';
import { RevocationsTable } from './revocations-table';

/** *Richieste di revoca*: the oldest first, with their service level, and beside the list the one that is looked at. */
@Component({
  selector: 'app-revocations-page',
  imports: [TranslocoPipe, SayPipe, ExportForm, Loading, LotsPanel, OfficeForm, RevocationPanel, RevocationsTable, Shape, TroubleNotice],
  templateUrl: './revocations-page.html',
  styleUrl: './revocations-page.scss',
  providers: [RevocationsStore],
})
export class RevocationsPage {
  readonly #store = inject(RevocationsStore);
  readonly #session = inject(SessionState);
  readonly #document = inject(DOCUMENT);

  readonly view = this.#store.view;
  readonly trouble = this.#store.trouble;
  readonly choice = new RevocationsChoice();
  readonly states = REVOCATION_STATES;
  readonly ages = SERVICE_AGES.filter((age) => age !== 'ended');
  readonly lasting = lasting;
  readonly currentId = signal<string | null>(null);
  readonly asksForOffices = computed(() => this.#session.may('revocation.record-at-desk') && this.#session.may('revocation.decide'));
  readonly seesLots = computed(() => this.#session.may('revocation.lot'));
  readonly #isAsked = signal(false);
  readonly isNumberTold = computed(() => this.#isAsked() && this.choice.isNumberWrong());

  constructor() {
    const hints = inject(DeskLink).hints;
    effect(() => {
      hints();
      untracked(() => void this.#store.refresh());
    });
  }

  chooseState(state: string): void {
    this.choice.chooseState(state);
    this.#choose();
  }

  chooseAge(age: string): void {
    this.choice.age.set(this.ages.find((each) => each === age) ?? null);
    this.#choose();
  }

  find(event: Event): void {
    event.preventDefault();
    this.#isAsked.set(this.choice.isNumberWrong());
    if (this.choice.isNumberWrong()) this.#document.getElementById('revocations-number')?.focus();
    else this.#choose();
  }

  more(): void {
    void this.#store.more();
  }

  refresh(): void {
    void this.#store.refresh();
  }

  #choose(): void {
    this.currentId.set(null);
    void this.#store.choose(this.choice.message());
  }
}
