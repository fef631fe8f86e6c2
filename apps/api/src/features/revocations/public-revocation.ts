// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PublicRevocationRequest, PublicUnverifiedRevocationRequest, RevocationReceipt } from '@sportello/contracts';
import { type CipClaim, type CipPattern, type Outcome, REVOCATION_REASON_RULES, accept, cipClaim, isOutOfHours, judgeRevocationProof, mayRecordAnotherUnverified, mayRecordUnverified, redactCips, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { CheckCip, type CipFinding } from '../../platform/cip/check-cip';
import { CipMacs } from '../../platform/cip/cip-macs';
import { CipTriesRepository, type TryMacs } from '../../platform/cip/cip-tries.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { LineRepository } from '../../platform/help-desk/line.repository';
import type { Doer } from '../../platform/idempotency/act';
import { Clock } from '../../platform/ports/clock';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { networkOf } from '../../platform/throttle/network-of';
import { SourceThrottle } from '../../platform/throttle/source-throttle';
import { logRequest } from './log-request';
import { logUnverified } from './log-unverified';
import { groundOf } from '../../platform/revocation/new-request';
import { recordPublicCall } from './public-call';
import { type PublicPart, judgeBeforeCip, publicAsking, toldOf } from './public-asking';
import { askingOf } from './requester';
import { receiptOf, showReceipt } from './revocation-receipt';
import { type UnverifiedOfDay, UnverifiedOfDayRepository } from './unverified-of-day.repository';

/** Whoever asks on the public page: known by nothing but where the request came from. */
export interface PublicCaller {
  readonly address: string;
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
    const claim = cipClaim(told);
    if (!claim.ok) return claim;
    const { callers, source } = this.triedBy(caller, claim.value);
    const found = await this.checkCip.run({ at: 'public-page', told, cip, callers, source });
    if (!found.ok) return found;
    return this.unitOfWork.run((transaction) => this.record(transaction, caller, found.value, part));
  }

  /** After five wrong tries of this network, or of anybody, on what is claimed. Sent again it is answered as it was, and recorded once. */
  async runUnverified(caller: PublicCaller, { codiceFiscale, idCarta, surname, name, birthDate, callBackAt, ...part }: PublicUnverifiedRevocationRequest): Promise<Outcome<RevocationReceipt, Refusal>> {
    const open = this.judgeOpen(caller, part);
    if (!open.ok) return open;
    const told = toldOf({ codiceFiscale, idCarta, surname, name, birthDate });
    const claim = cipClaim(told);
    if (!claim.ok) return claim;
    const { callers, source } = this.triedBy(caller, claim.value);
    const macs: TryMacs = { caller: callers, source: [source], card: this.macs.ofClaim(claim.value) };
    return this.unitOfWork.run(async (transaction): Promise<Outcome<RevocationReceipt, Refusal>> => {
      const tries = transaction.repository(CipTriesRepository);
      await tries.hold(macs);
      const earlier = await transaction.repository(UnverifiedOfDayRepository).before(transaction.now);
      const sent = earlier.find((each) => each.state === 'logged' && each.callBackAt === callBackAt && each.reason === part.reason && this.isOnAll(each, macs.card));
      if (sent) return accept(await showReceipt(transaction, sent.id));
      if (!mayRecordUnverified(await tries.wrong(macs, transaction.now), transaction.now)) return refuse({ kind: 'unverified-too-early' });
      if (!mayRecordAnotherUnverified(earlier.map((each) => ({ isOfSource: each.callerMac?.equals(source) ?? false, isOnClaim: this.isOnAny(each, macs.card) })))) return refuse({ kind: 'unverified-too-many' });
      const card = claim.value.idCarta === null ? null : await transaction.repository(CardToRevokeRepository).of(claim.value.idCarta);
      const asking = await askedNow(transaction, part, this.settings.cipPattern);
      const callId = transaction.newId();
      const logged = await logUnverified(transaction, doerOf(caller), { ...asking, callId, card, told: this.redacted(told), callBackAt }, this.settings.cardRules);
      if (!logged.ok) return logged;
      await recordPublicCall(transaction, doerOf(caller), { ...asking, id: callId, callerMac: source, recognised: null });
      return accept(receiptOf(logged.value));
    });
  }

  /** Names are free words. */
  private redacted<Names extends { readonly surname: string | null; readonly name: string | null }>(told: Names): Names {
    const kept = (text: string | null): string | null => text && redactCips(text, this.settings.cipPattern).text;
    return { ...told, surname: kept(told.surname), name: kept(told.name) };
  }

  private judgeOpen({ address }: PublicCaller, part: PublicPart): Outcome<'may-ask', Refusal> {
    const now = this.clock.now();
    const seconds = this.throttle.secondsToWait(networkOf(address), now);
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    const may = judgeBeforeCip(part);
    if (!may.ok) return may;
    const shown = judgeRevocationProof(REVOCATION_REASON_RULES[part.reason].proof, groundOf(publicAsking(part, this.settings.cipPattern)), 'cip-on-public-page', now);
    return shown.ok ? may : shown;
  }

  private async record(transaction: Transaction, caller: PublicCaller, finding: CipFinding, part: PublicPart): Promise<Outcome<RevocationReceipt, Refusal>> {
    await this.checkCip.settle(transaction, finding);
    const doer = doerOf(caller);
    const { retryAfterSeconds, mayRecordUnverified: mayRecord } = finding;
    if (!finding.card) {
      const details = { retryAfterSeconds, mayRecordUnverified: mayRecord };
      transaction.audit({ act: 'revocation.not-identified', ...doer, details });
      return refuse({ kind: 'cip-mismatch', details });
    }
    const { idCarta, codiceFiscale } = finding.card;
    const card = await transaction.repository(CardToRevokeRepository).of(idCarta);
    const asking = await askedNow(transaction, part, this.settings.cipPattern);
    const needs = askingOf(transaction, card, { ...asking, deskKind: null });
    if (!needs.ok) return needs;
    const callId = transaction.newId();
    const logged = await logRequest(transaction, doer, { ...asking, callId, needs: needs.value, card }, this.settings.cardRules);
    if (!logged.ok) return logged;
    await recordPublicCall(transaction, doer, { ...asking, id: callId, callerMac: this.sourceOf(caller), recognised: { idCarta, personMac: this.macs.ofPerson(codiceFiscale) } });
    return accept(receiptOf(logged.value));
  }

  private triedBy(caller: PublicCaller, claim: CipClaim) {
    return { callers: this.macs.ofPageCallers(networkOf(caller.address), claim), source: this.sourceOf(caller) };
  }

  private sourceOf({ address }: PublicCaller): Buffer {
    return this.macs.ofSource({ kind: 'address', address: networkOf(address) });
  }

  /** Whether it claimed the very same. */
  private isOnAll(earlier: UnverifiedOfDay, claimed: readonly Buffer[]): boolean {
    const theirs = this.claimedIn(earlier);
    return theirs.length === claimed.length && claimed.every((mac) => theirs.some((their) => their.equals(mac)));
  }

  private isOnAny(earlier: UnverifiedOfDay, claimed: readonly Buffer[]): boolean {
    return this.claimedIn(earlier).some((their) => claimed.some((mac) => their.equals(mac)));
  }

  private claimedIn({ told }: UnverifiedOfDay): readonly Buffer[] {
    const claim = told && cipClaim(told);
    return claim?.ok ? this.macs.ofClaim(claim.value) : [];
  }
}

/** The page is always open; whether the line answers is marked. */
async function askedNow(transaction: Transaction, part: PublicPart, pattern: CipPattern) {
  return { ...publicAsking(part, pattern), isOutOfHours: isOutOfHours(await transaction.repository(LineRepository).calendar(), transaction.now) };
}

function doerOf({ requestId }: PublicCaller): Doer {
  return { actor: { kind: 'nobody' }, requestId };
}
