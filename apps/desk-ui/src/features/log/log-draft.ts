// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { LogName, LogRowView } from '@sportello/contracts';
import { parseItalianDate } from '@sportello/domain';
import type { LogChoice } from '../../data/log/log-rows-store';

/** What the form holds, as it was typed and chosen; empty: anything. */
export interface LogTexts {
  readonly from: string;
  readonly to: string;
  readonly act: string;
  readonly outcome: string;
  readonly operatorId: string;
  readonly deskId: string;
  readonly stationId: string;
}

const NOTHING: LogTexts = { from: '', to: '', act: '', outcome: '', operatorId: '', deskId: '', stationId: '' };

/** Where the form cannot be understood, by its field. */
export interface WrongDay {
  readonly field: 'from' | 'to';
  /** Key of the catalogue. */
  readonly words: string;
}

/** By what the rows of the log are to be chosen: the form, and a case or another thing that was taken from a row. */
export class LogDraft {
  readonly log = signal<LogName>('acts');
  readonly texts = signal<LogTexts>(NOTHING);
  readonly case = signal<LogRowView['case']>(null);
  readonly subject = signal<LogRowView['subject']>(null);

  readonly wrong = computed<WrongDay | null>(() => {
    const { from, to } = this.texts();
    if (isNoDay(from)) return { field: 'from', words: 'log.filter.wrongDate' };
    if (isNoDay(to)) return { field: 'to', words: 'log.filter.wrongDate' };
    const [first, last] = [dayOf(from), dayOf(to)];
    return first !== undefined && last !== undefined && first > last ? { field: 'to', words: 'log.filter.wrongOrder' } : null;
  });

  readonly isEmpty = computed(() => this.case() === null && this.subject() === null && Object.values(this.texts()).every((text) => text === ''));

  write(changes: Partial<LogTexts>): void {
    this.texts.update((texts) => ({ ...texts, ...changes }));
  }

  clear(): void {
    this.texts.set(NOTHING);
    this.case.set(null);
    this.subject.set(null);
  }

  choice(): LogChoice {
    const { from, to, ...chosen } = this.texts();
    const { case: aCase, subject } = { case: this.case(), subject: this.subject() };
    const asked = { from: dayOf(from), to: dayOf(to), ...chosen, caseId: aCase?.id, subjectKind: subject?.kind, subjectId: subject?.id };
    return { log: this.log(), ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')) };
  }
}

function dayOf(text: string): string | undefined {
  const date = parseItalianDate(text.trim());
  return date.ok ? date.value : undefined;
}

function isNoDay(text: string): boolean {
  return text.trim() !== '' && dayOf(text) === undefined;
}
