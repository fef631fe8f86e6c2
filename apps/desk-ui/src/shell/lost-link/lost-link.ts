// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeskStore } from '../../data/desk/desk-store';
import { LinkState } from '../../data/link/link-state';
import { SessionState } from '../../data/session/session-state';
import { Clock } from '../../data/time/clock';
import { shortClockTime } from '../../data/time/desk-time';
import { announceChanges } from '../../ui/announcer/announcer';
import { Layers } from '../../ui/layer/layers';
import { Shape } from '../../ui/shape/shape';
import { SayPipe } from '../../ui/words/say.pipe';
import { wording } from '../../ui/words/wording';
import { caseMeanwhile } from './case-meanwhile';
import { ReturnSlipLayer } from '../../ui/return-slip/return-slip-layer';
import type { ReturnSlip } from '../../ui/return-slip/return-slip-layer';

/** A link that is back within this time has kept nobody waiting. */
const SHOWN_AFTER_MS = 5_000;

/** While the server does not answer: which cards are safe, what to tell the queue, and the slip to come back with. All from what the page knew last; nothing is fetched. */
@Component({
  selector: 'app-lost-link',
  imports: [TranslocoPipe, SayPipe, Shape],
  templateUrl: './lost-link.html',
  styleUrl: './lost-link.scss',
})
export class LostLink {
  readonly #link = inject(LinkState).status;
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);
  readonly #session = inject(SessionState).session;
  readonly #layers = inject(Layers);

  readonly isShown = computed(() => {
    const link = this.#link();
    return link.kind === 'lost' && this.#clock.now() - link.since >= SHOWN_AFTER_MS;
  });
  readonly known = computed(() => (this.isShown() ? this.#desk.desk() : null));
  readonly asOf = computed(() => shortClockTime(this.known()?.at ?? 0));
  readonly cases = computed(() => (this.known()?.openCases ?? []).map((line) => ({ ...line, ...caseMeanwhile(line) })));

  constructor() {
    announceChanges(() => (this.known() ? wording('announce.lostLink') : null));
  }

  giveSlip(caseNumber: number | null): void {
    const desk = this.#session()?.desk;
    if (!desk) return;
    const data: ReturnSlip = { desk: `${desk.place} · ${desk.name}`, at: this.#clock.now() + this.#desk.clockLead(), caseNumber };
    this.#layers.open(ReturnSlipLayer, { data, labelledBy: 'return-slip-title', isWide: true });
  }
}
