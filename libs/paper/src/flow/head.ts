// SPDX-License-Identifier: AGPL-3.0-or-later
import { code39 } from '../drawing/barcode';
import { PAGE, mm } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { PaperHead } from '../papers/paper-head';
import type { Catalogue } from '../text/catalogue';
import type { Sheet } from './block';

const BARS = { module: 0.905, height: mm(9) };
const LOGO = { width: mm(32), height: mm(11), gap: 10 };

/** Mark, body and desk at the left; the paper's number as bars at the right, so that reading the signed paper finds its case. */
export function drawHead(paper: PaperDocument, head: PaperHead, { number }: Pick<Sheet, 'number'>, { logoAlt, desk: anyDesk }: Catalogue): void {
  const right = number === null ? PAGE.right : drawNumber(paper, number) - 20;
  const width = head.logo === undefined ? 0 : paper.picture(logoAlt(head.body), Buffer.from(head.logo, 'base64'), { x: PAGE.left, y: PAGE.top, ...LOGO }) + LOGO.gap;
  const place = { x: PAGE.left + width, width: right - PAGE.left - width };
  paper.line('P', head.body, STYLES.body, { ...place, baseline: 53.1 });
  paper.line('P', head.desk === null ? anyDesk : `${head.desk.name}, ${head.desk.place}`, STYLES.underBody, { ...place, baseline: 68 });
}

/** Returns where the bars begin. */
function drawNumber(paper: PaperDocument, { text, alt }: NonNullable<Sheet['number']>): number {
  const bars = code39(text);
  const corner = { width: bars.width * BARS.module, x: PAGE.right - bars.width * BARS.module };
  paper.barcode(alt, bars, { ...corner, y: PAGE.top, height: BARS.height });
  paper.line('P', text, STYLES.formNumber, { ...corner, baseline: 80.8, align: 'right' });
  return corner.x;
}
