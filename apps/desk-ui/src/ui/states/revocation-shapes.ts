// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationState, ServiceAge } from '@sportello/domain';
import type { ShapeName } from '../shape/shape';

/** Where a request stands, and how that stands with its service level, as they are drawn. */
export const REVOCATION_SHAPES: Readonly<Record<RevocationState, ShapeName>> = {
  logged: 'waiting',
  verified: 'running',
  transmitted: 'running',
  waiting: 'running',
  silent: 'attention',
  'refused-by-authority': 'attention',
  'awaiting-supervisor': 'waiting',
  accepted: 'running',
  confirmed: 'done',
  rejected: 'stopped',
};

export const AGE_SHAPES: Readonly<Record<ServiceAge, ShapeName>> = { 'in-time': 'done', due: 'attention', late: 'stopped', ended: 'unknown' };
