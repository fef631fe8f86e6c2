// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PeopleView, PersonView } from '@sportello/contracts';
import { mayDecideRoles } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PeopleRepository } from './people.repository';
import { showPerson } from './show-person';

/** What fits a page that somebody looks through; a body with more people is searched. */
const MOST_LISTED = 200;

/** The people of the administrator's body: those who wait for a second administrator first, those who left last. */
@Injectable()
export class ListPeople {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run({ operator, desk }: SignedInOperator, search: string): Promise<PeopleView> {
    return this.unitOfWork.read(async (transaction) => {
      const people = transaction.repository(PeopleRepository);
      const found = await people.list(desk.bodyId, search, MOST_LISTED + 1, transaction.now);
      return {
        people: found.slice(0, MOST_LISTED).map(({ askedBy, ...line }) => ({ ...line, canDecide: askedBy !== null && mayDecideRoles({ askedBy, operatorId: line.id }, operator.id) })),
        hasMore: found.length > MOST_LISTED,
        desks: [...(await people.desksOfBody(desk.bodyId))],
      };
    });
  }

  one(caller: SignedInOperator, personId: string): Promise<PersonView> {
    return this.unitOfWork.read((transaction) => showPerson(transaction, caller, personId));
  }
}
