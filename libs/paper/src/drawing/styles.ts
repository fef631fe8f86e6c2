// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FontName } from './fonts';

/** A font at a size in points; `leading` is the distance between baselines. */
export interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly leading: number;
}

export const styleOf = (font: FontName, size: number, leading: number): Style => ({ font, size, leading });

/** Every text on paper is set in one of these. */
export const STYLES = {
  body: styleOf('semibold', 13, 15),
  underBody: styleOf('regular', 11, 14),
  cornerLabel: styleOf('regular', 9.5, 12),
  cornerNumber: styleOf('mono', 20, 20),
  recipient: styleOf('semibold', 24, 26),
  delivery: styleOf('regular', 11, 14),
  outerCode: styleOf('mono', 12, 14),
  note: styleOf('regular', 10, 12.6),
  title: styleOf('semibold', 21, 23),
  codeName: styleOf('semibold', 21, 23),
  code: styleOf('mono', 36, 36),
  codeUse: styleOf('semibold', 13.5, 16),
  text: styleOf('regular', 11.5, 15.4),
  textTitle: styleOf('semibold', 11.5, 15.4),
  section: styleOf('semibold', 13, 16),
  sealTitle: styleOf('semibold', 18, 20),
  sealText: styleOf('regular', 11.5, 14.8),
  warning: styleOf('semibold', 14, 16),
  formNumber: styleOf('mono', 9, 11),
  footer: styleOf('regular', 10.5, 14),
  test: styleOf('semibold', 10.5, 14),
} as const satisfies Readonly<Record<string, Style>>;
