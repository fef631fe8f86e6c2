// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardInReader, CardView, CaseView, DeskView, HolderView, Problem, ProblemCode, SessionView, StationView } from '@sportello/contracts';
import type { CaseState } from '@sportello/domain';

/** An invented person with an invented card, at an invented desk. */
export const CASE_ID = '0191f2a0-0000-7000-8000-000000000119';
export const INSERTION_ID = '0191f2a0-0000-7000-8000-0000000000aa';
export const AT = '2026-11-24T09:43:58Z';

export function holder(changes: Partial<HolderView> = {}): HolderView {
  return { surname: 'ROSSI', name: 'MARIA', birthDate: '1980-01-01', birthPlace: 'Roma', sex: 'F', codiceFiscale: 'RSSMRA80A41H501Y', isOmocode: false, age: 46, ...changes };
}

export function card(changes: Partial<CardView> = {}): CardView {
  return {
    idCarta: '6090412077358013',
    cardType: 'AC2018',
    software: null,
    regionCode: '090',
    regionName: 'Toscana',
    teamNumber: null,
    issuedOn: '2024-05-20',
    expiresOn: '2030-05-20',
    state: 'inactive',
    certificate: { notAfter: '2030-05-17T23:59:59Z', status: 'valid', dataHash: 'padded' },
    revocation: { status: 'not-checked', by: null, checkedAt: null, revokedAt: null },
    warnings: [],
    holder: holder(),
    ...changes,
  };
}

export function recognised(changes: Partial<Extract<CardInReader, { state: 'recognised' }>> = {}): Extract<CardInReader, { state: 'recognised' }> {
  return { state: 'recognised', insertionId: INSERTION_ID, insertedAt: AT, card: card(), openCaseId: CASE_ID, ...changes };
}

export function station(changes: Partial<StationView> = {}): StationView {
  return { id: CASE_ID, name: 'Postazione 1', isOnline: true, lastSeenAt: AT, reader: 'ready', operatorReader: null, envelopes: 'ready', forms: 'ready', ...changes };
}

export function desk(changes: Partial<DeskView> = {}): DeskView {
  return {
    at: AT,
    station: station(),
    stationChoice: 'only',
    cardInReader: null,
    secondCard: null,
    openCases: [],
    today: { delivered: 14, refused: 1, held: 2, spoiled: 1 },
    sheets: { loaded: 37, next: '000419' },
    custody: { day: 'open', isStockLow: false, minimumSheets: 50, stop: null, matters: 0 },
    ...changes,
  };
}

const ACTS: Partial<Record<CaseState, CaseView['acts']>> = {
  recognised: ['identify', 'refuse', 'abandon'],
  authorised: ['print-envelope', 'refuse', 'abandon'],
  printing: ['scan', 'void-envelope'],
  written: ['scan', 'suspend'],
  undelivered: ['scan'],
};

export function caseView(state: CaseState, changes: Partial<CaseView> = {}): CaseView {
  const isBeforePaper = ['recognised', 'authorised', 'refused', 'abandoned'].includes(state);
  return {
    id: CASE_ID,
    number: 119,
    formNumber: 'P119-26',
    receiptNumber: isBeforePaper ? null : '2026-000884',
    isOwnDesk: true,
    kind: 'holder',
    purpose: 'activation',
    duplicateReason: null,
    offeredKinds: [],
    mode: 'direct',
    state,
    revision: 1,
    openedAt: AT,
    changedAt: AT,
    initials: 'R.M.',
    isCardInReader: true,
    card: card(),
    document: null,
    needs: { applicant: 'holder', asksApplicantCard: false, papers: [], declarations: [], asksDecree: false, needsApproval: false, printouts: ['envelope', 'form'] },
    applicant: null,
    sameVisit: null,
    warnings: [],
    papersFiled: [],
    approval: null,
    envelope: { language: 'it', layout: 'normal' },
    sheet: isBeforePaper ? null : { controlNumber: '000419', state: 'printed' },
    spoiledSheet: null,
    phases: [],
    obstacle: null,
    stationChange: null,
    refusal: null,
    corrections: [],
    inCharge: { id: '0191f2a0-0000-7000-8000-000000000001', name: 'L. Bini' },
    handOver: null,
    recordActs: [],
    acts: ACTS[state] ?? [],
    ...changes,
  };
}

export function session(changes: Partial<SessionView> = {}): SessionView {
  return {
    operator: { id: '0191f2a0-0000-7000-8000-000000000001', displayName: 'L. Bini', roles: ['operator'] },
    desk: { id: '0191f2a0-0000-7000-8000-000000000002', name: 'Sportello 2', place: 'Massa', body: 'ASL', kind: 'asl' },
    desks: [{ id: '0191f2a0-0000-7000-8000-000000000002', name: 'Sportello 2', place: 'Massa' }],
    permissions: ['desk.read', 'case.read', 'case.open'],
    csrfToken: 'first',
    expiresAt: AT,
    isLocked: false,
    mayOnlyEnrol: false,
    idleLockMinutes: 10,
    isTest: true,
    identityDocuments: {},
    training: null,
    ...changes,
  };
}

export function problem(code: ProblemCode, status = 409, details?: Record<string, unknown>): Problem {
  return { type: 'about:blank', title: code, status, code, requestId: 'r1', ...(details ? { details } : {}) };
}
