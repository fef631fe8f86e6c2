// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { PaperScan } from '../paper-scan';

/** What is wrong with a scan, or with the last act: the first button repairs it. */
@Component({
  selector: 'app-scan-notice',
  imports: [TranslocoPipe, TroubleNotice],
  templateUrl: './scan-notice.html',
  styles: ':host:empty { display: none; }',
})
export class ScanNotice {
  readonly #cases = inject(CaseStore);
  readonly #scan = inject(PaperScan);

  readonly case = input.required<CaseView>();
  /** The operator goes back to the field, or to the scanner. */
  readonly retried = output();
  /** A colleague has to sign before the scan counts. */
  readonly tutorAsked = output();

  readonly trouble = computed(() =>
    this.#scan.isNotUnderstood() ? ({ kind: 'refused', problem: { code: 'scan-not-understood' } } as const) : this.#cases.trouble(),
  );
  readonly #code = computed(() => {
    const trouble = this.trouble();
    return trouble?.kind === 'refused' ? trouble.problem.code : null;
  });
  readonly isWrongSheet = computed(() => this.#code() === 'wrong-sheet');
  readonly isTutorMissing = computed(() => this.#code() === 'tutor-needed' || this.#code() === 'tutors-own-card');
  readonly sheet = computed(() => this.case().sheet?.controlNumber ?? '');
  readonly canVoid = computed(() => this.case().acts.includes('void-envelope'));

  retry(): void {
    this.#scan.dismiss();
    this.retried.emit();
  }

  sheetMissing(): void {
    void this.#cases.voidEnvelope('sheet-missing');
  }
}
