// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskName, PersonView } from '@sportello/contracts';
import type { LeavingReason, RoleDecision, SignOutReason } from '@sportello/domain';
import { DeskLink } from '../../data/link/desk-link';
import { PersonStore } from '../../data/people/person-store';
import { SessionState } from '../../data/session/session-state';
import { dateAndTime } from '../../data/time/desk-time';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { State } from '../../ui/shape/state';
import { SayPipe } from '../../ui/words/say.pipe';
import { wording } from '../../ui/words/wording';
import { CodeLayer } from './code-layer';
import { FactorResetPanel } from './factor-reset-panel';
import type { PersonDraft } from './person-draft';
import { PersonLayer, type PersonLayerData } from './person-layer';
import { PERSON_SHAPES } from './person-shape';
import { RoleChangePanel } from './role-change-panel';
import { RoleLines } from './role-lines';
import { RolesLayer, type RolesWish } from './roles-layer';
import { WhyLayer, type WhyLayerData } from './why-layer';

/** One person: who they are, what they may do and where, and what an administrator does about it. */
@Component({
  selector: 'app-person-panel',
  imports: [TranslocoPipe, SayPipe, Loading, State, TroubleNotice, RoleChangePanel, RoleLines, FactorResetPanel],
  templateUrl: './person-panel.html',
  styleUrl: './person-panel.scss',
  providers: [PersonStore],
})
export class PersonPanel {
  readonly #store = inject(PersonStore);
  readonly #layers = inject(Layers);
  readonly #session = inject(SessionState);

  readonly personId = input.required<string>();
  readonly desks = input.required<readonly DeskName[]>();
  /** Something was done: the list tells it too. */
  readonly changed = output();

  readonly person = this.#store.person;
  readonly trouble = this.#store.trouble;
  readonly hasFailed = this.#store.hasFailed;
  readonly isBusy = this.#store.isBusy;
  readonly mayManage = computed(() => this.#session.may('people.manage'));
  readonly shapes = PERSON_SHAPES;
  readonly access = computed(() => {
    const person = this.person();
    if (person?.state === 'active') return wording(person.sessions === 0 ? 'people.notSignedIn' : 'people.signedIn', { count: person.sessions });
    if (person?.state === 'left') return wording('people.cannotSignIn');
    const code = person?.invitation;
    if (!code) return wording(person?.canInvite ? 'people.codeToMake' : 'people.codeLater');
    return wording(code.isOver ? 'people.codeOver' : 'people.codeGood', { until: dateAndTime(code.expiresAt) });
  });

  /** Nobody's own: two others look after that. */
  mayReset({ isMe, state }: PersonView): boolean {
    return !isMe && state === 'active' && this.#session.may('factors.reset');
  }

  constructor() {
    const hints = inject(DeskLink).hints;
    effect(() => {
      const id = this.personId();
      hints();
      untracked(() => void this.#store.look(id));
    });
  }

  decide(decision: RoleDecision): void {
    const change = this.person()?.roleChange;
    if (change) void this.#then(this.#store.decideRoles({ changeId: change.id, decision }));
  }

  change(person: PersonView): void {
    const data: PersonLayerData = { person, desks: this.desks() };
    this.#layers.open<PersonDraft>(PersonLayer, { data, labelledBy: 'person-layer-title', focus: '#person-name' }).closed.subscribe((draft) => {
      if (draft) void this.#then(this.#store.change(draft.change(person.revision)));
    });
  }

  askRoles(person: PersonView): void {
    this.#layers.open<RolesWish>(RolesLayer, { data: person, labelledBy: 'roles-title' }).closed.subscribe((wish) => {
      if (wish) void this.#then(this.#store.askRoles({ revision: person.revision, roles: [...wish.roles], reason: wish.reason }));
    });
  }

  signOut({ displayName }: PersonView): void {
    this.#why({ act: 'signOut', name: displayName }, (reason) => this.#store.signOut({ reason: reason as SignOutReason }));
  }

  leave({ displayName, revision }: PersonView): void {
    this.#why({ act: 'leaving', name: displayName }, (reason) => this.#store.endService({ revision, reason: reason as LeavingReason }));
  }

  async makeCode(): Promise<void> {
    const made = await this.#store.makeCode();
    if (!made) return;
    // Nothing but its button closes it: what is not written down now is written nowhere.
    this.#layers.open(CodeLayer, { data: made, labelledBy: 'code-title', isPersistent: true });
    await this.#then(this.#store.refresh().then(() => true));
  }

  retry(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
    void this.#store.refresh();
  }

  #why(data: WhyLayerData, act: (reason: string) => Promise<boolean>): void {
    this.#layers.open<string>(WhyLayer, { data, labelledBy: 'why-title' }).closed.subscribe((reason) => {
      if (reason !== undefined) void this.#then(act(reason));
    });
  }

  async #then(act: Promise<boolean>): Promise<void> {
    if (await act) this.changed.emit();
  }
}
