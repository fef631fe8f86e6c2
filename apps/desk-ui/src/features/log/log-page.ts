// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogName } from '@sportello/contracts';
import { LogRowsStore } from '../../data/log/log-rows-store';
import { LogStateStore } from '../../data/log/log-state-store';
import { SessionState } from '../../data/session/session-state';
import { Loading } from '../../ui/loading/loading';
import { takeScans } from '../../ui/scanner/scanner';
import { LogChoiceForm } from './log-choice-form';
import { LogDraft } from './log-draft';
import { LogExportForm } from './log-export-form';
import { LogStateLine } from './log-state-line';
import { LogTable, type PickedRow } from './log-table';

const LOGS: readonly LogName[] = ['acts', 'access'];

/** *Registro*: what was done and looked at, that it is sealed, and how it is taken away. Each question is a row itself, so it is asked by hand and not by itself. */
@Component({
  selector: 'app-log-page',
  imports: [TranslocoPipe, Loading, LogChoiceForm, LogExportForm, LogStateLine, LogTable],
  templateUrl: './log-page.html',
  styleUrl: './log-page.scss',
  // Its own: what it shows leaves with the page.
  providers: [LogRowsStore, LogStateStore],
})
export class LogPage {
  readonly #rows = inject(LogRowsStore);
  readonly #state = inject(LogStateStore);
  readonly #session = inject(SessionState);
  readonly #document = inject(DOCUMENT);

  readonly draft = new LogDraft();
  readonly logs = LOGS;
  readonly view = this.#state.view;
  readonly names = this.#state.names;
  readonly rows = this.#rows.rows;
  readonly choice = this.#rows.choice;
  readonly hasMore = this.#rows.hasMore;
  readonly isBusy = this.#rows.isBusy;
  readonly hasFailed = computed(() => this.#rows.hasFailed() || (this.view() === null && this.#state.hasFailed()));
  readonly mayExport = computed(() => this.#session.may('audit.export'));
  readonly state = computed(() => this.view()?.logs.find(({ log }) => log === this.draft.log()) ?? null);

  constructor() {
    // A scan means nothing here, and must not become a day or a block.
    takeScans(() => undefined);
    this.ask();
  }

  ask(): void {
    void this.#state.refresh();
    void this.#rows.ask(this.draft.choice());
  }

  more(): void {
    void this.#rows.more();
  }

  show(log: LogName): void {
    if (log === this.draft.log()) return;
    this.draft.log.set(log);
    this.draft.clear();
    this.ask();
  }

  /** All about what a row tells of, whatever was chosen before. */
  pick({ row, what }: PickedRow): void {
    this.draft.clear();
    if (what === 'case') this.draft.case.set(row.case);
    else if (what === 'subject') this.draft.subject.set(row.subject);
    else this.draft.write({ operatorId: row.operator?.id ?? '' });
    this.ask();
    this.#document.getElementById('log-rows-title')?.focus();
  }
}
