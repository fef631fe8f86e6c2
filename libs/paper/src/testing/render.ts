// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PaperData } from '../papers/paper-data';
import type { PaperOrder } from '../papers/render-paper';
import { renderPaper } from '../papers/render-paper';
import { HEAD } from './sample-data';

/** A paper of the sample desk, in Italian unless wished otherwise. */
export function rendered(text: PaperData, wish: Partial<Omit<PaperOrder, 'text'>> = {}): Promise<Buffer> {
  return renderPaper({ language: 'it', head: HEAD, date: new Date('2026-11-24T09:43:00Z'), ...wish, text });
}
