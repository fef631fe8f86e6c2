// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnAccessView, PasskeyView } from '@sportello/contracts';
import { OwnAccessStore } from '../../data/session/own-access-store';
import { writtenDay } from '../../data/time/desk-time';
import { Shape } from '../../ui/shape/shape';
import { withProof } from './with-proof';

/** The passkeys of the person, each by the name that they gave it. */
@Component({
  selector: 'app-passkeys-panel',
  imports: [TranslocoPipe, Shape],
  templateUrl: './passkeys-panel.html',
  styleUrl: './own-access-panel.scss',
})
export class PasskeysPanel {
  readonly #store = inject(OwnAccessStore);
  readonly #withProof = withProof();

  readonly access = input.required<OwnAccessView>();
  readonly isBusy = this.#store.isBusy;
  readonly isSupported = this.#store.hasPasskeys;
  readonly name = signal('');
  readonly trouble = signal<'missing' | 'called-off' | null>(null);
  /** The one that is about to be removed. */
  readonly leaving = signal<string | null>(null);

  day(instant: string): string {
    return writtenDay(Date.parse(instant));
  }

  async add(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const name = this.name().trim();
    this.trouble.set(name === '' ? 'missing' : null);
    if (name === '') return;
    const outcome = await this.#withProof(() => this.#store.addPasskey(name));
    if (outcome === 'called-off') this.trouble.set('called-off');
    if (outcome === 'added') this.name.set('');
  }

  async remove({ id }: PasskeyView): Promise<void> {
    if (this.isBusy()) return;
    if (this.leaving() !== id) {
      this.leaving.set(id);
      return;
    }
    this.leaving.set(null);
    await this.#withProof(() => this.#store.removePasskey(id));
  }
}
