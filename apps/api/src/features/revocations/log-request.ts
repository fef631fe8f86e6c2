// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type CardRules,
  type Outcome,
  type RevocationNeeds,
  accept,
  effectsToRead,
  isDecisionNeeded,
  judgeCertificateAct,
  judgeReadBack,
  judgeRevocationProof,
  localDateAt,
  refuse,
} from '@sportello/domain';
import type { RequesterAtDesk, RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Doer } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CardToRevoke } from '../../platform/revocation/card-to-revoke.repository';
import { certificateOf } from '../../platform/revocation/known-certificate';
import type { NewRequestRow } from '../../platform/revocation/new-request.repository';
import { type AskedRequest, groundOf, keepRequest, newRequest } from '../../platform/revocation/new-request';
import { unlessAsked } from './unless-asked';

/** A request whose asker was judged: what it says, and what it is about. */
export interface RequestToLog extends AskedRequest {
  readonly needs: Pick<RevocationNeeds, 'proof' | 'approval' | 'isBreach'>;
  readonly card: CardToRevoke;
  readonly atDesk?: RequesterAtDesk;
  readonly caseId?: string;
}

/** Recorded, and let go at once unless a supervisor has to decide: there is never another on its way for the certificate, and who comes second is told the number of the first. */
export async function logRequest(transaction: Transaction, doer: Doer, asked: RequestToLog, rules: CardRules): Promise<Outcome<RevocationRequestRow, Refusal>> {
  const { act, reason, way, needs, card } = asked;
  const isToDecide = isDecisionNeeded('identified', needs.approval);
  const certificate = certificateOf(card);
  // Before what became of the card is looked at: an earlier request may have ended it, and whoever asked sends again.
  const free = certificate && (await unlessAsked(transaction, certificate, isToDecide));
  if (free?.ok === false) return free;
  const possible = judgeCertificateAct(act, way, card.state, rules);
  if (!possible.ok) return possible;
  const confirmed = asked.confirmedEffects === null ? accept('confirmed') : judgeReadBack(effectsToRead(act, reason, card.hasOthers), asked.confirmedEffects);
  if (!confirmed.ok) return confirmed;
  const shown = judgeRevocationProof(act === 'reactivation' ? null : needs.proof, groundOf(asked), way, transaction.now);
  if (!shown.ok) return shown;
  if (certificate === undefined) return refuse({ kind: 'certificate-not-known' });
  if (certificate.certificateExpiresOn < localDateAt(transaction.now)) return refuse({ kind: 'certificate-expired', expiredOn: certificate.certificateExpiresOn });

  const row: NewRequestRow = {
    ...newRequest(transaction, asked, needs.approval),
    ...certificate,
    standing: 'identified',
    state: isToDecide ? 'logged' : 'verified',
    idCarta: card.idCarta,
    initials: card.initials,
    atDesk: asked.atDesk ?? null,
    caseId: asked.caseId ?? null,
    isBreach: needs.isBreach,
    verifiedAt: isToDecide ? null : transaction.now,
  };
  return accept(await keepRequest(transaction, doer, row));
}
