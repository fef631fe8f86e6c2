// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { CASE_KIND_RULES } from '@sportello/domain';
import type { EvidencePaper } from '@sportello/domain';

/** A paper of which a file may be added; `isWanted`: its kind of case asks for it. */
export interface OfferedPaper {
  readonly paper: EvidencePaper;
  readonly isWanted: boolean;
}

type CaseOfPapers = Pick<CaseView, 'kind' | 'needs'>;

/**
 * The papers of a case that are kept, by its kind, its desk and what the body asks for; those that are only seen leave no file. Of a case that has ended nobody tells
 * any more whether its desk keeps a copy: one may be added.
 */
export function papersOfCase({ kind, needs }: CaseOfPapers): readonly OfferedPaper[] {
  const byKind = CASE_KIND_RULES[kind].papers.flatMap(({ paper, handling }): readonly OfferedPaper[] => {
    if (handling !== 'by-desk-kind') return handling === 'kept' ? [{ paper, isWanted: true }] : [];
    return needs === null ? [{ paper, isWanted: false }] : [];
  });
  const byDesk = (needs?.papers ?? []).filter(({ paper, handling }) => handling === 'kept' && !byKind.some((known) => known.paper === paper));
  return [...byKind, ...byDesk.map(({ paper }) => ({ paper, isWanted: true }))];
}

/** Once something was printed, also the form that the citizen signed. */
export function papersOfPrintedCase(inHand: CaseOfPapers): readonly OfferedPaper[] {
  return [...papersOfCase(inHand), { paper: 'signed-form', isWanted: false }];
}
