// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RecordRevocationRequest } from '@sportello/contracts';
import { type CaseKind, type Outcome, type RevocationAsking, type RevocationNeeds, ageOn, judgeRevocationAsking, localDateAt } from '@sportello/domain';
import type { RequesterAtDesk } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CardToRevoke } from '../../platform/revocation/card-to-revoke.repository';

/** One way in which somebody says who they are, as the request tells it. */
export type Told<By extends RecordRevocationRequest['identified']['by']> = Extract<RecordRevocationRequest['identified'], { readonly by: By }>;

/** Who asks was recognised: for which card, on what grounds. */
export interface Requester {
  readonly card: CardToRevoke;
  readonly needs: RevocationNeeds;
  readonly atDesk?: RequesterAtDesk;
  readonly callId?: string;
  readonly isOutOfHours: boolean;
}

export interface Asked {
  readonly transaction: Transaction;
  readonly act: Act;
  readonly request: RecordRevocationRequest;
}

/** What it takes that these people ask this so, of this card. */
export function askingOf(
  { now }: Transaction,
  card: CardToRevoke,
  asking: Pick<RevocationAsking, 'asker' | 'way' | 'reason' | 'deskKind'> & { readonly caseKind: CaseKind | null },
): Outcome<RevocationNeeds, Refusal> {
  const holderAge = card.holder && ageOn(card.holder.birthDate, localDateAt(now));
  return judgeRevocationAsking({ ...asking, holderAge, mode: card.mode });
}
