// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceFileView } from '@sportello/contracts';
import type { EvidencePaper } from '@sportello/domain';
import type { OfferedPaper } from './offered-papers';

/** How a paper stands: what has a file is kept; what has none is missing if its case asks for it. */
export type PaperStanding = 'kept' | 'missing' | 'optional';

export interface PaperRow {
  readonly paper: EvidencePaper;
  readonly standing: PaperStanding;
  readonly files: readonly EvidenceFileView[];
}

/** The papers that are offered, in their order, and behind them others of which there is a file. */
export function paperRows(offered: readonly OfferedPaper[], files: readonly EvidenceFileView[]): readonly PaperRow[] {
  const others = files.map(({ paper }) => paper).filter((paper) => !offered.some((each) => each.paper === paper));
  const all: readonly OfferedPaper[] = [...offered, ...[...new Set(others)].map((paper) => ({ paper, isWanted: false }))];
  return all.map(({ paper, isWanted }) => {
    const own = files.filter((file) => file.paper === paper);
    return { paper, standing: own.some(hasBytes) ? 'kept' : isWanted ? 'missing' : 'optional', files: own };
  });
}

export function hasBytes({ withdrawal, erasedAt }: EvidenceFileView): boolean {
  return withdrawal === null && erasedAt === null;
}
