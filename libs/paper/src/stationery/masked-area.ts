// SPDX-License-Identifier: AGPL-3.0-or-later
import { mm } from '../drawing/page';
import type { Rectangle } from '../drawing/page';

/** 180 × 92 mm: as large as the label of a mailer, front and back. */
export const MASKED_AREA: Rectangle = { x: mm(15), y: mm(115), width: mm(180), height: mm(92) };
