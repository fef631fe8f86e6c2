// SPDX-License-Identifier: AGPL-3.0-or-later
import { drawOuterCode } from '../drawing/outer-code';
import { PAGE } from '../drawing/page';
import type { Rectangle } from '../drawing/page';
import { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import { NORMAL } from '../layouts/normal';
import { GEOMETRIES } from '../stationery/geometries';
import { CATALOGUES } from '../text/catalogue';
import { drawHeading, drawMark, drawRulers } from './marks';
import type { TestPageData } from './test-page-data';

/** No control number and no outer code looks like this one: read by the desk it means nothing. */
const DUMMY = 'PROVA-000000';

/** Both sides of an envelope sheet with a frame round each of its parts, and both bar codes with a dummy. Nothing on it is secret. */
export async function renderEnvelopeTestPage({ language, stationery, date }: TestPageData): Promise<Buffer> {
  const texts = CATALOGUES[language];
  const said = texts.testPage;
  const geometry = GEOMETRIES[stationery];
  const heading = { title: said.title, lines: [`${said.stationery}: ${said.stationeries[stationery]}`, said.noSecret, said.how.envelopes] };
  const paper = new PaperDocument({ title: said.title, language, date });
  const fold = (): void => {
    if (geometry.fold !== null) drawMark(paper, { x: 0, y: geometry.fold, width: PAGE.width, height: 0 }, said.fold);
  };

  paper.addPage();
  drawRulers(paper);
  paper.line('P', said.sides[0], STYLES.body, { x: PAGE.left, baseline: 53, width: 250 });
  if (geometry.numberField) drawMark(paper, geometry.numberField, said.numberField);
  drawOuterCode(paper, DUMMY, NORMAL.outside.outerCode, { alt: said.dummyAlt(DUMMY), note: said.dummyAlt(DUMMY) });
  drawMark(paper, geometry.mask, said.mask);
  drawHeading(paper, heading, inside(geometry.mask));
  fold();

  paper.addPage();
  drawRulers(paper);
  paper.line('P', said.sides[1], STYLES.body, { x: PAGE.left, baseline: 53, width: 250 });
  drawMark(paper, geometry.mask, geometry.codes === 'behind-mask' ? said.codes : said.mask);
  fold();
  return paper.finish();
}

function inside({ x, y, width }: Rectangle): { readonly x: number; readonly y: number; readonly width: number } {
  return { x: x + 20, y: y + 52, width: width - 40 };
}
