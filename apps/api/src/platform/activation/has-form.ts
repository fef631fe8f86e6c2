// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CaseState, assertNever } from '@sportello/domain';

/** Whether a case in this state has a form to sign: it names the sheet, so from the printing on, and as long as a citizen may ask for it. */
export function hasForm(state: CaseState): boolean {
  switch (state) {
    case 'printing':
    case 'printed':
    case 'writing':
    case 'interrupted':
    case 'written':
    case 'undelivered':
    case 'delivered':
      return true;
    case 'recognised':
    case 'identified':
    case 'awaiting-approval':
    case 'authorised':
    case 'refused':
    case 'abandoned':
    case 'faulty':
    case 'lost':
      return false;
    default:
      return assertNever(state);
  }
}
