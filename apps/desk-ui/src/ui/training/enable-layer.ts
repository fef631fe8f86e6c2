// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TraineeView } from '@sportello/contracts';
import { drillsMissing, isReasonTold } from '@sportello/domain';
import type { TraineeStore } from '../../data/training/trainee-store';
import { focusMover } from '../focus/focus';
import { LayerFrame } from '../layer/layer-frame';
import { Shape } from '../shape/shape';
import { SignatureFields } from './signature-fields';
import { signWords } from './sign-words';

export interface ToEnable {
  readonly trainee: TraineeView;
  readonly store: TraineeStore;
}

/** *Abilita*: one supervisor, when all drills are done; else two people, and why. */
@Component({
  selector: 'app-enable-layer',
  imports: [TranslocoPipe, LayerFrame, Shape, SignatureFields],
  templateUrl: './enable-layer.html',
  styles: `
    .field,
    .button {
      margin-top: 1rem;
    }
    ul {
      margin-top: 0.5rem;
      padding-left: 1.25rem;
      list-style: disc;
    }
  `,
})
export class EnableLayer {
  readonly #layer = inject<DialogRef>(DialogRef);
  readonly #focus = focusMover();
  readonly #given = inject<ToEnable>(DIALOG_DATA);

  readonly trainee = this.#given.trainee;
  readonly missing = drillsMissing(this.trainee.drills.flatMap(({ drill, doneAt }) => (doneAt === null ? [] : [drill])));
  readonly isByTwo = this.missing.length > 0;
  readonly username = signal('');
  readonly password = signal('');
  readonly reason = signal('');
  readonly isReasonMissing = signal(false);
  readonly troubleKey = signal<string | null>(null);
  readonly isBusy = this.#given.store.isBusy;

  async enable(): Promise<void> {
    const [username, password, reason] = [this.username().trim(), this.password(), this.reason().trim()];
    this.isReasonMissing.set(this.isByTwo && !isReasonTold(reason));
    const isUnsigned = this.isByTwo && (username === '' || password === '');
    this.troubleKey.set(isUnsigned ? 'training.troubles.incomplete' : null);
    if (this.isReasonMissing() || isUnsigned) {
      this.#focus(this.isReasonMissing() ? '#enable-reason' : username === '' ? '#signature-username' : '#signature-password');
      return;
    }
    const answer = await this.#given.store.enable(this.isByTwo ? reason : null, this.isByTwo ? { username, password } : null);
    if (answer === undefined) return;
    this.password.set('');
    if (answer.kind === 'done') {
      this.#layer.close();
      return;
    }
    this.troubleKey.set(signWords(answer));
    if (this.isByTwo) this.#focus('#signature-password');
  }
}
