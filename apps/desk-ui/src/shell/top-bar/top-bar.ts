// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionView } from '@sportello/contracts';
import { SessionState } from '../../data/session/session-state';
import { CaseStore } from '../../data/case/case-store';
import { DeskStore } from '../../data/desk/desk-store';
import { Shape } from '../../ui/shape/shape';
import { SayPipe } from '../../ui/words/say.pipe';
import { PersonMenu } from '../person-menu/person-menu';
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

  readonly seesSheets = computed(() => this.#state.may('sheets.read'));
  readonly seesReaders = computed(() => this.#state.may('readers.read'));
  readonly matters = computed(() => this.#desk()?.custody.matters ?? 0);
  readonly session = input.required<SessionView>();
  readonly tags = computed(() => {
    const desk = this.#desk();
    const state = this.#case()?.state;
    return desk ? deviceTags(desk, state === 'printed' || state === 'interrupted') : [];
  });
}
