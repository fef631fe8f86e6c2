// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionView } from '@sportello/contracts';
import { ApprovalsStore } from '../../data/approvals/approvals-store';
import { SessionState } from '../../data/session/session-state';
import { CaseStore } from '../../data/case/case-store';
import { TrainingStore } from '../../data/training/training-store';
import { DeskStore } from '../../data/desk/desk-store';
import { HelpDeskStore } from '../../data/help-desk/help-desk-store';
import { DeskLink } from '../../data/link/desk-link';
import { openingWords } from '../../ui/hours/opening-words';
import { announceChanges } from '../../ui/announcer/announcer';
import { Shape } from '../../ui/shape/shape';
import { Language } from '../../ui/words/language';
import { SayPipe } from '../../ui/words/say.pipe';
import { wording } from '../../ui/words/wording';
import { OFFICES } from '../offices';
import { PersonMenu } from '../person-menu/person-menu';
import { sectionUrl } from '../section-url';
import { deviceTags } from './device-tags';

/** Product and desk, sections, devices, and who works here. */
@Component({
  selector: 'app-top-bar',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe, SayPipe, Shape, PersonMenu],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  readonly #desk = inject(DeskStore).desk;
  readonly #case = inject(CaseStore).case;

  readonly #state = inject(SessionState);
  readonly #approvals = inject(ApprovalsStore);
  readonly #training = inject(TrainingStore);
  readonly #helpDesk = inject(HelpDeskStore);
  readonly #language = inject(Language);

  readonly url = sectionUrl();
  readonly seesDesk = computed(() => this.#state.may('desk.read'));
  readonly offices = computed(() => OFFICES.filter(({ permission, isInMenuAtDesk }) => this.#state.may(permission) && !(isInMenuAtDesk && this.seesDesk())));
  readonly seesSheets = computed(() => this.#state.may('sheets.read'));
  readonly seesReaders = computed(() => this.#state.may('readers.read'));
  readonly decidesApprovals = computed(() => this.#state.may('case.decide-approval'));
  /** How many cases wait for whoever is signed in. */
  readonly approvals = this.#approvals.count;
  readonly matters = computed(() => this.#desk()?.custody.matters ?? 0);
  readonly session = input.required<SessionView>();
  readonly tags = computed(() => {
    const desk = this.#desk();
    const state = this.#case()?.state;
    return desk ? deviceTags(desk, state === 'printed' || state === 'interrupted') : [];
  });

  /** Whether somebody answers now, for whoever answers. */
  readonly opening = computed(() => {
    const opening = this.#helpDesk.view()?.opening;
    return opening && openingWords(opening, this.#language.current());
  });

  constructor() {
    const hints = inject(DeskLink).hints;
    effect(() => {
      hints();
      if (this.#state.may('call.keep')) untracked(() => void this.#helpDesk.refresh());
    });
    // Each hint of the desk is one for the approvals too; who does not decide them does not ask.
    effect(() => {
      this.#desk();
      if (this.decidesApprovals()) untracked(() => void this.#approvals.refresh());
    });
    // Whoever is in training sees at once that a tutor went, or that the training ended.
    const isInTraining = computed(() => this.#training.standing() !== null);
    effect(() => {
      this.#desk();
      if (isInTraining()) untracked(() => void this.#training.refresh());
    });
    announceChanges(() => (this.approvals() > 0 ? wording('announce.approvals', { count: this.approvals() }) : null));
  }
}
