// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CustodyRules, custodyRulesOf } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { DeskRow } from '../database/rows/desk-row';

export interface DeskRules extends CustodyRules {
  /** Nobody chose for this desk: it has what its kind begins with. */
  readonly areDefaults: boolean;
}

export class DeskRulesRepository {
  constructor(private readonly rows: EntityManager) {}

  async of(deskId: string): Promise<DeskRules> {
    return rulesOf(await this.rows.findOneByOrFail(DeskRow, { id: deskId }));
  }
}

export function rulesOf(desk: Pick<DeskRow, 'kind' | 'minimumSheets' | 'isOnePerson' | 'spoiledPerDay'>): DeskRules {
  const areDefaults = desk.minimumSheets === null && desk.isOnePerson === null && desk.spoiledPerDay === null;
  return { ...custodyRulesOf(desk.kind, desk), areDefaults };
}
