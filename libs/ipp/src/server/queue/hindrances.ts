// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QueueCondition } from '../server';

/** How a condition reads in printer-state-reasons (RFC 8011 §5.4.12); those without a word are not seen by the printer itself. */
const reasons: Readonly<Record<QueueCondition, string | null>> = {
  'media-jam': 'media-jam-error',
  'media-empty': 'media-empty-error',
  'door-open': 'door-open-error',
  'toner-low': 'toner-low-warning',
  stopped: 'paused',
  offline: null,
  busy: null,
  'nothing-comes-out': null,
};

export const reasonOf = (condition: QueueCondition): string | null => reasons[condition];

const hindering: ReadonlySet<QueueCondition> = new Set(['media-jam', 'media-empty', 'door-open', 'stopped']);

/** Whether no sheet moves while this lasts. */
export const hinders = (condition: QueueCondition): boolean => hindering.has(condition);
