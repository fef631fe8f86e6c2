// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { DecideRevocationRequest } from '@sportello/contracts';
import { type LocalDate, type Outcome, accept, judgeCertificateAct, judgeVerification, localDateAt, redactCips, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { isOwnCard } from '../../platform/activation/own-card';
import type { RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { advanceRevocation } from '../../platform/revocation/advance-revocation';
import { type CardToRevoke, CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { type KnownCertificate, certificateOf } from '../../platform/revocation/known-certificate';
import { putOut } from '../../platform/revocation/put-out';
import type { RevocationUseCase } from './revocation-acts';
import { toldPersonOf } from './told-person';
import { unlessAsked } from './unless-asked';

interface Verified {
  readonly card: CardToRevoke;
  readonly certificate: KnownCertificate;
}

/** A supervisor's word on a request that is not verified by itself: it goes out, or it ends. */
@Injectable()
export class DecideRevocation implements RevocationUseCase<DecideRevocationRequest> {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, row: RevocationRequestRow, request: DecideRevocationRequest): Promise<Outcome<RevocationRequestRow, Refusal>> {
    const { operator } = act.caller;
    const reason = redactCips(request.reason, this.settings.cipPattern).text;
    // The permission of the route is the supervisors' alone.
    const may = judgeVerification({ standing: row.standing, approval: row.approval, recordedBy: row.recordedBy }, { id: operator.id, isSupervisor: true });
    if (!may.ok) return may;
    const decided = { decidedBy: operator.id, decidedAt: transaction.now };
    if (request.decision === 'reject') return advanceRevocation(transaction, act, row, { to: 'rejected', cause: request.cause, reason, changes: decided });
    const found = await this.verified(transaction, act, row, request.idCarta ?? row.idCarta);
    if (!found.ok) return found;
    const { card, certificate } = found.value;
    const chosen = { idCarta: card.idCarta, initials: card.initials, ...certificate };
    const verified = await advanceRevocation(transaction, act, row, { to: 'verified', reason, changes: { ...decided, ...chosen } });
    if (verified.ok) await putOut(transaction, verified.value);
    return verified;
  }

  /** Time passed since it was recorded: the card is asked again, and whether another request went before. */
  private async verified(transaction: Transaction, act: Act, row: RevocationRequestRow, idCarta: string | null): Promise<Outcome<Verified, Refusal>> {
    if (idCarta === null) return refuse({ kind: 'certificate-not-known' });
    // Whoever was recognised asked for this card and for no other.
    if (row.standing === 'identified' && idCarta !== row.idCarta) return refuse({ kind: 'wrong-card' });
    const known = await transaction.repository(CardToRevokeRepository).of(idCarta);
    if (known.holder && isOwnCard(act.caller.operator.codiceFiscale, known.holder.codiceFiscale)) return refuse({ kind: 'own-card' });
    if (row.told && toldPersonOf(row.told, known.holder) === 'other') return refuse({ kind: 'wrong-card' });
    const certificate = certificateOf(known) ?? keptIn(row);
    if (!certificate) return refuse({ kind: 'certificate-not-known' });
    if (certificate.certificateExpiresOn < localDateAt(transaction.now)) return refuse({ kind: 'certificate-expired', expiredOn: certificate.certificateExpiresOn });
    const free = await unlessAsked(transaction, certificate, false);
    if (!free.ok) return free;
    const possible = judgeCertificateAct(row.act, row.way, known.state, this.settings.cardRules);
    return possible.ok ? accept({ card: { ...known, initials: known.initials === '' ? row.initials : known.initials }, certificate }) : possible;
  }
}

/** As the request was recorded: the card may have been read at the desk then. */
function keptIn({ standing, certificateIssuer, certificateSerial, certificateExpiresOn }: RevocationRequestRow): KnownCertificate | undefined {
  if (standing !== 'identified' || certificateIssuer === null || certificateSerial === null || certificateExpiresOn === null) return undefined;
  return { certificateIssuer, certificateSerial, certificateExpiresOn: certificateExpiresOn as LocalDate };
}
