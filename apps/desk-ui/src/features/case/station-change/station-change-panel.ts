// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';
import { shortClockTime } from '../../../data/time/desk-time';
import { Layers } from '../../../ui/layer/layers';
import { State } from '../../../ui/shape/state';
import { approvalMac } from './approval-mac';
import { StationChangeLayer } from './station-change-layer';
import type { StationChangeAnswer, StationChangeData } from './station-change-layer';

/** The codes are at a station that is gone: one person asks that this one finish the card, a second one confirms. Empty where that is not what the case needs. */
@Component({
  selector: 'app-station-change-panel',
  imports: [TranslocoPipe, State],
  templateUrl: './station-change-panel.html',
  styleUrl: './station-change-panel.scss',
})
export class StationChangePanel {
  readonly #cases = inject(CaseStore);
  readonly #layers = inject(Layers);

  readonly case = input.required<CaseView>();
  readonly isBusy = this.#cases.isBusy;
  readonly asked = computed(() => this.case().stationChange);
  readonly until = computed(() => shortClockTime(this.asked()?.expiresAt ?? this.case().changedAt));
  readonly offer = computed(() => {
    const { acts } = this.case();
    return acts.includes('confirm-station-change') ? 'confirm' : acts.includes('ask-station-change') ? 'ask' : null;
  });

  open(): void {
    const data: StationChangeData = { number: this.case().number, asked: this.asked() };
    this.#layers.open<StationChangeAnswer>(StationChangeLayer, { data, labelledBy: 'station-change-title' }).closed.subscribe((answer) => {
      if (answer) void this.#approve(answer, data.asked !== null);
    });
  }

  /** The ticket is fetched when the code is there: it lives half an hour, and nothing is asked of the vault for a layer that was closed again. */
  async #approve({ code, reason }: StationChangeAnswer, isSecond: boolean): Promise<void> {
    const ticket = await this.#cases.stationChangeTicket();
    if (ticket?.kind !== 'done') return;
    const mac = await approvalMac(ticket.value, code);
    const { requestId } = ticket.value;
    await (isSecond ? this.#cases.confirmStationChange({ requestId, mac }) : this.#cases.askStationChange({ requestId, mac, reason }));
  }
}
