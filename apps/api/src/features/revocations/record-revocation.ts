// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RecordRevocationRequest } from '@sportello/contracts';
import { type IdentificationWay, type LocalDate, type Outcome, type Permission, REVOCATION_ASKER_RULES, accept, assertNever, cipClaim, parseIdCarta, redactCips, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { isOwnCard } from '../../platform/activation/own-card';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { CallerRepository } from './caller.repository';
import { logRequest } from './log-request';
import { logUnverified } from './log-unverified';
import { redactedProof } from './redacted-proof';
import { type Asked, type Requester, type Told, askingOf } from './requester';
import { requesterAtDesk } from './requester-at-desk';
import { requesterByCip } from './requester-by-cip';

const WAYS = { cip: 'cip-by-phone', card: 'card-at-desk', document: 'document-at-desk', act: 'official-act' } as const satisfies Readonly<Record<string, IdentificationWay>>;

/** On the telephone nobody sees a document, a card or an office's act. */
const AT_DESK: Permission = 'revocation.record-at-desk';

/** Records what somebody asks for, by whichever way it is known who they are. The effects were read, and the answer was yes. */
@Injectable()
export class RecordRevocation {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, request: RecordRevocationRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { identified } = request;
    if (identified.by === 'nothing') return this.unverified({ transaction, act, request }, identified);
    if (identified.by !== 'cip' && !act.caller.permissions.includes(AT_DESK)) return refuse({ kind: 'forbidden', details: { permission: AT_DESK } });
    const requester = await this.requester({ transaction, act, request });
    if (!requester.ok) return requester;
    const { card, needs, atDesk, callId, isOutOfHours } = requester.value;
    if (card.holder && isOwnCard(act.caller.operator.codiceFiscale, card.holder.codiceFiscale)) return refuse({ kind: 'own-card' });
    const logged = await logRequest(
      transaction,
      act,
      { ...saidOf(request, act, this.settings), way: WAYS[identified.by], needs, card, ...(atDesk && { atDesk }), callId: callId ?? null, isOutOfHours },
      this.settings.cardRules,
    );
    return logged.ok ? accept({ subjectId: logged.value.id }) : logged;
  }

  private requester(asked: Asked): Promise<Outcome<Requester, Refusal>> {
    const { identified } = asked.request;
    switch (identified.by) {
      case 'cip':
        return requesterByCip(asked, identified);
      case 'card':
      case 'document':
        return requesterAtDesk(asked, identified, { documents: this.settings.identityDocuments, options: this.settings.bodyOptions });
      case 'act':
        return requesterByAct(asked);
      case 'nothing':
        return Promise.resolve(refuse({ kind: 'unverified-too-early' }));
      default:
        return assertNever(identified);
    }
  }

  /** After five wrong tries in this call. Whatever was said names a card or a person, or there would be nothing to decide on. */
  private async unverified({ transaction, act, request }: Asked, { callId, callBackAt, ...said }: Told<'nothing'>): Promise<Outcome<SubjectDone, Refusal>> {
    const call = await transaction.repository(CallerRepository).openCall(callId, act.caller.desk.id);
    if (!call) return refuse({ kind: 'not-found' });
    if (!call.mayRecordUnverified) return refuse({ kind: 'unverified-too-early' });
    const { codiceFiscale, idCarta, surname, name, birthDate } = said;
    const redacted = (text: string | null): string | null => text && redactCips(text, this.settings.cipPattern).text;
    const told = { codiceFiscale, idCarta, surname: redacted(surname), name: redacted(name), birthDate: birthDate as LocalDate | null };
    const claim = cipClaim(told);
    if (!claim.ok) return claim;
    const asker = unverifiedAsker(request);
    if (!asker.ok) return asker;
    const number = request.idCarta ?? claim.value.idCarta;
    const parsed = number === null ? undefined : parseIdCarta(number);
    const card = parsed?.ok ? await transaction.repository(CardToRevokeRepository).of(parsed.value.value) : null;
    const logged = await logUnverified(transaction, act, { ...saidOf(request, act, this.settings), way: 'cip-by-phone', card, told, callBackAt, callId, isOutOfHours: call.isOutOfHours }, this.settings.cardRules);
    return logged.ok ? accept({ subjectId: logged.value.id }) : logged;
  }
}

/** An office asks, or the desk for itself. What came of a wrong delivery, and of a lot, is recorded where that is known. */
async function requesterByAct({ transaction, act, request }: Asked): Promise<Outcome<Requester, Refusal>> {
  const { asker, reason, idCarta } = request;
  if (asker === 'supervisors' || reason === 'wrong-delivery') return refuse({ kind: 'revocation-not-askable', because: 'way', ways: [] });
  if (idCarta === null) return refuse({ kind: 'certificate-not-known' });
  const card = await transaction.repository(CardToRevokeRepository).of(idCarta);
  const needs = askingOf(transaction, card, { asker, caseKind: request.caseKind, reason, way: 'official-act', deskKind: act.caller.desk.kind });
  return needs.ok ? accept({ card, needs: needs.value, isOutOfHours: false }) : needs;
}

/** Whoever could ask by CIP: of nobody else five wrong tries are heard. */
function unverifiedAsker({ asker, reason }: RecordRevocationRequest): Outcome<'may-ask', Refusal> {
  const rule = REVOCATION_ASKER_RULES[asker];
  if (!rule.ways.includes('cip-by-phone')) return refuse({ kind: 'revocation-not-askable', because: 'way', ways: rule.ways });
  return rule.reasons.includes(reason) ? accept('may-ask') : refuse({ kind: 'revocation-not-askable', because: 'reason', ways: [] });
}

/** Notes lose what may be a CIP before they are kept. */
function saidOf(request: RecordRevocationRequest, { caller }: Act, { cipPattern }: Settings) {
  const { act, reason, asker, caseKind, happenedAt, proof, confirmedEffects, notes } = request;
  const isByAct = request.identified.by === 'act';
  return {
    act,
    reason,
    asker,
    caseKind,
    happenedAt: happenedAt === null ? null : new Date(happenedAt),
    proof: redactedProof(proof, cipPattern),
    // An office is read nothing.
    confirmedEffects: isByAct ? null : confirmedEffects,
    notes: notes === null ? null : redactCips(notes, cipPattern).text,
    deskId: caller.desk.id,
    recordedBy: caller.operator.id,
  } as const;
}
