// SPDX-License-Identifier: AGPL-3.0-or-later
import { DialogRef } from '@angular/cdk/dialog';
import { Component, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CaseStore } from '../../data/case/case-store';
import { SessionLock } from '../../data/session/session-lock';
import { SessionState } from '../../data/session/session-state';
import type { SignedIn } from '../../data/session/sign-in';
import { SignInForm } from '../../features/sign-in/sign-in-form';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { ProveForm } from '../../ui/prove-form/prove-form';
import { takeScans } from '../../ui/scanner/scanner';

/** Over a page that nobody may see now: its person comes back to it as it was, or another one begins with their own. */
@Component({
  selector: 'app-lock-layer',
  imports: [TranslocoPipe, LayerFrame, ProveForm, SignInForm],
  templateUrl: './lock-layer.html',
  styles: `
    p {
      margin-bottom: 1rem;
    }
    .other {
      margin-top: 1rem;
    }
  `,
})
export class LockLayer {
  readonly #layer = inject<DialogRef>(DialogRef);
  readonly #document = inject(DOCUMENT);
  readonly #lock = inject(SessionLock);

  readonly name = inject(SessionState).session()?.operator.displayName;
  readonly number = inject(CaseStore).case()?.number;
  readonly isAnother = signal(false);

  constructor() {
    // Whatever is scanned meanwhile is for nobody.
    takeScans(() => undefined);
    // Unlocked in another window: this one need not ask again.
    const look = (): void => void this.#look();
    const window = this.#document.defaultView;
    window?.addEventListener('focus', look);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('focus', look));
  }

  close(): void {
    this.#layer.close();
  }

  /** Nobody goes on with another operator's work: the page then begins anew, from the server's state. */
  goOn(who: SignedIn): void {
    if (who === 'signed-in') this.close();
    else this.#begin();
  }

  async #look(): Promise<void> {
    const found = await this.#lock.look();
    if (found === 'unlocked') this.close();
    if (found === 'other-operator') this.#begin();
  }

  #begin(): void {
    this.#document.defaultView?.location.reload();
  }
}
