// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardOfCaller } from '@sportello/contracts';
import { CASE_KIND_RULES, CASE_KINDS } from '@sportello/domain';
import type { CallerKind, CaseKind, RevocationAsker } from '@sportello/domain';

/** On whose behalf a caller asks; null: this sort of caller cannot ask by telephone. */
export function askerOf(callerKind: CallerKind | null): Extract<RevocationAsker, 'holder' | 'representative'> | null {
  return callerKind === 'holder' || callerKind === 'representative' ? callerKind : null;
}

/** As which kinds somebody may speak by CIP for this card's holder: those in whose quality it was activated. */
export function kindsOf(asker: RevocationAsker | null, card: CardOfCaller | null, isMinor: boolean): readonly CaseKind[] {
  if (asker === 'holder') return isMinor ? ['emancipated-minor'] : [];
  if (asker !== 'representative') return [];
  return CASE_KINDS.filter((kind) => {
    const { applicant, mode, holderAge } = CASE_KIND_RULES[kind];
    const isOnBehalf = applicant !== 'holder' && applicant !== 'delegate';
    return isOnBehalf && (card === null || mode === card.mode) && (card === null || (holderAge.below === undefined) !== isMinor);
  });
}
