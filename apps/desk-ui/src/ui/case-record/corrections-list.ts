// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CorrectionView } from '@sportello/contracts';
import { writtenDate, writtenDay } from '../../data/time/desk-time';
import { isDateField } from './correction-draft';

/** What was corrected, in order: the value recorded at first stays beside the right one. */
@Component({
  selector: 'app-corrections-list',
  imports: [TranslocoPipe],
  templateUrl: './corrections-list.html',
  styles: `
    li {
      padding: 0.375rem 0;
      border-bottom: 1px solid var(--line-2);
    }
  `,
})
export class CorrectionsList {
  readonly corrections = input.required<readonly CorrectionView[]>();

  day(instant: string): string {
    return writtenDay(Date.parse(instant));
  }

  /** The key of a value's word, where it is not told as it is. */
  wordOf(field: CorrectionView['field'], value: string | null): string | null {
    if (value === null) return 'record.none';
    return field === 'document-type' ? `documentTypes.${value}` : null;
  }

  told(field: CorrectionView['field'], value: string | null): string {
    return isDateField(field) ? writtenDate(value ?? '') : (value ?? '');
  }
}
