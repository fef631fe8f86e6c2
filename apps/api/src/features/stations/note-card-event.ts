// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CardEvent, CardReading } from '@sportello/contracts';
import { type Outcome, accept, assertNever } from '@sportello/domain';
import type { CallingStation } from '../../platform/access/caller';
import { type CardOnDesk, recogniseCard } from '../../platform/activation/card-on-desk';
import { recordVisit } from '../../platform/activation/record-visit';
import { CertificateStatus } from '../../platform/authority/status/certificate-status';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Doer } from '../../platform/idempotency/act';
import { TrustAnchors } from '../../platform/keys/trust-anchors';
import type { Refusal } from '../../platform/problems/refusal';
import { Clock } from '../../platform/ports/clock';
import { ContinueWriting } from '../../platform/activation/continue-writing';
import { Log, faultOf } from '../../platform/logging/log';
import { askStanding } from '../../platform/revocation/ask-standing';
import { certificateIdOf } from '../../platform/revocation/certificate-id-of';
import { ReaderOfStationRepository } from './reader-of-station.repository';
import { StayRepository } from './stay.repository';

type EventOf<Type extends CardEvent['type']> = Extract<CardEvent, { readonly type: Type }>;
type Unreadable = { readonly kind: 'unreadable' };

/** What happens in a station's reader. Each event may come twice; what belongs to a stay that has ended changes nothing. */
@Injectable()
export class NoteCardEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trustAnchors: TrustAnchors,
    private readonly clock: Clock,
    private readonly continueWriting: ContinueWriting,
    private readonly log: Log,
    private readonly status: CertificateStatus,
  ) {}

  async run(station: CallingStation, requestId: string, event: CardEvent): Promise<void> {
    // The certificate's chain is verified before the transaction: nobody waits for a lock meanwhile.
    const judged = event.type === 'recognised' ? await this.judge(event.reading) : undefined;
    const doer = { actor: { kind: 'station', stationId: station.id }, requestId } as const;
    await this.unitOfWork.run(async (transaction) => {
      const hasChanged = await this.note(transaction, station, doer, event, judged);
      if (hasChanged) transaction.notify({ to: 'desk', deskId: station.deskId, event: { topic: 'card' } });
    });
    if (judged?.ok && event.reader === 'citizen') await this.goOn(station, doer, event.insertionId, judged.value);
  }

  /** A certificate that is not to be believed anyway is asked nobody about. */
  private async judge(reading: CardReading): Promise<Outcome<CardOnDesk, Unreadable>> {
    const judged = await recogniseCard(reading, this.trustAnchors.certificates, this.clock.now());
    if (!judged.ok || judged.value.certificate.status !== 'valid') return judged;
    const revocation = await askStanding(this.status, certificateIdOf(Buffer.from(reading.certificate, 'base64url')), this.clock.now());
    return accept({ ...judged.value, revocation });
  }

  private async note(transaction: Transaction, station: CallingStation, doer: Doer, event: CardEvent, judged: Outcome<CardOnDesk, Unreadable> | undefined): Promise<boolean> {
    const stays = transaction.repository(StayRepository);
    switch (event.type) {
      case 'inserted':
        return stays.begin(station.id, event.reader, event.insertionId, transaction.now);
      case 'recognised':
        return judged?.ok ? this.recognised(transaction, station, doer, event, judged.value) : this.notUsable(transaction, station, doer, event, { kind: 'unreadable' });
      case 'not-usable':
        return this.notUsable(transaction, station, doer, event, refusalOf(event), event.cardType);
      case 'removed':
        if (!(await stays.end(station.id, event.insertionId))) return false;
        transaction.audit({ act: 'card.removed', ...doer, deskId: station.deskId, details: { insertionId: event.insertionId } });
        return true;
      default:
        return assertNever(event);
    }
  }

  private async recognised(transaction: Transaction, station: CallingStation, doer: Doer, event: EventOf<'recognised'>, card: CardOnDesk): Promise<boolean> {
    const certificate = Buffer.from(event.reading.certificate, 'base64url');
    const isNew = await transaction.repository(StayRepository).recognised(station.id, event.reader, event.insertionId, { card, certificate }, transaction.now);
    if (!isNew) return false;
    const { apdus, milliseconds } = event.reading;
    const details = { insertionId: event.insertionId, cardType: card.cardType, certificate: card.certificate.status, revocation: card.revocation?.status ?? null, apdus, milliseconds };
    transaction.audit({ act: 'card.recognised', ...doer, deskId: station.deskId, details });
    return true;
  }

  /** In a unit of work of its own: that the card is there is true whatever becomes of its write, and a station must not be left to say it for ever. */
  private async goOn(station: CallingStation, doer: Doer, insertionId: string, { idCarta }: CardOnDesk): Promise<void> {
    try {
      await this.unitOfWork.run(async (transaction) => {
        // A repeated event of a stay that has ended begins nothing.
        const stay = await transaction.repository(ReaderOfStationRepository).recognised(station.id);
        if (stay?.insertionId === insertionId) await this.continueWriting.run(transaction, doer, { deskId: station.deskId, stationId: station.id, insertionId, idCarta });
      });
    } catch (error) {
      // The next status of the station tries again.
      this.log.error('a write did not go on', { stationId: station.id, fault: faultOf(error) });
    }
  }

  private async notUsable(transaction: Transaction, station: CallingStation, doer: Doer, { reader, insertionId }: Pick<CardEvent, 'reader' | 'insertionId'>, refusal: Refusal, cardType: string | null = null): Promise<boolean> {
    if (!(await transaction.repository(StayRepository).notUsable(station.id, reader, insertionId, { reason: refusal.kind, cardType }, transaction.now))) return false;
    transaction.audit({ act: 'card.not-usable', ...doer, deskId: station.deskId, details: { insertionId, reason: refusal.kind } });
    // Nobody is sent away over the second card, nor over one that has only to be pushed in.
    if (reader === 'operator' || refusal.kind === 'not-pushed-in') return true;
    await recordVisit(transaction, doer, { deskId: station.deskId, stationId: station.id, insertionId, cardType, regionCode: null }, refusal);
    return true;
  }
}

/** What the station saw of the card is all that is known of it. */
function refusalOf({ reason, cardType }: EventOf<'not-usable'>): Refusal {
  if (reason === 'unsupported') return { kind: reason, cardType: cardType ?? undefined };
  return reason === 'professional-card' ? { kind: reason, type: undefined } : { kind: reason };
}
