// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActivationMethod } from '@sportello/card-io/issuer';
import type { PrinterCondition, SealedBlobMessage } from '@sportello/contracts';
import { type MatterKind, type Stationery, assertNever, isBlind } from '@sportello/domain';
import type { ApiRefusal } from '../problems/refusal';
import { type StationChoice, isChosen } from '../stations/station-choice';

/** A station of a desk, and the card in its reader. */
export interface StationAtDesk {
  readonly id: string;
  readonly name: string;
  readonly isOnline: boolean;
  readonly isTest: boolean;
  readonly envelopes: PrinterCondition;
  readonly forms: PrinterCondition;
  /** Null: the station has not said what its envelopes are printed on. */
  readonly stationery: Stationery | null;
  readonly sealingKey: string;
  /** Thumbprint of its sealing key: what a blob for it names. */
  readonly sealingKeyId: string;
  /** The stay of the card that is in the reader now and was recognised. */
  readonly insertionId: string | null;
  readonly idCarta: string | null;
  /** A blind sheet lies in its printer that is promised to nobody. */
  readonly hasSheet: boolean;
  /** What keeps its printer from blind sheets until people have explained it. */
  readonly stop: MatterKind | null;
}

/** What a case depends on beyond itself. */
export interface Situation {
  /** All of the desk. */
  readonly stations: readonly StationAtDesk[];
  /** At which of them the act happens, or is looked for. */
  readonly at: StationChoice;
  /** Only there may codes be printed on a sheet that does not hide them. */
  readonly isRehearsal: boolean;
  readonly hasTransportCodes: boolean;
  /** The version of the issuer's key that this card was made with, else the highest; null: this installation does not have it. */
  readonly issuerKey: { readonly version: number; readonly isStopped: boolean } | null;
}

/** A card, and how it is written. */
export interface CardToWrite {
  readonly idCarta: string;
  readonly method: ActivationMethod;
}

/** Something outside the case that keeps it from going on; it goes on by itself, or by the operator's act, once that is gone. */
export type Obstacle = ApiRefusal & {
  readonly kind: 'no-station' | 'station-not-bound' | 'station-offline' | 'no-card' | 'wrong-card' | 'card-removed' | 'printer-unavailable' | 'no-sheets' | 'stationery-not-blind' | 'printing-stopped' | 'codes-aged-out' | 'transport-codes-missing' | 'issuer-key-missing' | 'issuer-key-stopped' | 'supervisor-needed';
};

/** The station that has the card in its reader, with the stay of that card. */
export interface CardAtStation {
  readonly station: StationAtDesk;
  readonly insertionId: string;
}

/** Where the card is, or why it is nowhere. */
export function whereIs(idCarta: string, situation: Situation): CardAtStation | Obstacle {
  const online = onlineHere(situation);
  if (isObstacle(online)) return online;
  const station = online.find((candidate) => candidate.idCarta === idCarta);
  if (station && station.insertionId !== null) return { station, insertionId: station.insertionId };
  return { kind: online.some((other) => other.idCarta !== null) ? 'wrong-card' : 'no-card' };
}

/** The stations at which the act can happen now: one at least. */
function onlineHere({ stations, at }: Situation): readonly StationAtDesk[] | Obstacle {
  if (stations.length === 0) return { kind: 'no-station' };
  if (at.kind === 'none') return { kind: 'station-not-bound' };
  const online = stations.filter(({ id, isOnline }) => isOnline && isChosen(at, id));
  return online.length === 0 ? { kind: 'station-offline' } : online;
}

export function isObstacle(found: CardAtStation | StationAtDesk | readonly StationAtDesk[] | Obstacle): found is Obstacle {
  return 'kind' in found;
}

/** Whether envelope and form could be printed now for the card, and at which station: print first, so nothing is printed that could not be written afterwards. */
export function printingPlace(card: CardToWrite, situation: Situation): CardAtStation | Obstacle {
  const place = whereIs(card.idCarta, situation);
  if (isObstacle(place)) return place;
  const { stationery } = place.station;
  if (!situation.isRehearsal && (stationery === null || !isBlind(stationery))) return { kind: 'stationery-not-blind', details: { stationery } };
  for (const printer of ['envelopes', 'forms'] as const) {
    const condition = place.station[printer];
    if (!canPrint(condition)) return { kind: 'printer-unavailable', details: { printer, condition } };
  }
  const { stop, hasSheet } = place.station;
  if (stop !== null) return { kind: 'printing-stopped', details: { because: stop } };
  return whyNotWritable(card.method, situation) ?? (hasSheet ? place : { kind: 'no-sheets' });
}

/** Where a form could be printed now: it needs no card, so at any station that was chosen, but rather where the card is. */
export function formPlace(idCarta: string, situation: Situation): StationAtDesk | Obstacle {
  const online = onlineHere(situation);
  if (isObstacle(online)) return online;
  const able = online.filter(({ forms }) => canPrint(forms));
  return able.find((station) => station.idCarta === idCarta) ?? able[0] ?? { kind: 'printer-unavailable', details: { printer: 'forms', condition: online[0]?.forms ?? 'unknown' } };
}

/** The station of the desk that can open a blob: by its key, since a station that was enrolled anew has its old name and another key. */
export function holderOf({ kid }: Pick<SealedBlobMessage, 'kid'>, { stations }: Situation): StationAtDesk | undefined {
  return stations.find(({ sealingKeyId }) => sealingKeyId === kid);
}

/** Whether the codes could be written now, and where: only the station to which they are sealed can open them. */
export function writingPlace(card: CardToWrite, blob: Pick<SealedBlobMessage, 'kid'>, situation: Situation): CardAtStation | Obstacle {
  const place = whereIs(card.idCarta, situation);
  if (isObstacle(place)) return place;
  const owner = holderOf(blob, situation);
  if (place.station.id !== owner?.id) {
    return { kind: 'supervisor-needed', details: { because: 'codes-at-another-station', station: owner?.name ?? null } };
  }
  return whyNotWritable(card.method, situation) ?? place;
}

/** What is missing to let a station set the codes of a card. */
function whyNotWritable(method: ActivationMethod, { hasTransportCodes, issuerKey }: Situation): Obstacle | undefined {
  switch (method) {
    case 'transport-codes':
      return hasTransportCodes ? undefined : { kind: 'transport-codes-missing' };
    case 'issuer-auth':
      if (issuerKey === null) return { kind: 'issuer-key-missing' };
      return issuerKey.isStopped ? { kind: 'issuer-key-stopped', details: { version: issuerKey.version } } : undefined;
    default:
      return assertNever(method);
  }
}

/** A printer that is busy takes its next job too. */
function canPrint(condition: PrinterCondition): boolean {
  return condition === 'ready' || condition === 'printing';
}
