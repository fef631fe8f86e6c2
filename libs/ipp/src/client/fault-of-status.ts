// SPDX-License-Identifier: AGPL-3.0-or-later
import { isSuccess, type StatusName, statusText } from '../codec/statuses';
import type { IppFault } from './fault';

const faults: Readonly<Partial<Record<StatusName, IppFault>>> = {
  'client-error-forbidden': { kind: 'access-denied' },
  'client-error-not-authenticated': { kind: 'access-denied' },
  'client-error-not-authorized': { kind: 'access-denied' },
  'client-error-not-possible': { kind: 'not-possible' },
  'client-error-not-found': { kind: 'not-found' },
  'client-error-gone': { kind: 'not-found' },
  'client-error-document-format-not-supported': { kind: 'unsupported-format' },
  'client-error-document-format-error': { kind: 'unsupported-format' },
  'server-error-service-unavailable': { kind: 'busy' },
  'server-error-temporary-error': { kind: 'busy' },
  'server-error-busy': { kind: 'busy' },
  'server-error-not-accepting-jobs': { kind: 'not-accepting' },
  'server-error-job-canceled': { kind: 'aborted' },
};

/** The fault that a status means, or nothing when the operation was done. */
export const faultOfStatus = (code: number): IppFault | undefined => {
  if (isSuccess(code)) return undefined;
  const name = statusText(code);
  return faults[name as StatusName] ?? { kind: 'protocol', detail: name };
};
