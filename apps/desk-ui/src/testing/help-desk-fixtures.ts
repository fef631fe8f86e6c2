// SPDX-License-Identifier: AGPL-3.0-or-later
import { DEFAULT_CIP_PATTERN, TELEPHONE_LINES } from '@sportello/domain';
import type { CallLine, CallView, CardOfCaller, HelpDeskLine, HelpDeskView, IdentificationByCipView, RevocationLine, RevocationLotView, RevocationReceipt, RevocationsView, RevocationView } from '@sportello/contracts';
import { AT } from './fixtures';

export const CALL_ID = '0191f2a0-0000-7000-8000-00000000ca01';
export const REQUEST_ID = '0191f2a0-0000-7000-8000-00000000ca02';
export const LOT_ID = '0191f2a0-0000-7000-8000-00000000ca03';
/** By the check letters of the domain. */
export const NUMBER = 'R26-000419-U';

export function cardOfCaller(changes: Partial<CardOfCaller> = {}): CardOfCaller {
  return { idCarta: '6090412077358013', expiresOn: '2030-05-20', activatedOn: '2024-05-20', desk: 'Massa, Sportello 2', mode: 'direct', state: 'active', isOfThisCip: true, openRequest: null, ...changes };
}

export function identification(changes: Partial<IdentificationByCipView> = {}): IdentificationByCipView {
  return { id: '0191f2a0-0000-7000-8000-00000000ca04', at: AT, until: '2026-11-24T10:43:58Z', surname: 'ROSSI', name: 'MARIA', isMinor: false, cards: [cardOfCaller()], ...changes };
}

export function call(changes: Partial<CallView> = {}): CallView {
  return {
    id: CALL_ID,
    number: '2026-1187',
    revision: 0,
    state: 'open',
    channel: 'phone',
    openedAt: AT,
    closedAt: null,
    openedBy: 'F. Galli',
    isOutOfHours: false,
    callerKind: null,
    category: null,
    notes: '',
    hasHealthWords: false,
    mail: null,
    doneSteps: [],
    outcome: null,
    followUp: null,
    identification: null,
    mayRecordUnverified: false,
    requests: [],
    earlier: [],
    ...changes,
  };
}

export function callLine(changes: Partial<CallLine> = {}): CallLine {
  return { id: CALL_ID, number: '2026-1187', state: 'open', channel: 'phone', openedAt: AT, category: 'lost-or-stolen', outcome: null, followUp: null, isOutOfHours: false, requestNumber: null, ...changes };
}

export function helpDeskLine(changes: Partial<HelpDeskLine> = {}): HelpDeskLine {
  return { phone: '800 004477', hours: [...TELEPHONE_LINES['help-desk'].hours], calendar: { isClosedOnHolidays: true, patronDay: null, closures: [] }, ...changes };
}

export function helpDesk(changes: Partial<HelpDeskView> = {}): HelpDeskView {
  return { opening: { isOpen: true, until: '2026-11-24T18:00:00Z' }, line: helpDeskLine(), openCalls: [], followUps: [], requests: { inTime: 2, due: 1, late: 0, unverified: 1, toDecide: 3, breaches: 1, stuck: 0 }, isSuspensionOn: false, areFiguresOn: false, figures: null, cipPattern: DEFAULT_CIP_PATTERN, ...changes };
}

export function receipt(changes: Partial<RevocationReceipt> = {}): RevocationReceipt {
  return { id: REQUEST_ID, number: NUMBER, spoken: ['R', '26', '000', '419', 'U'], recordedAt: AT, act: 'revocation', reason: 'theft', standing: 'identified', state: 'verified', idCartaLast8: '77358013', isOutOfHours: false, ...changes };
}

export function revocationLine(changes: Partial<RevocationLine> = {}): RevocationLine {
  return { id: REQUEST_ID, number: NUMBER, initials: 'R.M.', act: 'revocation', reason: 'theft', state: 'transmitted', standing: 'identified', approval: 'none', recordedAt: AT, since: AT, age: 'in-time', isBreach: false, isOutOfHours: false, ...changes };
}

export function revocations(changes: Partial<RevocationsView> = {}): RevocationsView {
  return { requests: [revocationLine()], hasMore: false, levels: [{ state: 'transmitted', dueMinutes: 1, lateMinutes: 10 }], ...changes };
}

export function revocation(changes: Partial<RevocationView> = {}): RevocationView {
  return {
    ...revocationLine(),
    revision: 3,
    asker: 'holder',
    caseKind: null,
    way: 'cip-by-phone',
    crlReason: 'keyCompromise',
    card: { idCarta: '6090412077358013', expiresOn: '2030-05-17', certificateSerial: '0A1B' },
    happenedAt: '2026-11-24T08:12:33Z',
    proof: { kind: 'self-declaration', isSigned: false },
    wronglyDelivered: null,
    notes: null,
    seenAtDesk: null,
    toldPerson: null,
    callId: CALL_ID,
    lotId: null,
    callBackAt: null,
    recordedBy: 'F. Galli',
    decidedBy: null,
    times: { requestedAt: AT, verifiedAt: AT, transmittedAt: '2026-11-24T09:44:02Z', acceptedAt: null, visibleAt: null },
    moves: [{ at: AT, from: 'logged', to: 'verified', cause: null, by: 'F. Galli', reason: null }],
    authority: { by: 'cmp', transactionId: 'a1', tries: 2, lastAnswer: 'nothing', words: null, lastTryAt: AT, nextTryAt: '2026-11-24T09:45:00Z' },
    canDecide: false,
    canResolve: false,
    ...changes,
  };
}

export function lot(changes: Partial<RevocationLotView> = {}): RevocationLotView {
  return {
    id: LOT_ID,
    revision: 1,
    state: 'dry-run',
    reason: 'Chip difettosi',
    digest: 'ab'.repeat(32),
    cards: 2,
    left: 0,
    toRevoke: 1,
    alreadyRevoked: 1,
    alreadyRequested: 0,
    notActive: 0,
    unknown: 0,
    askedBy: 'A. Conti',
    askedAt: AT,
    until: '2026-11-25T09:43:58Z',
    confirmedBy: null,
    confirmedAt: null,
    isOwn: false,
    canConfirm: true,
    ...changes,
  };
}
