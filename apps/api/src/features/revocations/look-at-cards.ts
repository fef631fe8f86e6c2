// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CardAtDesk, CardsAtDesk, CardsAtDeskRequest } from '@sportello/contracts';
import { FULL_AGE, type LocalDate, type Outcome, accept, ageOn, assertNever, localDateAt, parseCodiceFiscale, parseIdCarta, refuse, requestNumberOf } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { type SignedInOperator, counterOf } from '../../platform/access/caller';
import { parsedCardOf } from '../../platform/activation/card-on-desk';
import { CardRegisterRepository } from '../../platform/activation/card-register.repository';
import { initialsOf } from '../../platform/activation/card-view';
import { ReaderRepository } from '../../platform/activation/reader.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { type CardOfPerson, CardsOfPersonRepository } from '../../platform/help-desk/cards-of-person.repository';
import type { Refusal } from '../../platform/problems/refusal';

interface Found {
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly cards: readonly CardOfPerson[];
  /** Of the card that was named. */
  readonly idCarta: string | null;
}

/** Which cards somebody at the counter may mean, so that the right one is chosen by number, expiry and desk. */
@Injectable()
export class LookAtCards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  run(caller: SignedInOperator, asked: CardsAtDeskRequest): Promise<Outcome<CardsAtDesk, Refusal>> {
    return this.unitOfWork.read(async (transaction) => {
      const found = await this.find(transaction, caller, asked);
      if (!found.ok) return found;
      const { birthDate, cards, idCarta } = found.value;
      if (cards.length === 0) return refuse({ kind: 'certificate-not-known' });
      return accept({
        initials: initialsOf(found.value),
        isMinor: ageOn(birthDate, localDateAt(transaction.now)) < FULL_AGE,
        isSuspensionOn: this.settings.cardRules.isSuspensionOn,
        keepsCopies: this.settings.bodyOptions.copyKeptAt.includes(caller.desk.kind),
        cards: cards.map((card) => cardAtDesk(card, idCarta)),
      });
    });
  }

  private find(transaction: Transaction, caller: SignedInOperator, asked: CardsAtDeskRequest): Promise<Outcome<Found, Refusal>> {
    switch (asked.by) {
      case 'card':
        return inReader(transaction, caller, asked.insertionId);
      case 'id-carta':
        return byNumber(transaction, asked.idCarta);
      case 'codice-fiscale':
        return byCode(transaction, asked.codiceFiscale);
      default:
        return assertNever(asked);
    }
  }
}

/** What lies in the reader can be ended even if no desk here took it into use: its chip says whose it is. */
async function inReader(transaction: Transaction, caller: SignedInOperator, insertionId: string): Promise<Outcome<Found, Refusal>> {
  const stay = await transaction.repository(ReaderRepository).stayInEither(counterOf(caller), insertionId, transaction.now);
  if (stay?.state === 'removed') return refuse({ kind: 'card-removed' });
  if (stay?.state !== 'recognised' || !stay.facts) return refuse({ kind: 'no-card' });
  const { idCarta } = stay.facts;
  const { surname, name, birthDate, codiceFiscale, expiresOn } = parsedCardOf(stay.facts).reading.data;
  const known = (await transaction.repository(CardsOfPersonRepository).ofCodiceFiscale(codiceFiscale.value))?.cards ?? [];
  const isKnown = known.some((card) => card.idCarta === idCarta);
  const here = { idCarta, expiresOn, activatedAt: null, desk: null, mode: null, state: await transaction.repository(CardRegisterRepository).stateOf(idCarta), openRequest: null };
  return accept({ surname, name, birthDate, cards: isKnown ? known : [here, ...known], idCarta });
}

async function byNumber(transaction: Transaction, text: string): Promise<Outcome<Found, Refusal>> {
  const number = parseIdCarta(text.replace(/\s/g, ''));
  if (!number.ok) return refuse({ kind: 'certificate-not-known' });
  const idCarta = number.value.value;
  const found = await transaction.repository(CardsOfPersonRepository).holderOf(idCarta);
  return found ? accept({ ...found, idCarta }) : refuse({ kind: 'certificate-not-known' });
}

async function byCode(transaction: Transaction, text: string): Promise<Outcome<Found, Refusal>> {
  const code = parseCodiceFiscale(text.replace(/\s/g, ''));
  if (!code.ok) return refuse({ kind: 'certificate-not-known' });
  const found = await transaction.repository(CardsOfPersonRepository).ofCodiceFiscale(code.value.value);
  return found ? accept({ ...found, idCarta: null }) : refuse({ kind: 'certificate-not-known' });
}

function cardAtDesk({ idCarta, expiresOn, activatedAt, desk, mode, state, openRequest }: CardOfPerson, asked: string | null): CardAtDesk {
  return {
    ...{ idCarta, expiresOn, desk, mode, state },
    activatedOn: activatedAt && localDateAt(activatedAt),
    isAskedFor: idCarta === asked,
    openRequest: openRequest && requestNumberOf(openRequest.number, openRequest.year).value,
  };
}
