// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { Shape } from '../../../ui/shape/shape';
import { stopOf } from '../stopped-case';
import type { PhaseLine } from './write-progress';

/** Five segments and a list: shape, phase, one line of meaning, time. Words of the desk, never of the chip. */
@Component({
  selector: 'app-phase-list',
  imports: [TranslocoPipe, Shape],
  templateUrl: './phase-list.html',
  styleUrl: './phase-list.scss',
})
export class PhaseList {
  readonly case = input.required<CaseView>();
  readonly lines = input.required<readonly PhaseLine[]>();
  readonly seconds = input.required<number>();
  readonly haltedAt = input.required<string>();

  readonly isRunning = computed(() => this.case().state === 'writing');
  readonly isStopped = computed(() => stopOf(this.case()) !== null);
  readonly reached = computed(() => Math.min(this.case().phases.length + 1, this.lines().length));
  readonly params = computed(() => ({ sheet: this.case().sheet?.controlNumber ?? '', number: this.case().number }));
}
