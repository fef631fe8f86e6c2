// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComparedPart, PersonOnPaper } from '../../comparison/compare-identity';
import { compareGivenNames, compareSurnames } from '../../comparison/compare-names';
import type { NameFinding } from '../../comparison/compare-names';

/** In what the delegate of the form is not the person of the document. What is merely written otherwise the operator may decide; another name is somebody else's. */
export function delegateDifferences(
  delegate: { readonly surname: string; readonly name: string },
  person: PersonOnPaper,
  accepted: readonly ComparedPart[],
): readonly ComparedPart[] {
  const rows: readonly (readonly [ComparedPart, NameFinding])[] = [
    ['surname', compareSurnames(delegate.surname, person.surname)],
    ['name', compareGivenNames(delegate.name, person.name)],
  ];
  return rows.flatMap(([part, { kind }]) => {
    if (kind === 'equal' || kind === 'equal-but-for-accents') return [];
    const isOpenToDecision = kind !== 'differs' && kind !== 'missing';
    return isOpenToDecision && accepted.includes(part) ? [] : [part];
  });
}
