// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeskLink } from '../../data/link/desk-link';
import { LinkState } from '../../data/link/link-state';
import { Clock } from '../../data/time/clock';
import { Shape } from '../../ui/shape/shape';

const BACK_FOR_MS = 4_000;

/** Says for how long the link to the server has been lost, and for four seconds that it is back. */
@Component({
  selector: 'app-link-strip',
  imports: [TranslocoPipe, Shape],
  templateUrl: './link-strip.html',
  styleUrl: './link-strip.scss',
})
export class LinkStrip {
  readonly #link = inject(DeskLink);
  readonly #status = inject(LinkState).status;
  readonly #clock = inject(Clock);
  #wasLost = false;

  readonly isBack = signal(false);
  readonly isLost = computed(() => this.#status().kind === 'lost');
  readonly seconds = computed(() => {
    const status = this.#status();
    return status.kind === 'lost' ? Math.max(0, Math.round((this.#clock.now() - status.since) / 1_000)) : 0;
  });

  constructor() {
    effect((onCleanup) => {
      const { kind } = this.#status();
      this.isBack.set(kind === 'open' && this.#wasLost);
      this.#wasLost = kind === 'lost' || (this.#wasLost && kind === 'opening');
      if (!this.isBack()) return;
      const timer = setTimeout(() => this.isBack.set(false), BACK_FOR_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  retry(): void {
    this.#link.retryNow();
  }
}
