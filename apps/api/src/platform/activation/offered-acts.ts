// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseAct } from '@sportello/contracts';
import { type CaseState, type Permission, moveCase } from '@sportello/domain';
import { causeOfAbandoning, causeOfVoiding } from './causes';
import { hasForm } from './has-form';

interface Offer {
  readonly permission: Permission;
  /** Whether the case's own table allows what the act does. */
  readonly isOpen: (state: CaseState) => boolean;
  /** Only while the card is in the desk's reader. */
  readonly needsCard?: true;
}

const OFFERS: Readonly<Record<CaseAct, Offer>> = {
  identify: { permission: 'case.identify', isOpen: (state) => moveCase(state, 'identified').ok, needsCard: true },
  'print-envelope': { permission: 'case.print', isOpen: (state) => moveCase(state, 'printing').ok },
  'print-form': { permission: 'case.print', isOpen: hasForm },
  'void-envelope': { permission: 'case.void-envelope', isOpen: (state) => moveCase(state, 'authorised', causeOfVoiding(state)).ok },
  // Scanned once more while it waits for its card, an envelope asks for the write that has not begun.
  scan: { permission: 'case.scan', isOpen: (state) => state === 'printed' || moveCase(state, 'printed').ok || moveCase(state, 'delivered').ok },
  suspend: { permission: 'case.suspend', isOpen: (state) => moveCase(state, 'undelivered').ok },
  refuse: { permission: 'case.refuse', isOpen: (state) => moveCase(state, 'refused').ok },
  abandon: { permission: 'case.abandon', isOpen: (state) => moveCase(state, 'abandoned', causeOfAbandoning(state)).ok },
  'resume-writing': { permission: 'case.decide-stopped', isOpen: (state) => state === 'interrupted' },
  'new-codes': { permission: 'case.decide-stopped', isOpen: (state) => state === 'interrupted' },
  'close-as-lost': { permission: 'case.decide-stopped', isOpen: (state) => moveCase(state, 'lost', 'closed-by-supervisor').ok },
};

/** What somebody with these permissions may do with a case now; the page offers these acts and no others. */
export function offeredActs(state: CaseState, permissions: readonly Permission[], isCardInReader: boolean): CaseAct[] {
  const acts = Object.keys(OFFERS) as CaseAct[];
  return acts.filter((act) => {
    const { permission, isOpen, needsCard } = OFFERS[act];
    return permissions.includes(permission) && isOpen(state) && (isCardInReader || !needsCard);
  });
}
