// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CardInReader, DeskView, StationView } from '@sportello/contracts';
import { assertNever, isStockLow, localDateAt } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { cardView } from '../../platform/activation/card-view';
import { DeskRulesRepository } from '../../platform/custody/desk-rules.repository';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { deskMidnight } from '../../platform/ports/desk-midnight';
import { type StationChoice, isChosen } from '../../platform/stations/station-choice';
import { DeskRepository, type StationOnDesk, type StayOnDesk } from './desk.repository';

@Injectable()
export class ShowDesk {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run({ desk, operator, at }: SignedInOperator): Promise<DeskView> {
    return this.unitOfWork.read(async (transaction) => {
      const { now } = transaction;
      const found = await transaction.repository(DeskRepository).show({ deskId: desk.id, callerId: operator.id, at }, now, deskMidnight(now), localDateAt(now));
      const rules = await transaction.repository(DeskRulesRepository).of(desk.id);
      const station = stationToShow(found.stations, at);
      return {
        at: now.toISOString(),
        station: station ? stationView(station) : null,
        stationChoice: at.kind === 'none' ? 'asked' : found.stations.length > 1 && at.kind === 'one' ? 'made' : 'only',
        cardInReader: station?.stay ? cardInReader(station.stay, now) : null,
        secondCard: station?.secondStay ? cardInReader(station.secondStay, now) : null,
        openCases: found.openCases.map((line) => ({ ...line, changedAt: instant(line.changedAt) })),
        today: { delivered: found.delivered, refused: found.refused, held: found.held, spoiled: found.spoiled },
        // Each printer has sheets of its own; a desk whose stations are still to be enrolled has them in printers all the same.
        sheets: (station ?? found).sheets,
        custody: { day: found.day, isStockLow: isStockLow(rules, found.toUse), minimumSheets: rules.minimumSheets, stop: (station ?? found).stop, matters: found.matters },
      };
    });
  }
}

/** Whoever stands at a station sees that one; whoever looks at the whole desk, the one with a card, else one that is connected, else the first. */
function stationToShow(all: readonly StationOnDesk[], at: StationChoice): StationOnDesk | undefined {
  const stations = all.filter(({ id }) => isChosen(at, id));
  return stations.find(({ stay }) => stay !== null) ?? stations.find(({ isOnline }) => isOnline) ?? stations[0];
}

function stationView({ id, name, isOnline, lastSeenAt, reader, operatorReader, envelopes, forms }: StationOnDesk): StationView {
  return { id, name, isOnline, lastSeenAt: lastSeenAt === null ? null : instant(lastSeenAt), reader, operatorReader, envelopes, forms };
}

function cardInReader({ insertionId, state, insertedAt, reason, facts, cardState, openCaseId }: StayOnDesk, now: Date): CardInReader {
  const stay = { insertionId, insertedAt: instant(insertedAt) };
  switch (state) {
    case 'reading':
      return { state, ...stay };
    case 'not-usable':
      return { state, ...stay, reason: reason ?? 'unreadable' };
    case 'recognised':
      if (!facts) throw new Error('a recognised card without its facts');
      return { state, ...stay, card: cardView(facts, cardState ?? 'unknown', now), openCaseId };
    default:
      return assertNever(state);
  }
}

/** PostgreSQL's JSON writes instants with its own offset and precision. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
