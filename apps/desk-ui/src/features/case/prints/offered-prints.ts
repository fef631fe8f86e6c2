// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CasePaperRequest, CaseView } from '@sportello/contracts';
import { isOpenCase } from '@sportello/domain';

type Printable = Extract<CasePaperRequest['paper'], 'leaflet' | 'receipt' | 'delegation'>;

/** One paper of a case, by its button and as it is ordered. */
export interface OfferedPrint {
  readonly words: 'leaflet' | 'receipt-copy' | 'delegation';
  readonly request: { readonly paper: Printable };
}

const LEAFLET: OfferedPrint = { words: 'leaflet', request: { paper: 'leaflet' } };
const RECEIPT: OfferedPrint = { words: 'receipt-copy', request: { paper: 'receipt' } };
const DELEGATION: OfferedPrint = { words: 'delegation', request: { paper: 'delegation' } };

/** What can be printed for the citizen now: there is a receipt once a sheet is named, and a delegation while one may still be signed. */
export function printsOf({ kind, state, sheet, receiptNumber }: CaseView): readonly OfferedPrint[] {
  return [LEAFLET, ...(sheet !== null && receiptNumber !== null ? [RECEIPT] : []), ...(kind === 'health-delegate' && isOpenCase(state) ? [DELEGATION] : [])];
}
