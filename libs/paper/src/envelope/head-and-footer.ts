// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { Catalogue } from '../text/catalogue';
import { TUSCAN_HELP_DESK } from '../text/help-desk';
import type { EnvelopeData } from './envelope-data';

const CORNER_WIDTH = 120;
const CORNER = { x: PAGE.right - CORNER_WIDTH, width: CORNER_WIDTH, align: 'right' } as const;

/** Body and desk at the left, the control number at the right: both pages tell to which sheet they belong. */
export function drawHead(paper: PaperDocument, data: EnvelopeData, texts: Catalogue): void {
  const left = { x: PAGE.left, width: PAGE.inner - CORNER_WIDTH - 20 };
  paper.line('P', data.body, STYLES.body, { ...left, baseline: 53.1 });
  paper.line('P', texts.desk, STYLES.underBody, { ...left, baseline: 68 });

  paper.line('P', texts.envelope.controlNumber, STYLES.cornerLabel, { ...CORNER, baseline: 48.6 });
  if (!data.isStockNumbered) paper.line('P', data.controlNumber, STYLES.cornerNumber, { ...CORNER, baseline: 70 });
  paper.line('P', texts.envelope.expected(data.controlNumber), STYLES.cornerLabel, { ...CORNER, baseline: 83.9 });
}

export function drawFooter(paper: PaperDocument, data: EnvelopeData, texts: Catalogue): void {
  paper.rule(785.4);
  const helpDesk = data.helpDesk ?? TUSCAN_HELP_DESK[data.language];
  paper.line('P', texts.helpDeskLine(helpDesk), STYLES.footer, { x: PAGE.left, baseline: 801, width: PAGE.inner });
}
