// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE, mm } from '../drawing/page';
import { STYLES, styleOf } from '../drawing/styles';
import type { Layout } from './layout';

const text = styleOf('regular', 15, 18.6);
const strong = styleOf('semibold', 15, 18.6);

/** For eyes that need it: the codes as large as their line allows, no number that somebody has to read or dial under 24 pt, running text of 15 pt and more. The codes are in Titillium Web: a zero with a stroke is read as an eight, by tired eyes and by a phone alike. */
export const LARGE_PRINT: Layout = {
  head: {
    body: { style: styleOf('semibold', 17, 20), baseline: 54 },
    desk: { style: styleOf('regular', 15, 18), baseline: 74 },
    label: { style: STYLES.underBody, baseline: 43 },
    number: { style: styleOf('mono', 28, 28), baseline: 71 },
    expected: { style: styleOf('regular', 24, 26), baseline: 97 },
    cornerWidth: 165,
  },
  outside: {
    recipientLabel: { style: text, baseline: 118 },
    recipient: { style: styleOf('semibold', 28, 30), baseline: 147, least: 14 },
    delivery: { style: styleOf('regular', 16, 19), baseline: 168 },
    outerCode: {
      upperRule: 184,
      lowerRule: 291.4,
      bars: { x: PAGE.left, y: 197, module: 1.086, height: mm(14) },
      text: { style: styleOf('mono', 24, 26), baseline: 267 },
      matrix: { x: PAGE.left + 283.5, y: 206, width: mm(18), height: mm(18) },
      note: { style: styleOf('regular', 13, 16), x: PAGE.left + 354, baseline: 208 },
    },
    seal: { width: 452, title: styleOf('semibold', 24, 27), text: styleOf('regular', 16, 19.5), tab: strong },
    steps: { title: strong, text, width: 162, under: 27, over: 27 },
  },
  inside: {
    title: { style: styleOf('semibold', 26, 28), baseline: 130, least: 16 },
    codesX: PAGE.left + 92,
    flow: {
      top: 145,
      name: { style: styleOf('semibold', 28, 30), baseline: 52 },
      code: { style: styleOf('semibold', 60, 60), baseline: 56 },
      use: { style: styleOf('semibold', 18, 20), baseline: 83 },
      more: { style: text, baseline: 103 },
      after: 15,
    },
    masked: {
      name: { style: styleOf('semibold', 28, 30), baseline: 48 },
      code: { style: styleOf('semibold', 58, 58), baseline: 53 },
      use: { style: styleOf('semibold', 17, 20), baseline: 76 },
      notes: { style: text, baseline: 158, gap: 4 },
    },
    warning: { title: styleOf('semibold', 18, 20), text, padding: 14, titleDrop: 25 },
    columns: { title: strong, text },
  },
  footer: { style: styleOf('regular', 24, 27), last: 801, rise: 25 },
};
