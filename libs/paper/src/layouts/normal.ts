// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE, mm } from '../drawing/page';
import { STYLES } from '../drawing/styles';
import type { Layout } from './layout';

/** As the pictures of `look/` show it. */
export const NORMAL: Layout = {
  head: {
    body: { style: STYLES.body, baseline: 53.1 },
    desk: { style: STYLES.underBody, baseline: 68 },
    label: { style: STYLES.cornerLabel, baseline: 48.6 },
    number: { style: STYLES.cornerNumber, baseline: 70 },
    expected: { style: STYLES.cornerLabel, baseline: 83.9 },
    cornerWidth: 120,
  },
  outside: {
    recipientLabel: { style: STYLES.delivery, baseline: 128.6 },
    recipient: { style: STYLES.recipient, baseline: 156, least: 12 },
    delivery: { style: STYLES.delivery, baseline: 173.2 },
    outerCode: {
      upperRule: 203.2,
      lowerRule: 291.4,
      bars: { x: PAGE.left, y: 218, module: 1.086, height: mm(13) },
      text: { style: STYLES.outerCode, baseline: 272.8 },
      matrix: { x: PAGE.left + 283.5, y: 223.3, width: mm(17), height: mm(17) },
      note: { style: STYLES.note, x: PAGE.left + 354, baseline: 238.6 },
    },
    seal: { width: 362, title: STYLES.sealTitle, text: STYLES.sealText, tab: STYLES.textTitle },
    steps: { title: STYLES.textTitle, text: STYLES.text, width: 150, under: 39, over: 31 },
  },
  inside: {
    title: { style: STYLES.title, baseline: 132, least: 13 },
    codesX: PAGE.left + 74,
    flow: {
      top: 151.9,
      name: { style: STYLES.codeName, baseline: 40.8 },
      code: { style: STYLES.code, baseline: 46.5 },
      use: { style: STYLES.codeUse, baseline: 72.2 },
      more: { style: STYLES.text, baseline: 88 },
      after: 18.4,
    },
    masked: {
      name: { style: STYLES.codeName, baseline: 41 },
      code: { style: STYLES.code, baseline: 46.5 },
      use: { style: STYLES.codeUse, baseline: 71 },
      notes: { style: STYLES.text, baseline: 168, gap: 7 },
    },
    warning: { title: STYLES.warning, text: STYLES.text, padding: 18.5, titleDrop: 28 },
    columns: { title: STYLES.textTitle, text: STYLES.text },
  },
  footer: { style: STYLES.footer, last: 801, rise: 15.6 },
};
