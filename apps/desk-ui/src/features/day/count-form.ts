// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DayView } from '@sportello/contracts';
import { rangeText } from '../../ui/matters/ranges';
import { envelopesOf } from './count-draft';
import type { CountDraft } from './count-draft';

/** A look at the trays; in a whole count also at the cupboard and the safe. The books' own numbers of a tray are not shown beside its fields: whoever copies has not looked. */
@Component({
  selector: 'app-count-form',
  imports: [TranslocoPipe],
  templateUrl: './count-form.html',
  styleUrl: './count-form.scss',
})
export class CountForm {
  readonly day = input.required<DayView>();
  readonly isWhole = input.required<boolean>();
  readonly draft = model.required<CountDraft>();
  readonly envelopes = computed(() => envelopesOf(this.day()).map(({ first }) => first));
  readonly rangeText = rangeText;

  tray(stationId: string): CountDraft['trays'][string] {
    return this.draft().trays[stationId] ?? { first: '', last: '', isEmpty: false };
  }

  write(stationId: string, changes: Partial<CountDraft['trays'][string]>): void {
    const draft = this.draft();
    this.draft.set({ ...draft, trays: { ...draft.trays, [stationId]: { ...this.tray(stationId), ...changes } } });
  }

  writeExtra(extra: string): void {
    this.draft.set({ ...this.draft(), extra });
  }

  isSeen(text: string): boolean {
    return this.draft().seen.includes(text);
  }

  tick(text: string, isSeen: boolean): void {
    const draft = this.draft();
    this.draft.set({ ...draft, seen: isSeen ? [...draft.seen, text] : draft.seen.filter((other) => other !== text) });
  }
}
