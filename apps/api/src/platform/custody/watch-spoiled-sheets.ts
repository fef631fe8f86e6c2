// SPDX-License-Identifier: AGPL-3.0-or-later
import { isBeyondSpoiled } from '@sportello/domain';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { deskMidnight } from '../ports/desk-midnight';
import { CustodyMatterRepository } from './custody-matter.repository';
import { DeskRulesRepository } from './desk-rules.repository';
import { openMatter } from './open-matter';

/** Asked after each spoiled sheet: beyond the desk's limit of a day nothing prints until a supervisor lifts it. */
export async function watchSpoiledSheets(transaction: Transaction, doer: Doer, deskId: string): Promise<void> {
  const rules = await transaction.repository(DeskRulesRepository).of(deskId);
  if (rules.spoiledPerDay === null) return;
  const { spoiled, lifted } = await transaction.repository(CustodyMatterRepository).spoiledSince(deskId, deskMidnight(transaction.now));
  if (!isBeyondSpoiled(rules, spoiled, lifted)) return;
  await openMatter(transaction, doer, { kind: 'spoiled-limit', deskId });
}
