// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseAct } from '@sportello/contracts';
import { type CaseState, type Permission, isOpenCase, moveCase } from '@sportello/domain';
import { causeOfAbandoning, causeOfVoiding } from './causes';
import { hasForm } from './has-form';
import type { ChangeStanding } from './station-change';

interface Offer {
  readonly permission: Permission;
  /** Whether the case's own table allows what the act does. */
  readonly isOpen: (state: CaseState) => boolean;
  /** Only while the card is in the desk's reader. */
  readonly needsCard?: true;
  /** Only while a station of the desk can open the codes. */
  readonly needsCodes?: true;
  /** Only while the change of station stands so. */
  readonly needsChange?: ChangeStanding;
  /** Only while this holds of the application. */
  readonly needsOfApplication?: (application: ApplicationStanding) => boolean;
}

/** Who came, as far as acts depend on it. */
export interface ApplicationStanding {
  /** The card has more than one kind. */
  readonly canKindChange: boolean;
  /** The applicant of an earlier case of this visit may go on with this card. */
  readonly isSameVisit: boolean;
  /** Somebody else than the holder was identified, here and now. */
  readonly canGoOn: boolean;
  readonly hasDeclarations: boolean;
  /** For whoever looks. */
  readonly approval: 'none' | 'waiting' | 'waiting-for-oneself' | 'expired';
  /** The citizen went, to come back while the request waits. */
  readonly isDeferred: boolean;
}

/** What an offer depends on besides the case's state. */
export interface OfferCircumstances {
  readonly isCardInReader: boolean;
  readonly canCodesBeOpened: boolean;
  readonly stationChange: ChangeStanding;
  readonly application: ApplicationStanding;
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
  // Where no station could open the codes, it would never write.
  'resume-writing': { permission: 'case.decide-stopped', isOpen: (state) => state === 'interrupted', needsCodes: true },
  'new-codes': { permission: 'case.decide-stopped', isOpen: (state) => state === 'interrupted' },
  'close-as-lost': { permission: 'case.decide-stopped', isOpen: (state) => moveCase(state, 'lost', 'closed-by-supervisor').ok },
  'ask-station-change': { permission: 'case.ask-station-change', isOpen: canCodesMove, needsChange: 'possible' },
  'confirm-station-change': { permission: 'case.confirm-station-change', isOpen: canCodesMove, needsChange: 'asked-by-another' },
  'change-kind': { permission: 'case.open', isOpen: (state) => state === 'recognised', needsCard: true, needsOfApplication: ({ canKindChange }) => canKindChange },
  'identify-same-visit': { permission: 'case.identify', isOpen: (state) => moveCase(state, 'identified').ok, needsCard: true, needsOfApplication: ({ isSameVisit }) => isSameVisit },
  'next-card': { permission: 'case.open', isOpen: (state) => state === 'written' || state === 'delivered', needsOfApplication: ({ canGoOn }) => canGoOn },
  'print-self-declaration': { permission: 'paper.print', isOpen: (state) => isOpenCase(state), needsOfApplication: ({ hasDeclarations }) => hasDeclarations },
  'decide-approval': { permission: 'case.decide-approval', isOpen: (state) => state === 'awaiting-approval', needsOfApplication: ({ approval }) => approval === 'waiting-for-oneself' },
  'ask-approval-again': { permission: 'case.identify', isOpen: (state) => state === 'identified', needsOfApplication: ({ approval }) => approval === 'expired' },
  'sign-approval': { permission: 'case.identify', isOpen: (state) => state === 'awaiting-approval', needsOfApplication: isWaiting },
  'return-later': { permission: 'case.identify', isOpen: (state) => state === 'awaiting-approval', needsOfApplication: ({ approval, isDeferred }) => isWaiting({ approval }) && !isDeferred },
};

/** What somebody with these permissions may do with a case now; the page offers these acts and no others. */
export function offeredActs(state: CaseState, permissions: readonly Permission[], { isCardInReader, canCodesBeOpened, stationChange, application }: OfferCircumstances): CaseAct[] {
  const acts = Object.keys(OFFERS) as CaseAct[];
  return acts.filter((act) => {
    const { permission, isOpen, needsCard, needsCodes, needsChange, needsOfApplication } = OFFERS[act];
    if (!permissions.includes(permission) || !isOpen(state) || needsOfApplication?.(application) === false) return false;
    return (isCardInReader || !needsCard) && (canCodesBeOpened || !needsCodes) && (needsChange === undefined || needsChange === stationChange);
  });
}

/** Printed and not written yet. */
function canCodesMove(state: CaseState): boolean {
  return state === 'printed' || state === 'interrupted';
}

function isWaiting({ approval }: Pick<ApplicationStanding, 'approval'>): boolean {
  return approval === 'waiting' || approval === 'waiting-for-oneself';
}
