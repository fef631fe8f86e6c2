// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SearchRequest, SearchResult } from '@sportello/contracts';
import { searchKeysOf } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { reachOf } from '../../platform/access/reach';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { answered } from '../../platform/problems/answered';
import { SearchRepository } from './search.repository';

const MOST_CASES = 20;

/** Finds cases by what is in somebody's hand. A look at many people at once: the log says who looked, by what sort of thing and how much came of it, and never the text. */
@Injectable()
export class SearchCases {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(caller: SignedInOperator, requestId: string, { text }: SearchRequest): Promise<SearchResult> {
    const keys = answered(searchKeysOf(text));
    return this.unitOfWork.run(async (transaction) => {
      const found = await transaction.repository(SearchRepository).find(reachOf(caller), keys, MOST_CASES + 1);
      const cases = found.slice(0, MOST_CASES);
      transaction.audit({
        act: 'case.searched',
        actor: actorOf(caller),
        requestId,
        deskId: caller.desk.id,
        details: { by: keys.map(({ kind }) => kind), found: cases.length, cases: cases.map(({ id }) => id) },
      });
      return { cases, hasMore: found.length > MOST_CASES };
    });
  }
}
