// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskPaperRequest } from '@sportello/contracts';
import { RETURN_REASONS } from '@sportello/domain';

type SlipRequest = Omit<Extract<DeskPaperRequest, { readonly paper: 'return-slip' }>, 'language'>;

/** The slip for whoever is sent home by a refusal; null where nobody is. It names nobody, and so is no case's. */
export function slipFor(code: string): SlipRequest | null {
  const reason = RETURN_REASONS.find((each) => each === code);
  return reason === undefined ? null : { paper: 'return-slip', reason };
}
