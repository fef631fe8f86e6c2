// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogStateView } from '@sportello/contracts';
import type { LogChoice } from '../../data/log/log-rows-store';
import { saveFile } from '../../ui/download/save-file';
import { Shape } from '../../ui/shape/shape';

/** Takes a log away, whole or some of its blocks, and says how it is verified without the server. */
@Component({
  selector: 'app-log-export-form',
  imports: [TranslocoPipe, Shape],
  templateUrl: './log-export-form.html',
  styleUrl: './log-export-form.scss',
})
export class LogExportForm {
  readonly #document = inject(DOCUMENT);

  readonly state = input.required<LogStateView['logs'][number]>();
  /** Of the rows that are shown: the table has their days. */
  readonly choice = input.required<LogChoice>();

  readonly ends = ['from', 'to'] as const;
  readonly texts = signal({ from: '', to: '' });
  readonly isWrong = signal(false);
  readonly csv = computed(() => `/api/audit/access.csv${queryOf({ from: this.choice().from ?? '', to: this.choice().to ?? '' })}`);

  write(end: 'from' | 'to', text: string): void {
    this.texts.update((texts) => ({ ...texts, [end]: text.trim() }));
    this.isWrong.set(false);
  }

  download(event: Event): void {
    event.preventDefault();
    const { from, to } = this.texts();
    const areNumbers = [from, to].every((text) => text === '' || /^[1-9]\d{0,14}$/.test(text));
    this.isWrong.set(!areNumbers || (from !== '' && to !== '' && Number(from) > Number(to)));
    if (this.isWrong()) this.#document.getElementById('log-block-from')?.focus();
    else saveFile(this.#document, `/api/audit/export${queryOf({ log: this.state().log, from, to })}`);
  }
}

function queryOf(parameters: Readonly<Record<string, string>>): string {
  const said = Object.entries(parameters).filter(([, value]) => value !== '');
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}
