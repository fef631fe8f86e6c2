// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PaperDocument } from '../drawing/paper-document';
import type { Layout } from '../layouts/layout';
import type { StationeryGeometry } from '../stationery/stationery-geometry';
import type { Catalogue } from '../text/catalogue';
import type { EnvelopeData } from './envelope-data';

/** All that a side of the envelope is drawn with. */
export interface EnvelopePage {
  readonly paper: PaperDocument;
  readonly data: EnvelopeData;
  readonly texts: Catalogue;
  readonly geometry: StationeryGeometry;
  readonly layout: Layout;
}
