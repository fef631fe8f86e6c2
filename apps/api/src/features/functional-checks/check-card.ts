// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CertificateStatusView, FunctionalCheckRequest } from '@sportello/contracts';
import { type CardToCheck, type Outcome, type UnreadableCard, accept, checkCard, localDateAt, refuse } from '@sportello/domain';
import { counterOf } from '../../platform/access/caller';
import { type CardOnDesk, parsedCardOf } from '../../platform/activation/card-on-desk';
import { CardRegisterRepository } from '../../platform/activation/card-register.repository';
import { isOwnCard } from '../../platform/activation/own-card';
import { ReaderRepository } from '../../platform/activation/reader.repository';
import type { CardInReaderRow } from '../../platform/database/rows/card-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import type { Counter } from '../../platform/stations/station-choice';
import { FunctionalCheckRepository } from './functional-check.repository';

/** *Verifica funzionale*: does this card work? Of any card in either reader, whatever its state; nothing is written on it and no PIN is asked. */
@Injectable()
export class CheckCard {
  async run(transaction: Transaction, act: Act, { insertionId }: FunctionalCheckRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { desk, operator } = act.caller;
    const stay = await stayOf(transaction, counterOf(act.caller), insertionId);
    if (!stay.ok) return stay;
    const { facts, reason, stationId, cardType } = stay.value;
    if (facts && isOwnCard(operator.codiceFiscale, parsedCardOf(facts).reading.data.codiceFiscale.value)) return refuse({ kind: 'own-card' });

    const lot = facts ? ((await transaction.repository(FunctionalCheckRepository).lotOf(facts.idCarta, facts.cardType)) ?? null) : null;
    const card: CardToCheck = facts ? await readCard(transaction, facts, lot) : { kind: 'not-usable', reason: (reason ?? 'unreadable') as UnreadableCard };
    const { rows, verdict, advice } = checkCard(card, localDateAt(transaction.now));
    const id = transaction.newId();
    await transaction.repository(FunctionalCheckRepository).keep({
      id,
      deskId: desk.id,
      stationId,
      insertionId,
      operatorId: operator.id,
      idCartaEnding: facts?.idCarta.slice(-4) ?? null,
      cardType,
      verdict,
      advice,
      rows: [...rows],
      lot,
      at: transaction.now,
    });
    transaction.audit({ act: 'card.checked', actor: act.actor, requestId: act.requestId, deskId: desk.id, stationId, details: { checkId: id, insertionId, cardType, verdict, advice } });
    return accept({ subjectId: id });
  }
}

/** A card that was read or could not be; one that is still being read is waited for by whoever asks. */
async function stayOf(transaction: Transaction, counter: Counter, insertionId: string): Promise<Outcome<CardInReaderRow, Refusal>> {
  const readers = transaction.repository(ReaderRepository);
  const stay = await readers.stayInEither(counter, insertionId, transaction.now);
  if (!stay) return refuse({ kind: (await readers.hasAnyCardInEither(counter, transaction.now)) ? 'card-changed' : 'no-card' });
  if (stay.state === 'removed') return refuse({ kind: 'card-removed' });
  return stay.state === 'reading' ? refuse({ kind: 'no-card', details: { state: stay.state } }) : accept(stay);
}

/** The authority's own word, beside the register's: whom nobody could ask about it says so. */
const REVOCATION_FINDINGS: Readonly<Record<CertificateStatusView['status'], 'none' | 'found' | 'not-checked'>> = { good: 'none', revoked: 'found', suspended: 'found', unknown: 'not-checked', 'not-checked': 'not-checked' };

async function readCard(transaction: Transaction, facts: CardOnDesk, lot: string | null): Promise<CardToCheck> {
  const { idCarta, reading } = parsedCardOf(facts);
  const isOdd = idCarta.warnings.some(({ kind }) => kind === 'id-carta-check-digit') || reading.warnings.some(({ kind }) => kind === 'lengths-disagree');
  return {
    kind: 'read',
    isOdd,
    issuedOn: reading.data.issuedOn,
    expiresOn: reading.data.expiresOn,
    certificate: facts.certificate.status,
    state: await transaction.repository(CardRegisterRepository).stateOf(facts.idCarta),
    revocation: REVOCATION_FINDINGS[facts.revocation?.status ?? 'not-checked'],
    isInReportedLot: lot !== null,
  };
}
