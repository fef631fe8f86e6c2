// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DayView, MatterView, SheetsView, TrayView } from '@sportello/contracts';
import { AT, CASE_ID } from './fixtures';

export const STATION_ID = '0191f2a0-0000-7000-8000-0000000000bb';
export const MATTER_ID = '0191f2a0-0000-7000-8000-0000000000cc';

export function tray(changes: Partial<TrayView> = {}): TrayView {
  return { stationId: STATION_ID, station: 'Postazione 1', next: '000419', last: '000600', count: 182, ranges: [{ first: '000419', last: '000600' }], isStopped: false, ...changes };
}

export function matter(changes: Partial<MatterView> = {}): MatterView {
  return {
    id: MATTER_ID,
    kind: 'count-differs',
    state: 'open',
    desk: 'Sportello 2',
    station: null,
    day: '2026-11-24',
    openedAt: AT,
    openedBy: 'L. Bini',
    ranges: [{ first: '000599', last: '000600' }],
    expected: null,
    numberRead: null,
    differences: [{ place: 'loaded', station: 'Postazione 1', missing: [{ first: '000599', last: '000600' }], unexpected: [] }],
    outcome: null,
    outcomes: ['found', 'destroyed'],
    signatures: [],
    isStopping: false,
    isOverdue: false,
    canSign: true,
    ...changes,
  };
}

export function sheets(changes: Partial<SheetsView> = {}): SheetsView {
  return {
    at: AT,
    day: '2026-11-24',
    rules: { minimumSheets: 50, isOnePerson: false, spoiledPerDay: null, areDefaults: true },
    inStock: [{ first: '001001', last: '001500' }],
    trays: [tray()],
    inHand: [{ first: '000417', last: '000418' }],
    toUse: 682,
    isLow: false,
    toBag: [],
    bags: [],
    boxes: [],
    transfers: [],
    otherDesks: [],
    matters: [],
    ...changes,
  };
}

export function day(changes: Partial<DayView> = {}): DayView {
  return {
    at: AT,
    day: '2026-11-24',
    state: 'open',
    openedAt: AT,
    openedBy: 'L. Bini',
    closedAt: null,
    closedBy: null,
    selfTest: [{ stationId: STATION_ID, station: 'Postazione 1', isOnline: true, reader: 'ready', operatorReader: null, envelopes: 'media-jam', forms: 'ready' }],
    trays: [tray()],
    inStock: [{ first: '001001', last: '001500' }],
    inHand: [{ first: '000417', last: '000418' }],
    openCases: [{ id: CASE_ID, number: 119, initials: 'R.M.', state: 'undelivered' }],
    sum: { opening: 684, received: 0, transferredIn: 0, delivered: 0, spoiled: 0, destroyed: 0, transferredOut: 0, closing: { 'in-stock': 500, loaded: 182, printed: 0, held: 2 }, difference: 0 },
    handovers: [],
    colleagues: [{ id: '0191f2a0-0000-7000-8000-0000000000dd', name: 'M. Verdi' }],
    matters: [],
    ...changes,
  };
}
