// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskName, SessionView } from '@sportello/contracts';
import { DeskStore } from '../../data/desk/desk-store';
import { MoveToDesk } from '../../data/session/move-to-desk';
import { SessionLock } from '../../data/session/session-lock';
import { SessionState } from '../../data/session/session-state';
import { SignIn } from '../../data/session/sign-in';
import { SingleSignOn } from '../../data/session/single-sign-on';
import { TrainingStore } from '../../data/training/training-store';
import { Icon } from '../../ui/icon/icon';
import { Layers } from '../../ui/layer/layers';
import { Shape } from '../../ui/shape/shape';
import { StationCodeLayer } from '../../ui/station-code/station-code-layer';
import { LanguageSwitch } from '../../ui/words/language-switch';
import { GuideOpener } from '../guide/guide-opener';
import { OFFICES } from '../offices';
import { OWN_ACCESS } from '../screen';

/** Who works here, in which role; the other desks, language, guide, own access, lock and sign-out under it. */
@Component({
  selector: 'app-person-menu',
  imports: [RouterLink, TranslocoPipe, Icon, Shape, LanguageSwitch],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
  host: { '(keydown.escape)': 'close(true)', '(document:pointerdown)': 'closeFromOutside($event)' },
})
export class PersonMenu {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  readonly #signIn = inject(SignIn);
  readonly #singleSignOn = inject(SingleSignOn);
  readonly #desk = inject(DeskStore);
  readonly #layers = inject(Layers);
  readonly #router = inject(Router);
  readonly #move = inject(MoveToDesk);
  readonly #state = inject(SessionState);
  readonly #document = inject(DOCUMENT);
  readonly #guide = inject(GuideOpener);
  readonly #lock = inject(SessionLock);
  readonly #training = inject(TrainingStore);

  readonly session = input.required<SessionView>();
  /** Where there is only one there is nothing to change. */
  readonly canChangeStation = computed(() => this.#desk.desk()?.stationChoice === 'made');
  readonly isOpen = signal(false);
  readonly isUnreachable = signal(false);
  readonly hasNotMoved = signal(false);
  readonly otherDesks = computed(() => this.session().desks.filter(({ id }) => id !== this.session().desk.id));
  readonly offices = computed(() => (this.#state.may('desk.read') ? OFFICES.filter(({ permission, isInMenuAtDesk }) => isInMenuAtDesk && this.#state.may(permission)) : []));
  readonly seesPermissions = computed(() => this.#state.may('permissions.read'));
  readonly isInTraining = computed(() => this.#training.standing() !== null);
  /** Who is in training, who may stand beside, and who enables. */
  readonly hasTraining = computed(() => this.isInTraining() || this.#state.may('case.scan') || this.#state.may('training.read'));

  toggle(): void {
    this.isUnreachable.set(false);
    this.hasNotMoved.set(false);
    this.isOpen.update((open) => !open);
  }

  close(isFocusKept: boolean): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    if (isFocusKept) this.button().nativeElement.focus();
  }

  closeFromOutside(event: Event): void {
    if (!this.#host.contains(event.target as Node)) this.close(false);
  }

  showGuide(): void {
    this.close(true);
    this.#guide.open();
  }

  /** The other desk begins with a page of its own: nothing of this one's is carried along. */
  async moveTo({ id }: DeskName): Promise<void> {
    const hasMoved = await this.#move.to(id);
    this.hasNotMoved.set(!hasMoved);
    if (hasMoved) this.#document.defaultView?.location.assign('/');
  }

  showOwnAccess(): void {
    this.close(true);
    void this.#router.navigateByUrl(OWN_ACCESS);
  }

  lock(): void {
    this.close(false);
    this.#lock.lock();
  }

  changeStation(): void {
    this.close(true);
    this.#layers.open(StationCodeLayer, { labelledBy: 'station-code-title', focus: '#station-code' });
  }

  async signOut(): Promise<void> {
    if ((await this.#signIn.signOut()) === 'unreachable') {
      this.isUnreachable.set(true);
      return;
    }
    this.#desk.forget();
    // Whoever uses this computer next finds no session of theirs at the provider.
    if (this.#singleSignOn.takeFarewell()) this.#host.ownerDocument.defaultView?.location.assign('/api/single-sign-on/end');
    else await this.#router.navigateByUrl('/accesso');
  }
}
