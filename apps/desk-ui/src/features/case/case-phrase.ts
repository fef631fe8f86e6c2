// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { assertNever, CASE_KIND_RULES } from '@sportello/domain';
import type { CaseKind } from '@sportello/domain';
import type { PhraseId } from '../../ui/show-to-citizen/citizen-languages';
import { stopOf } from './stopped-case';

/** The phrase of a case's step, for whoever stands at the counter: the holder hears of the own envelope, a parent of the child's. */
export function phraseOfCase({ state, obstacle, kind }: Pick<CaseView, 'state' | 'obstacle' | 'kind'>): PhraseId {
  const stop = stopOf({ state, obstacle });
  if (stop) return stop.isElsewhere ? 'stopped-elsewhere' : 'stopped';
  switch (state) {
    case 'recognised':
      return forApplicant('recognised', kind);
    case 'written':
    case 'undelivered':
      return forApplicant('written', kind);
    case 'identified':
    case 'awaiting-approval':
    case 'authorised':
    case 'printing':
    case 'printed':
    case 'writing':
    case 'interrupted':
    case 'delivered':
    case 'refused':
    case 'abandoned':
    case 'faulty':
    case 'lost':
      return state;
    default:
      return assertNever(state);
  }
}

function forApplicant(phrase: 'recognised' | 'written', kind: CaseKind): PhraseId {
  const { applicant, holderAge } = CASE_KIND_RULES[kind];
  if (applicant === 'holder') return phrase;
  if (applicant === 'delegate') return `${phrase}-delegate`;
  return holderAge.below === undefined ? `${phrase}-represented` : `${phrase}-minor`;
}
