// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeskLink } from '../../data/link/desk-link';
import { PeopleStore } from '../../data/people/people-store';
import { SessionState } from '../../data/session/session-state';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { PeopleTable } from './people-table';
import type { PersonDraft } from './person-draft';
import { PersonLayer, type PersonLayerData } from './person-layer';
import { PersonPanel } from './person-panel';

/** *Persone*: who works for the body, and beside the list the one that is looked at. */
@Component({
  selector: 'app-people-page',
  imports: [TranslocoPipe, Loading, TroubleNotice, PeopleTable, PersonPanel],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
  providers: [PeopleStore],
})
export class PeoplePage {
  readonly #store = inject(PeopleStore);
  readonly #layers = inject(Layers);
  readonly #session = inject(SessionState);

  readonly view = this.#store.view;
  readonly trouble = this.#store.trouble;
  readonly hasFailed = this.#store.hasFailed;
  readonly mayManage = computed(() => this.#session.may('people.manage'));
  readonly search = signal('');
  /** Whom the address names, at first. */
  readonly currentId = signal<string | null>(inject(Router).routerState.snapshot.root.queryParamMap.get('persona'));

  constructor() {
    const hints = inject(DeskLink).hints;
    effect(() => {
      hints();
      untracked(() => void this.#store.refresh());
    });
  }

  find(text: string): void {
    this.search.set(text);
    void this.#store.find(text);
  }

  choose(id: string): void {
    this.currentId.set(id);
  }

  add(): void {
    const data: PersonLayerData = { person: null, desks: this.view()?.desks ?? [] };
    this.#layers.open<PersonDraft>(PersonLayer, { data, labelledBy: 'person-layer-title', focus: '#person-name' }).closed.subscribe((draft) => {
      if (draft) void this.#invite(draft);
    });
  }

  refresh(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }

  async #invite(draft: PersonDraft): Promise<void> {
    const person = await this.#store.invite(draft.invitation());
    if (person) this.currentId.set(person.id);
  }
}
