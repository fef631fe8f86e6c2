// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PublicRevocationRequest, PublicUnverifiedRevocationRequest, RevocationReceipt } from '@sportello/contracts';
import { type Outcome, REVOCATION_REASON_RULES, accept, cipClaim, judgeRevocationProof, mayRecordUnverified, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { CheckCip, type CipFinding } from '../../platform/cip/check-cip';
import { CipMacs } from '../../platform/cip/cip-macs';
import { CipTriesRepository } from '../../platform/cip/cip-tries.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Doer } from '../../platform/idempotency/act';
import { Clock } from '../../platform/ports/clock';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { SourceThrottle } from '../../platform/throttle/source-throttle';
import { logRequest } from './log-request';
import { logUnverified } from './log-unverified';
import { groundOf } from '../../platform/revocation/new-request';
import { type PublicPart, judgeBeforeCip, publicAsking, toldOf } from './public-asking';
import { askingOf } from './requester';
import { receiptOf } from './revocation-receipt';

/** Whoever asks on the public page: known by nothing but where the request came from. */
export interface PublicCaller {
  readonly address: string;
  readonly browser: string;
  readonly requestId: string;
}

/** More than anybody sends by hand, and few enough that no flood reaches the slow comparison of CIPs. */
const LIMITS = { mostOfSource: 60, windowMs: 60_000, mostSources: 10_000 } as const;

/** *Richiedi la revoca*: the same use case as in a call, under the same limits, at any hour. */
@Injectable()
export class PublicRevocation {
  private readonly throttle = new SourceThrottle(LIMITS);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checkCip: CheckCip,
    private readonly macs: CipMacs,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async run(caller: PublicCaller, { cip, codiceFiscale, idCarta, surname, name, birthDate, ...part }: PublicRevocationRequest): Promise<Outcome<RevocationReceipt, Refusal>> {
    const open = this.judgeOpen(caller, part);
    if (!open.ok) return open;
    const told = toldOf({ codiceFiscale, idCarta, surname, name, birthDate });
    const found = await this.checkCip.run({ at: 'public-page', told, cip, ...this.triedBy(caller) });
    if (!found.ok) return found;
    return this.unitOfWork.run((transaction) => this.record(transaction, doerOf(caller), found.value, part));
  }

  /** After five wrong tries of this browser, or on what is claimed. */
  async runUnverified(caller: PublicCaller, { codiceFiscale, idCarta, surname, name, birthDate, callBackAt, ...part }: PublicUnverifiedRevocationRequest): Promise<Outcome<RevocationReceipt, Refusal>> {
    const open = this.judgeOpen(caller, part);
    if (!open.ok) return open;
    const told = toldOf({ codiceFiscale, idCarta, surname, name, birthDate });
    const claim = cipClaim(told);
    if (!claim.ok) return claim;
    const tried = this.triedBy(caller);
    return this.unitOfWork.run(async (transaction): Promise<Outcome<RevocationReceipt, Refusal>> => {
      const tries = await transaction.repository(CipTriesRepository).wrong({ caller: [tried.caller], source: [tried.source], card: this.macs.ofClaim(claim.value) }, transaction.now);
      if (!mayRecordUnverified(tries, transaction.now)) return refuse({ kind: 'unverified-too-early' });
      const card = claim.value.idCarta === null ? null : await transaction.repository(CardToRevokeRepository).of(claim.value.idCarta);
      const logged = await logUnverified(transaction, doerOf(caller), { ...publicAsking(part, transaction.now), card, told, callBackAt }, this.settings.cardRules);
      return logged.ok ? accept(receiptOf(logged.value)) : logged;
    });
  }

  private judgeOpen({ address }: PublicCaller, part: PublicPart): Outcome<'may-ask', Refusal> {
    const now = this.clock.now();
    const seconds = this.throttle.secondsToWait(address, now);
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    const may = judgeBeforeCip(part);
    if (!may.ok) return may;
    const shown = judgeRevocationProof(REVOCATION_REASON_RULES[part.reason].proof, groundOf(publicAsking(part, now)), 'cip-on-public-page', now);
    return shown.ok ? may : shown;
  }

  private async record(transaction: Transaction, doer: Doer, finding: CipFinding, part: PublicPart): Promise<Outcome<RevocationReceipt, Refusal>> {
    await this.checkCip.settle(transaction, finding);
    const { retryAfterSeconds, mayRecordUnverified: mayRecord } = finding;
    if (!finding.card) {
      const details = { retryAfterSeconds, mayRecordUnverified: mayRecord };
      transaction.audit({ act: 'revocation.not-identified', ...doer, details });
      return refuse({ kind: 'cip-mismatch', details });
    }
    const card = await transaction.repository(CardToRevokeRepository).of(finding.card.idCarta);
    const asking = publicAsking(part, transaction.now);
    const needs = askingOf(transaction, card, { ...asking, deskKind: null });
    if (!needs.ok) return needs;
    const logged = await logRequest(transaction, doer, { ...asking, needs: needs.value, card }, this.settings.cardRules);
    return logged.ok ? accept(receiptOf(logged.value)) : logged;
  }

  private triedBy({ address, browser }: PublicCaller) {
    return { caller: this.macs.ofCaller({ kind: 'browser', token: `${address} ${browser}` }), source: this.macs.ofSource({ kind: 'address', address }) };
  }
}

function doerOf({ requestId }: PublicCaller): Doer {
  return { actor: { kind: 'nobody' }, requestId };
}
