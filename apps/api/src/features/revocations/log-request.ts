// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ToldProofMessage } from '@sportello/contracts';
import {
  type CardRules,
  type CaseKind,
  type CertificateAct,
  type CertificateRevocationReason,
  type IdentificationWay,
  type LocalDate,
  type Outcome,
  type RevocationApproval,
  type RevocationAsker,
  type RevocationEffect,
  type RevocationNeeds,
  type ToldWithCip,
  REVOCATION_REASON_RULES,
  accept,
  crlReasonOf,
  effectsToRead,
  isDecisionNeeded,
  judgeCertificateAct,
  judgeReadBack,
  judgeRevocationProof,
  localDateAt,
  refuse,
  requestNumberOf,
  toTheSecond,
} from '@sportello/domain';
import { X509Certificate } from 'node:crypto';
import { CaseRepository } from '../../platform/activation/case.repository';
import type { RequesterAtDesk, RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Doer } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { noteMove, tellStep } from '../../platform/revocation/advance-revocation';
import { type CardToRevoke, CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { certificateIdOf } from '../../platform/revocation/certificate-id-of';
import { putOut } from '../../platform/revocation/put-out';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';

/** A request whose asker was judged: what it says, and what it is about. */
export interface RequestToLog {
  readonly act: CertificateAct;
  readonly reason: CertificateRevocationReason;
  readonly asker: RevocationAsker;
  readonly caseKind: CaseKind | null;
  readonly way: IdentificationWay;
  readonly needs: Pick<RevocationNeeds, 'proof' | 'approval' | 'isBreach'>;
  readonly card: CardToRevoke;
  readonly happenedAt: Date | null;
  readonly proof: ToldProofMessage | null;
  /** Null: nobody is there to whom they could be read. */
  readonly confirmedEffects: readonly RevocationEffect[] | null;
  readonly notes: string | null;
  readonly atDesk?: RequesterAtDesk;
  readonly callId?: string | null;
  readonly caseId?: string;
  readonly deskId: string | null;
  readonly recordedBy: string | null;
  readonly isOutOfHours: boolean;
}

/** The same of whoever was not recognised: no card has to be the right one, and whatever of it is known here is told to nobody. */
export interface UnverifiedToLog extends Omit<RequestToLog, 'card' | 'atDesk' | 'caseId' | 'needs'> {
  readonly card: CardToRevoke | null;
  readonly told: ToldWithCip;
  readonly callBackAt: string | null;
}

/** Owner of the one series of the whole installation. */
const WHOLE_INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** Recorded, and let go at once unless a supervisor has to decide: there is never another on its way for the certificate, and who comes second is told the number of the first. */
export async function logRequest(transaction: Transaction, doer: Doer, asked: RequestToLog, rules: CardRules): Promise<Outcome<RevocationRequestRow, Refusal>> {
  const { act, reason, way, needs, card } = asked;
  const confirmed = asked.confirmedEffects === null ? accept('confirmed') : judgeReadBack(effectsToRead(act, reason, card.hasOthers), asked.confirmedEffects);
  if (!confirmed.ok) return confirmed;
  const shown = judgeRevocationProof(act === 'reactivation' ? null : needs.proof, groundOf(asked), way, transaction.now);
  if (!shown.ok) return shown;
  const possible = judgeCertificateAct(act, way, card.state, rules);
  if (!possible.ok) return possible;
  const certificate = certificateOf(card);
  if (certificate === undefined) return refuse({ kind: 'certificate-not-known' });
  if (certificate.certificateExpiresOn < localDateAt(transaction.now)) return refuse({ kind: 'certificate-expired', expiredOn: certificate.certificateExpiresOn });

  const isToDecide = isDecisionNeeded('identified', needs.approval);
  const free = await unlessAsked(transaction, certificate, isToDecide);
  if (!free.ok) return free;
  const row: RevocationRequestRow = {
    ...(await common(transaction, asked, needs.approval)),
    ...certificate,
    standing: 'identified',
    state: isToDecide ? 'logged' : 'verified',
    idCarta: card.idCarta,
    initials: card.initials,
    told: null,
    callBackAt: null,
    atDesk: asked.atDesk ?? null,
    caseId: asked.caseId ?? null,
    isBreach: needs.isBreach,
    verifiedAt: isToDecide ? null : transaction.now,
  };
  await keep(transaction, doer, row);
  if (isToDecide) return accept(row);
  await noteMove(transaction, doer, row, { from: 'logged', to: 'verified' });
  await putOut(transaction, row);
  return accept(row);
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
  const row: RevocationRequestRow = {
    ...(await common(transaction, asked, 'supervisor')),
    ...(certificate ?? NO_CERTIFICATE),
    standing: 'unverified',
    state: 'logged',
    idCarta: certificate ? card.idCarta : null,
    initials: '',
    told: asked.told,
    callBackAt: asked.callBackAt,
    atDesk: null,
    caseId: null,
    isBreach: false,
    verifiedAt: null,
  };
  await keep(transaction, doer, row);
  return accept(row);
}

export interface LotRequestToLog {
  readonly card: CardToRevoke;
  readonly certificate: KnownCertificate;
  readonly lotId: string;
  readonly deskId: string;
  readonly recordedBy: string;
  readonly decidedBy: string;
}

/** One card of a lot that two supervisors let go. False: somebody asked for it in the meantime. */
export async function logLotRequest(transaction: Transaction, doer: Doer, { card, certificate, lotId, deskId, recordedBy, decidedBy }: LotRequestToLog): Promise<boolean> {
  const free = await unlessAsked(transaction, certificate, true);
  if (!free.ok) return false;
  const { now } = transaction;
  const asked = { act: 'revocation', reason: 'bad-lot', asker: 'supervisors', caseKind: null, way: 'official-act', happenedAt: null, proof: null, confirmedEffects: null, notes: null } as const;
  const row: RevocationRequestRow = {
    ...(await common(transaction, { ...asked, deskId, recordedBy, isOutOfHours: false }, 'two-supervisors')),
    ...certificate,
    standing: 'identified',
    state: 'verified',
    idCarta: card.idCarta,
    initials: card.initials,
    told: null,
    callBackAt: null,
    atDesk: null,
    caseId: null,
    lotId,
    isBreach: false,
    verifiedAt: now,
    decidedBy,
    decidedAt: now,
  };
  await keep(transaction, doer, row);
  await noteMove(transaction, doer, row, { from: 'logged', to: 'verified' });
  await putOut(transaction, row);
  return true;
}

export type CertificateColumns = Pick<RevocationRequestRow, 'certificateIssuer' | 'certificateSerial' | 'certificateExpiresOn'>;

export interface KnownCertificate extends CertificateColumns {
  readonly certificateIssuer: Buffer;
  readonly certificateSerial: string;
  readonly certificateExpiresOn: LocalDate;
}

const NO_CERTIFICATE: CertificateColumns = { certificateIssuer: null, certificateSerial: null, certificateExpiresOn: null };

export function certificateOf({ certificate }: Pick<CardToRevoke, 'certificate'>): KnownCertificate | undefined {
  if (certificate === null) return undefined;
  const { issuer, serial } = certificateIdOf(certificate);
  return { certificateIssuer: Buffer.from(issuer), certificateSerial: serial, certificateExpiresOn: localDateAt(new X509Certificate(certificate).validToDate) };
}

/** Whether nothing else is under way for the certificate; from here until the end of the transaction nobody else can begin. */
export async function unlessAsked(transaction: Transaction, { certificateIssuer, certificateSerial }: KnownCertificate, isToDecide: boolean): Promise<Outcome<'free', Refusal>> {
  const cards = transaction.repository(CardToRevokeRepository);
  await cards.holdCertificate(certificateIssuer, certificateSerial);
  const open = await cards.openOf(certificateIssuer, certificateSerial, isToDecide);
  return open ? refuse({ kind: 'revocation-already-asked', details: { number: requestNumberOf(open.number, open.year).value, state: open.state } }) : accept('free');
}

type CommonPart = Omit<RequestToLog, 'card' | 'needs' | 'atDesk' | 'caseId'>;

async function common(transaction: Transaction, asked: CommonPart, approval: RevocationApproval) {
  const { now } = transaction;
  const year = Number(localDateAt(now).slice(0, 4));
  return {
    id: transaction.newId(),
    year,
    number: await transaction.repository(CaseRepository).nextNumber('revocation-requests', WHOLE_INSTALLATION, year),
    revision: 1,
    act: asked.act,
    reason: asked.reason,
    crlReason: crlReasonOf(asked.act, asked.reason),
    asker: asked.asker,
    caseKind: asked.caseKind,
    way: asked.way,
    approval,
    since: now,
    happenedAt: asked.happenedAt && toTheSecond(asked.happenedAt),
    proof: asked.proof,
    notes: asked.notes,
    isOutOfHours: asked.isOutOfHours,
    callId: asked.callId ?? null,
    lotId: null,
    deskId: asked.deskId,
    recordedBy: asked.recordedBy,
    recordedAt: now,
    decidedBy: null,
    decidedAt: null,
    transmittedAt: null,
    acceptedAt: null,
    visibleAt: null,
  } as const;
}

async function keep(transaction: Transaction, doer: Doer, row: RevocationRequestRow): Promise<void> {
  await transaction.repository(RevocationRepository).record(row);
  const { act, reason, asker, caseKind, way, standing, approval, state, isBreach, isOutOfHours } = row;
  tellStep(transaction, doer, row, 'revocation.recorded', { act, reason, asker, caseKind, way, standing, approval, state, isBreach, isOutOfHours });
}

export function groundOf({ happenedAt, proof }: Pick<RequestToLog, 'happenedAt' | 'proof'>) {
  return { happenedAt, proof: proof && proofOf(proof) };
}

/** The contract's dates are on a calendar. */
function proofOf(proof: ToldProofMessage) {
  switch (proof.kind) {
    case 'report':
      return { ...proof, reportedOn: proof.reportedOn as LocalDate };
    case 'self-declaration':
      return proof;
    case 'death-certificate':
      return { ...proof, diedOn: proof.diedOn as LocalDate };
    case 'official-act':
      return { ...proof, actedOn: proof.actedOn as LocalDate };
  }
}
