// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseAct } from '@sportello/contracts';
import { type CaseState, type Permission, isFinalCase } from '@sportello/domain';

interface Offer {
  readonly act: CaseAct;
  readonly permission: Permission;
  readonly states: readonly CaseState[];
  /** Only while the card is in the desk's reader. */
  readonly needsCard?: true;
}

/** What an operator may do with a case, by its state; the use cases ask the domain's table again. */
const OFFERS: readonly Offer[] = [
  { act: 'identify', permission: 'case.identify', states: ['recognised'], needsCard: true },
  { act: 'print-envelope', permission: 'case.print', states: ['authorised'] },
  { act: 'void-envelope', permission: 'case.void-envelope', states: ['printing', 'printed'] },
  { act: 'scan', permission: 'case.scan', states: ['printing', 'printed', 'written', 'undelivered'] },
  { act: 'suspend', permission: 'case.suspend', states: ['written'] },
  { act: 'refuse', permission: 'case.refuse', states: ['recognised', 'identified', 'awaiting-approval', 'authorised'] },
  { act: 'abandon', permission: 'case.abandon', states: ['recognised', 'identified', 'awaiting-approval', 'authorised', 'printed'] },
];

export function offeredActs(state: CaseState, permissions: readonly Permission[], isCardInReader: boolean): CaseAct[] {
  if (isFinalCase(state)) return [];
  return OFFERS.filter((offer) => offer.states.includes(state) && permissions.includes(offer.permission) && (isCardInReader || !offer.needsCard)).map(({ act }) => act);
}
