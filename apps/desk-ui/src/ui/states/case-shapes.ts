// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseState } from '@sportello/domain';
import type { ShapeName } from '../shape/shape';

/** Which shape tells each state of a case; its word is `states.<state>`. */
export const CASE_SHAPES: Readonly<Record<CaseState, ShapeName>> = {
  recognised: 'running',
  identified: 'running',
  'awaiting-approval': 'waiting',
  authorised: 'running',
  printing: 'running',
  printed: 'running',
  writing: 'running',
  interrupted: 'interrupted',
  written: 'running',
  undelivered: 'waiting',
  delivered: 'done',
  refused: 'stopped',
  abandoned: 'stopped',
  faulty: 'stopped',
  lost: 'stopped',
};
