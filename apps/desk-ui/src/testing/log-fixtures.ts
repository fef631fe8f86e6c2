// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogRowView, LogStateView } from '@sportello/contracts';
import { AT, CASE_ID } from './fixtures';
import { CARRARA, MASSA, VERDI_ID } from './people-fixtures';

export const ROW_ID = '0191f2a0-0000-7000-8000-00000000aa01';
export const STATION = { id: '0191f2a0-0000-7000-8000-000000000501', name: 'Postazione 1', deskId: MASSA.id };

export function logRow(changes: Partial<LogRowView> = {}): LogRowView {
  return {
    id: ROW_ID,
    at: AT,
    log: 'acts',
    act: 'case.delivered',
    outcome: 'done',
    actor: 'operator',
    operator: { id: VERDI_ID, name: 'M. Verdi' },
    roles: ['operator'],
    desk: MASSA,
    station: STATION,
    case: { id: CASE_ID, number: 119 },
    subject: null,
    details: { controlNumber: '000419' },
    change: null,
    requestId: 'req-1',
    block: 12,
    ...changes,
  };
}

export function logState(changes: Partial<LogStateView['logs'][number]> = {}): LogStateView {
  return {
    logs: [
      { log: 'acts', newest: { number: 12, sealedAt: AT, keyId: 'KEY-1' }, waiting: 0, stopped: null, ...changes },
      { log: 'access', newest: null, waiting: 0, stopped: null },
    ],
    desks: [CARRARA, MASSA],
    stations: [STATION],
    people: [{ id: VERDI_ID, name: 'M. Verdi' }],
  };
}
