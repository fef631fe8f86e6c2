// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import { COMPARED_PARTS } from '@sportello/domain';
import type { ComparedPart } from '@sportello/domain';
import type { Trouble } from '../notice/told-trouble';

const DECIDED_BY_EYE: readonly ProblemCode[] = ['decision-missing', 'applicant-card-differs', 'delegation-names-another'];

/** What a refusal found to be written otherwise, as far as an operator may decide that it is the same person. */
export function differingParts(trouble: Trouble | null): readonly ComparedPart[] {
  if (trouble?.kind !== 'refused' || !DECIDED_BY_EYE.includes(trouble.problem.code)) return [];
  const fields = trouble.problem.details?.['fields'];
  return Array.isArray(fields) ? COMPARED_PARTS.filter((part) => fields.includes(part)) : [];
}
