// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES } from '@sportello/domain';
import type { CaseKind, EvidencePaper } from '@sportello/domain';

/** A paper of which a file may be added; `isWanted`: its kind of case asks for it. */
export interface OfferedPaper {
  readonly paper: EvidencePaper;
  readonly isWanted: boolean;
}

/** The papers that the kind of a case has kept; those that are only seen leave no file. */
export function papersOfKind(kind: CaseKind): readonly OfferedPaper[] {
  return CASE_KIND_RULES[kind].papers.flatMap(({ paper, handling }) => (handling === 'seen' ? [] : [{ paper, isWanted: handling === 'kept' }]));
}

/** Once something was printed, also the form that the citizen signed. */
export function papersOfPrintedCase(kind: CaseKind): readonly OfferedPaper[] {
  return [...papersOfKind(kind), { paper: 'signed-form', isWanted: false }];
}
