// SPDX-License-Identifier: AGPL-3.0-or-later
import { mm } from '../drawing/page';
import type { Rectangle } from '../drawing/page';

/** Top right corner of the front, between the words "control number" and the expected one. */
export const PREPRINTED_NUMBER: Rectangle = { x: mm(140), y: mm(17.5), width: mm(55), height: mm(9) };
