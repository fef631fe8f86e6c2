// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuthenticatorAppOffer, OwnAccessView } from '@sportello/contracts';
import { OwnAccessStore } from '../../data/session/own-access-store';
import { writtenDay } from '../../data/time/desk-time';
import { focusMover } from '../../ui/focus/focus';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { withProof } from './with-proof';

/** The authenticator app: it reads a square or types a secret, and is one's own once it shows a code of it. */
@Component({
  selector: 'app-app-panel',
  imports: [TranslocoPipe, Shape, State],
  templateUrl: './app-panel.html',
  styleUrl: './own-access-panel.scss',
})
export class AppPanel {
  readonly #store = inject(OwnAccessStore);
  readonly #withProof = withProof();
  readonly #focus = focusMover();

  readonly access = input.required<OwnAccessView>();
  readonly isBusy = this.#store.isBusy;
  /** Shown once; it leaves with the panel. */
  readonly offer = signal<AuthenticatorAppOffer | null>(null);
  readonly code = signal('');
  readonly isCodeMissing = signal(false);
  readonly isLeaving = signal(false);

  day(instant: string): string {
    return writtenDay(Date.parse(instant));
  }

  async begin(): Promise<void> {
    if (this.isBusy()) return;
    this.offer.set(await this.#withProof(() => this.#store.offerApp()));
    this.#focus('#app-code');
  }

  async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isCodeMissing.set(this.code().trim() === '');
    if (this.isCodeMissing()) return;
    if (!(await this.#withProof(() => this.#store.confirmApp(this.code().trim())))) return;
    this.callOff();
  }

  callOff(): void {
    this.offer.set(null);
    this.code.set('');
    this.isCodeMissing.set(false);
  }

  async remove(): Promise<void> {
    if (this.isBusy()) return;
    this.isLeaving.update((isLeaving) => !isLeaving);
    if (!this.isLeaving()) await this.#withProof(() => this.#store.removeApp());
  }
}
