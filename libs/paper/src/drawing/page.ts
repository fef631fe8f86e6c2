// SPDX-License-Identifier: AGPL-3.0-or-later
/** Points (1/72 inch) from millimetres. */
export const mm = (length: number): number => (length * 72) / 25.4;

/** A4 (ISO 216) in points, with margins of 14 mm above and below and 15 mm at the sides. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  left: mm(15),
  right: mm(195),
  top: mm(14),
  bottom: mm(283),
  inner: mm(180),
} as const;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
