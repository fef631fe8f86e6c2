// SPDX-License-Identifier: AGPL-3.0-or-later
import { code39 } from '../drawing/barcode';
import { PAGE, mm } from '../drawing/page';
import { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import { CATALOGUES } from '../text/catalogue';
import { drawHeading, drawMark, drawRulers } from './marks';
import type { TestPageData } from './test-page-data';

const DUMMY = 'PROVA-0';
const BARS = { module: 0.905, height: mm(9) };

/** A page of plain paper with the margins of the forms, and a form's bar code with a dummy. */
export async function renderFormTestPage({ language, date }: Omit<TestPageData, 'stationery'>): Promise<Buffer> {
  const said = CATALOGUES[language].testPage;
  const paper = new PaperDocument({ title: said.title, language, date });
  paper.addPage();
  drawRulers(paper);
  drawMark(paper, { x: PAGE.left, y: PAGE.top, width: PAGE.inner, height: PAGE.bottom - PAGE.top }, said.margins);
  const bars = code39(DUMMY);
  const corner = { width: bars.width * BARS.module, x: PAGE.right - bars.width * BARS.module - 20 };
  paper.barcode(said.dummyAlt(DUMMY), bars, { ...corner, y: 80, height: BARS.height });
  paper.line('P', DUMMY, STYLES.formNumber, { ...corner, baseline: 120, align: 'right' });
  drawHeading(paper, { title: said.title, lines: [said.noSecret, said.how.forms] }, { x: PAGE.left + 20, y: 190, width: PAGE.inner - 40 });
  return paper.finish();
}
