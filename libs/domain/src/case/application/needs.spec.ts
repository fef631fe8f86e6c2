// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS } from '../case-kinds/case-kind';
import type { CaseKind } from '../case-kinds/case-kind';
import { CASE_KIND_RULES } from '../case-kinds/case-kind-rules';
import { USUAL_BODY_OPTIONS } from './body-options';
import { needsOf } from './needs';
import type { CaseCircumstances } from './needs';

const USUAL: CaseCircumstances = { deskKind: 'asl', purpose: 'activation', options: USUAL_BODY_OPTIONS, holderAge: 40 };

function needs(kind: CaseKind, circumstances: Partial<CaseCircumstances> = {}) {
  return needsOf(CASE_KIND_RULES[kind], { ...USUAL, ...circumstances });
}

function papers(kind: CaseKind, circumstances: Partial<CaseCircumstances>) {
  return needs(kind, circumstances).papers.map(({ paper }) => paper);
}

describe('what a case asks for', () => {
  it.each(CASE_KINDS)('of %s is its row, when the body asks for nothing of its own', (kind) => {
    const { papers: ofRow, declarations, printouts } = CASE_KIND_RULES[kind];
    expect(papers(kind, {})).toEqual(ofRow.map(({ paper }) => paper));
    expect(needs(kind)).toMatchObject({ declarations, printouts });
  });

  it.each(CASE_KINDS)('of a duplicate of codes is the loss signed for, too: %s', (kind) => {
    const { declarations, printouts } = needs(kind, { purpose: 'duplicate' });
    expect(declarations).toEqual([...CASE_KIND_RULES[kind].declarations, 'loss-of-codes']);
    expect(printouts.filter((printout) => printout === 'self-declaration')).toHaveLength(1);
  });

  it('keeps a copy of the identity document where the desk’s kind is to keep one, and else notes its details', () => {
    const options = { ...USUAL_BODY_OPTIONS, copyKeptAt: ['pharmacy'] as const };
    expect(needs('holder', { options, deskKind: 'pharmacy' }).papers).toEqual([{ paper: 'applicant-identity-document', handling: 'kept' }]);
    expect(needs('holder', { options, deskKind: 'asl' }).papers).toEqual([{ paper: 'applicant-identity-document', handling: 'seen' }]);
  });
});

describe('where the body asks for more', () => {
  const asking = (option: 'asksMinorConsent' | 'asksOtherParentAgreement' | 'asksCourtPaper') => ({ ...USUAL_BODY_OPTIONS, [option]: true });

  it.each([
    [13, false],
    [14, true],
    [17, true],
  ])('a minor of %i has a say of their own: %s', (holderAge, isAsked) => {
    for (const kind of ['parent-of-minor', 'guardian-of-minor'] as const) expect(papers(kind, { holderAge, options: asking('asksMinorConsent') }).includes('minor-consent')).toBe(isAsked);
  });

  it('an emancipated minor, who acts alone, consents to nothing', () => {
    expect(papers('emancipated-minor', { holderAge: 17, options: asking('asksMinorConsent') })).not.toContain('minor-consent');
  });

  it('the other parent agrees to what a parent asks, and to nobody else’s', () => {
    const options = asking('asksOtherParentAgreement');
    expect(CASE_KINDS.filter((kind) => papers(kind, { options, holderAge: 10 }).includes('other-parent-agreement'))).toEqual(['parent-of-minor']);
  });

  it('guardians and curators show the court’s paper', () => {
    const options = asking('asksCourtPaper');
    expect(CASE_KINDS.filter((kind) => papers(kind, { options }).includes('court-paper'))).toEqual(['guardian-of-minor', 'guardian-of-ward', 'curator-of-ward']);
  });
});
