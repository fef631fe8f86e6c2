// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { ToldProofMessage } from '@sportello/contracts';
import { parseItalianDate } from '@sportello/domain';
import { ToldMoment } from '../moment/told-moment';

export type ProofKind = Extract<ToldProofMessage['kind'], 'self-declaration' | 'report'>;

export const PROOF_KINDS: readonly ProofKind[] = ['self-declaration', 'report'];

export type ProofGap = 'happened' | 'report-office' | 'report-day';

const LEAST_OFFICE = 2;

/** When a theft or a loss was noticed, and what shows it: the caller's own word, which is recorded as spoken, or a report. */
export class ProofForm {
  readonly happened = new ToldMoment();
  readonly kind = signal<ProofKind>('self-declaration');
  readonly office = signal('');
  readonly reportedOn = signal('');
  readonly number = signal('');

  readonly isOfficeWrong = computed(() => this.office().trim().length < LEAST_OFFICE);
  readonly isReportDayWrong = computed(() => !parseItalianDate(this.reportedOn()).ok);

  gaps(now: number): readonly ProofGap[] {
    const isHappenedTold = this.happened.instant() !== undefined && !this.happened.isLaterThan(now);
    const isReport = this.kind() === 'report';
    return [...(isHappenedTold ? [] : (['happened'] as const)), ...(isReport && this.isOfficeWrong() ? (['report-office'] as const) : []), ...(isReport && this.isReportDayWrong() ? (['report-day'] as const) : [])];
  }

  /** Once there are no gaps. */
  message(): ToldProofMessage | null {
    if (this.kind() === 'self-declaration') return { kind: 'self-declaration', isSigned: false };
    const reportedOn = parseItalianDate(this.reportedOn());
    const number = this.number().trim();
    return reportedOn.ok ? { kind: 'report', office: this.office().trim(), reportedOn: reportedOn.value, number: number === '' ? null : number } : null;
  }
}
