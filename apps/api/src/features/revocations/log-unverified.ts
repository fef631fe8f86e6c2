// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardRules, type Outcome, type ToldWithCip, REVOCATION_REASON_RULES, accept, effectsToRead, judgeReadBack, judgeRevocationProof, refuse } from '@sportello/domain';
import type { RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Doer } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CardToRevoke } from '../../platform/revocation/card-to-revoke.repository';
import { NO_CERTIFICATE, certificateOf } from '../../platform/revocation/known-certificate';
import type { NewRequestRow } from '../../platform/revocation/new-request.repository';
import { type AskedRequest, groundOf, keepRequest, newRequest } from '../../platform/revocation/new-request';

/** What somebody asks whom nobody recognised: no card has to be the right one, and whatever of it is known here is told to nobody. */
export interface UnverifiedToLog extends AskedRequest {
  readonly card: CardToRevoke | null;
  readonly told: ToldWithCip;
  readonly callBackAt: string | null;
}

/** Recorded for a supervisor to decide on: it takes no certificate's place, so that no stranger keeps a holder from theirs. */
export async function logUnverified(transaction: Transaction, doer: Doer, asked: UnverifiedToLog, rules: CardRules): Promise<Outcome<RevocationRequestRow, Refusal>> {
  const { act, reason, way, card } = asked;
  if (act !== 'revocation' && !rules.isSuspensionOn) return refuse({ kind: 'suspension-off' });
  if (act === 'reactivation') return refuse({ kind: 'reactivation-in-person' });
  const confirmed = judgeReadBack(effectsToRead(act, reason, false), asked.confirmedEffects ?? []);
  if (!confirmed.ok) return confirmed;
  const shown = judgeRevocationProof(REVOCATION_REASON_RULES[reason].proof, groundOf(asked), way, transaction.now);
  if (!shown.ok) return shown;
  const certificate = card && certificateOf(card);
  const row: NewRequestRow = {
    ...newRequest(transaction, asked, 'supervisor'),
    ...(certificate ?? NO_CERTIFICATE),
    standing: 'unverified',
    state: 'logged',
    idCarta: certificate ? card.idCarta : null,
    initials: '',
    told: asked.told,
    callBackAt: asked.callBackAt,
    verifiedAt: null,
  };
  return accept(await keepRequest(transaction, doer, row));
}
