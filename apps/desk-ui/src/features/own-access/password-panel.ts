// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccessStore } from '../../data/session/own-access-store';
import { toldTrouble } from '../../ui/notice/told-trouble';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { SayPipe } from '../../ui/words/say.pipe';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';

/** The old password, and the new one that is judged by the API. */
@Component({
  selector: 'app-password-panel',
  imports: [TranslocoPipe, SayPipe, Shape, State],
  templateUrl: './password-panel.html',
  styleUrl: './own-access-panel.scss',
})
export class PasswordPanel {
  readonly #store = inject(OwnAccessStore);

  readonly isBusy = this.#store.isBusy;
  readonly password = signal('');
  readonly newPassword = signal('');
  readonly isDone = signal(false);
  readonly isOldWrong = signal(false);
  readonly trouble = signal<Wording | null>(null);

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.#tell(null);
    if (this.password() === '' || this.newPassword() === '') {
      this.#tell(wording('ownAccess.password.missing'));
      return;
    }
    const answer = await this.#store.changePassword({ password: this.password(), newPassword: this.newPassword() });
    if (answer.kind === 'done') {
      this.password.set('');
      this.newPassword.set('');
      this.isDone.set(true);
      return;
    }
    const isOldWrong = answer.kind === 'refused' && answer.problem.code === 'sign-in-failed';
    this.#tell(isOldWrong ? wording('ownAccess.password.oldWrong') : toldTrouble(answer).text, isOldWrong);
  }

  #tell(trouble: Wording | null, isOldWrong = false): void {
    this.trouble.set(trouble);
    this.isOldWrong.set(isOldWrong);
    this.isDone.set(false);
  }
}
