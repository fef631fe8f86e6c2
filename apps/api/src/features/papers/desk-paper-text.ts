// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskPaperRequest, PaperText } from '@sportello/contracts';
import { type Outcome, accept, assertNever, refuse } from '@sportello/domain';
import { counterOf } from '../../platform/access/caller';
import { ReaderRepository } from '../../platform/activation/reader.repository';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { leafletText } from '../../platform/paper/leaflet-text';
import type { Refusal } from '../../platform/problems/refusal';

type LeafletRequest = Extract<DeskPaperRequest, { readonly paper: 'leaflet' }>;

/** What a paper tells that is no case's. */
export async function deskPaperText(transaction: Transaction, act: Act, request: DeskPaperRequest): Promise<Outcome<PaperText, Refusal>> {
  switch (request.paper) {
    case 'leaflet': {
      const cardType = await cardTypeOf(transaction, act, request);
      return cardType.ok ? accept(leafletText(cardType.value)) : cardType;
    }
    case 'what-to-bring':
      return accept({ paper: 'what-to-bring', kind: request.kind, purpose: request.purpose });
    case 'return-slip':
      return accept({ paper: 'return-slip', reason: request.reason, caseNumber: null, issuedAt: transaction.now.toISOString() });
    case 'delegation':
      return accept({ paper: 'delegation', formNumber: null, holder: null, delegate: null });
    default:
      return assertNever(request);
  }
}

/** Of the card that the page saw in a reader; it may be one that was not recognised, and a card that left is no card. */
async function cardTypeOf(transaction: Transaction, { caller }: Act, { insertionId, cardType }: LeafletRequest): Promise<Outcome<string | null, Refusal>> {
  if (insertionId === undefined) return accept(cardType ?? null);
  const stay = await transaction.repository(ReaderRepository).stayAt(counterOf(caller), insertionId, transaction.now);
  if (!stay || stay.state === 'removed') return refuse({ kind: 'card-removed' });
  return accept(stay.facts?.cardType ?? stay.cardType);
}
