// SPDX-License-Identifier: AGPL-3.0-or-later
import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TrainingStore } from '../../data/training/training-store';
import { focusMover } from '../focus/focus';
import { LayerFrame } from '../layer/layer-frame';
import { SignatureFields } from './signature-fields';
import { signWords } from './sign-words';

/** *Firma qui il tutor*: a colleague stands beside, and says so with their own name and password. Closes with whether they did. */
@Component({
  selector: 'app-tutor-layer',
  imports: [TranslocoPipe, LayerFrame, SignatureFields],
  template: `
    <app-layer-frame titleId="tutor-title" [heading]="'training.tutor.heading' | transloco">
      <p>{{ 'training.tutor.text' | transloco }}</p>
      <app-signature-fields signer="tutor" [(username)]="username" [(password)]="password" [troubleKey]="troubleKey()" (entered)="sign()" />
      <button type="button" class="button primary ready" [attr.aria-disabled]="isBusy()" (click)="sign()">{{ 'training.tutor.sign' | transloco }}</button>
    </app-layer-frame>
  `,
  styles: `
    .button {
      margin-top: 1rem;
    }
  `,
})
export class TutorLayer {
  readonly #layer = inject<DialogRef<boolean>>(DialogRef);
  readonly #store = inject(TrainingStore);
  readonly #focus = focusMover();

  readonly username = signal('');
  readonly password = signal('');
  readonly troubleKey = signal<string | null>(null);
  readonly isBusy = this.#store.isBusy;

  async sign(): Promise<void> {
    const [username, password] = [this.username().trim(), this.password()];
    if (username === '' || password === '') {
      this.troubleKey.set('training.troubles.incomplete');
      this.#focus(username === '' ? '#signature-username' : '#signature-password');
      return;
    }
    const answer = await this.#store.signTutor(username, password);
    if (answer === undefined) return;
    this.password.set('');
    if (answer.kind === 'done') {
      this.#layer.close(true);
      return;
    }
    this.troubleKey.set(signWords(answer));
    this.#focus('#signature-password');
  }
}
