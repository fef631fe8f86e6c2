// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogStateView } from '@sportello/contracts';
import { ACT_FAMILIES, actsOf, AUDIT_OUTCOMES } from '@sportello/domain';
import { Shape } from '../../ui/shape/shape';
import type { LogDraft, LogTexts } from './log-draft';

/** By what rows are chosen: days, act, outcome, person, desk and station. Enter in any field shows them. */
@Component({
  selector: 'app-log-choice-form',
  imports: [TranslocoPipe, Shape],
  templateUrl: './log-choice-form.html',
  styleUrl: './log-choice-form.scss',
})
export class LogChoiceForm {
  readonly #document = inject(DOCUMENT);

  readonly draft = input.required<LogDraft>();
  readonly choices = input.required<Pick<LogStateView, 'desks' | 'stations' | 'people'>>();
  readonly isBusy = input(false);
  readonly asked = output();

  readonly days = ['from', 'to'] as const;
  readonly families = ACT_FAMILIES.map((family) => ({ family, acts: actsOf(family) }));
  readonly outcomes = AUDIT_OUTCOMES;
  readonly #wasAsked = signal(false);
  /** Judged when the rows are asked for, not while it is typed. */
  readonly wrong = computed(() => (this.#wasAsked() ? this.draft().wrong() : null));
  readonly stations = computed(() => {
    const { deskId } = this.draft().texts();
    return this.choices().stations.filter((station) => deskId === '' || station.deskId === deskId);
  });

  write(changes: Partial<LogTexts>): void {
    this.draft().write(changes);
  }

  writeDay(day: 'from' | 'to', text: string): void {
    this.write({ [day]: text });
  }

  ask(event: Event): void {
    event.preventDefault();
    this.#wasAsked.set(true);
    const wrong = this.draft().wrong();
    if (wrong) this.#document.getElementById(`log-${wrong.field}`)?.focus();
    else this.asked.emit();
  }

  drop(what: 'case' | 'subject'): void {
    this.draft()[what].set(null);
    this.asked.emit();
  }

  clear(): void {
    this.#wasAsked.set(false);
    this.draft().clear();
    this.asked.emit();
  }
}
