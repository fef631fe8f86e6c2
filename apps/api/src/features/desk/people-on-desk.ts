// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskView } from '@sportello/contracts';
import type { AuditSubject } from '../../platform/audit/audit-entry';

/** How many citizens the desk shows: of the cards in the readers, and of the open cases. */
export function peopleOnDesk({ cardInReader, secondCard, openCases }: DeskView): number {
  return [cardInReader, secondCard].filter((stay) => stay?.state === 'recognised').length + openCases.length;
}

/** The card whose holder the desk shows by name, if there is one: by its stay in the reader, which says no number. */
export function cardOnDesk({ cardInReader, secondCard }: DeskView): { readonly subject: AuditSubject } | undefined {
  const stay = [cardInReader, secondCard].find((each) => each?.state === 'recognised');
  return stay ? { subject: { kind: 'card', id: stay.insertionId } } : undefined;
}
