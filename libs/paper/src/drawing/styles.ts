// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FontName } from './fonts';

/** A font at a size in points; `leading` is the distance between baselines. */
export interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly leading: number;
}

const style = (font: FontName, size: number, leading: number): Style => ({ font, size, leading });

/** Every text on paper is set in one of these. */
export const STYLES = {
  body: style('semibold', 13, 15),
  underBody: style('regular', 11, 14),
  cornerLabel: style('regular', 9.5, 12),
  cornerNumber: style('mono', 20, 20),
  recipient: style('semibold', 24, 26),
  delivery: style('regular', 11, 14),
  outerCode: style('mono', 12, 14),
  note: style('regular', 10, 12.6),
  title: style('semibold', 21, 23),
  codeName: style('semibold', 21, 23),
  code: style('mono', 36, 36),
  codeUse: style('semibold', 13.5, 16),
  text: style('regular', 11.5, 15.4),
  textTitle: style('semibold', 11.5, 15.4),
  section: style('semibold', 13, 16),
  sealTitle: style('semibold', 18, 20),
  sealText: style('regular', 11.5, 14.8),
  warning: style('semibold', 14, 16),
  formNumber: style('mono', 9, 11),
  footer: style('regular', 10.5, 14),
  test: style('semibold', 10.5, 14),
} as const satisfies Readonly<Record<string, Style>>;
