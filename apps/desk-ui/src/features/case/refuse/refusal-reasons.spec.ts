// SPDX-License-Identifier: AGPL-3.0-or-later
import { REFUSAL_REASONS } from '@sportello/contracts';
import type { CaseView } from '@sportello/contracts';
import { needs } from '../testing/kinds';
import { refusalReasonsFor } from './refusal-reasons';

const OF_APPLICANTS = ['applicant-not-adult', 'delegation-names-another', 'paper-missing'] as const;

const ofApplicants = (wanted: CaseView['needs']) => refusalReasonsFor(wanted).filter((reason) => OF_APPLICANTS.some((each) => each === reason));

test('a holder who comes with the own document is refused for no applicant’s reason', () => {
  expect(ofApplicants(needs({ applicant: 'holder', papers: [], declarations: [] }))).toEqual([]);
  expect(ofApplicants(null)).toEqual([]);
});

test('a parent may be too young, or not sign', () => {
  expect(ofApplicants(needs({ applicant: 'parent', declarations: ['parental-responsibility'] }))).toEqual(['applicant-not-adult', 'paper-missing']);
});

test('a delegation may name somebody else', () => {
  const papers = [
    { paper: 'applicant-identity-document', handling: 'seen' },
    { paper: 'delegation', handling: 'kept' },
  ] as const;
  expect(ofApplicants(needs({ applicant: 'delegate', papers: [...papers], declarations: [] }))).toEqual([...OF_APPLICANTS]);
});

test('every reason of the contract is some case’s', () => {
  const everything = needs({ applicant: 'delegate', declarations: ['loss-of-codes'] });
  expect([...refusalReasonsFor(everything)].sort()).toEqual([...REFUSAL_REASONS].sort());
});
