// SPDX-License-Identifier: AGPL-3.0-or-later
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { effect, inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Wording } from '../words/wording';

/** Tells a screen reader what changed without the operator's doing. */
@Service()
export class Announcer {
  readonly #live = inject(LiveAnnouncer);
  readonly #transloco = inject(TranslocoService);

  say(said: Wording): void {
    void this.#live.announce(this.#transloco.translate(said.key, said.params ?? {}), 'polite');
  }
}

/** Says what `said` gives, each time that it changes, for as long as the calling component lives. */
export function announceChanges(said: () => Wording | null): void {
  const announcer = inject(Announcer);
  let last = '';
  effect(() => {
    const next = said();
    const text = next ? JSON.stringify(next) : '';
    if (next && text !== last) announcer.say(next);
    last = text;
  });
}
