// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stationery } from '@sportello/domain';
import { PEEL_LABEL_MAILER } from './peel-label-mailer';
import { PLAIN_PAPER } from './plain-paper';
import { SCRATCH_LABEL_MAILER } from './scratch-label-mailer';
import { SEALED_IN_LINE } from './sealed-in-line';
import type { StationeryGeometry } from './stationery-geometry';
import { WINDOW_ENVELOPE } from './window-envelope';

export const GEOMETRIES: Readonly<Record<Stationery, StationeryGeometry>> = {
  'scratch-label-mailer': SCRATCH_LABEL_MAILER,
  'peel-label-mailer': PEEL_LABEL_MAILER,
  'sealed-in-line': SEALED_IN_LINE,
  'plain-paper': PLAIN_PAPER,
  'window-envelope': WINDOW_ENVELOPE,
};
