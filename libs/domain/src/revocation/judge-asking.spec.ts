// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { CASE_KINDS } from '../case/case-kinds/case-kind';
import { DESK_KINDS } from '../case/desk-kinds';
import { MODES_OF_ACTIVATION } from '../case/modes-of-activation';
import { accepted, refused } from '../testing/outcomes';
import { IDENTIFICATION_WAYS } from './identification-ways';
import { judgeRevocationAsking } from './judge-asking';
import type { RevocationAsking } from './judge-asking';
import { REVOCATION_ASKER_RULES, REVOCATION_ASKERS } from './revocation-askers';
import { CERTIFICATE_REVOCATION_REASONS, CRL_REASONS, REVOCATION_REASON_RULES } from './revocation-reasons';

const HOLDER: RevocationAsking = { asker: 'holder', caseKind: null, way: 'cip-by-phone', reason: 'theft', holderAge: 40, mode: 'direct', deskKind: null };
const PARENT: RevocationAsking = { ...HOLDER, asker: 'representative', caseKind: 'parent-of-minor', holderAge: 9, mode: 'parental' };

describe('a holder', () => {
  it('asks by telephone with the CIP, and shows nothing', () => {
    expect(accepted(judgeRevocationAsking({ ...HOLDER, reason: 'code-compromise' }))).toEqual({ asksCip: true, papers: [], declarations: [], asksDecree: false, proof: null, approval: 'none', isBreach: false });
  });

  it.each(['card-at-desk', 'document-at-desk'] as const)('asks %s with an identity document, and no CIP', (way) => {
    expect(accepted(judgeRevocationAsking({ ...HOLDER, way, deskKind: 'pharmacy' }))).toMatchObject({ asksCip: false, papers: [{ paper: 'applicant-identity-document' }], approval: 'none' });
  });

  it.each(['theft', 'loss'] as const)('tells of a %s the report, or declares it', (reason) => {
    expect(accepted(judgeRevocationAsking({ ...HOLDER, reason })).proof).toBe('report-or-declaration');
  });

  it('who is a minor has somebody ask, but for the emancipated', () => {
    expect(refused(judgeRevocationAsking({ ...HOLDER, holderAge: 17 }))).toEqual({ kind: 'revocation-not-askable', because: 'minor', ways: [] });
    expect(judgeRevocationAsking({ ...HOLDER, holderAge: 17, caseKind: 'emancipated-minor' }).ok).toBe(true);
    expect(judgeRevocationAsking({ ...HOLDER, holderAge: 18 }).ok).toBe(true);
  });

  it('who says to be emancipated is believed by CIP where the card was activated so, and comes with the title elsewhere', () => {
    const emancipated: RevocationAsking = { ...HOLDER, holderAge: 17, caseKind: 'emancipated-minor' };
    expect(refused(judgeRevocationAsking({ ...emancipated, mode: 'parental' }))).toMatchObject({ because: 'not-who-activated', ways: ['card-at-desk', 'document-at-desk'] });
    expect(accepted(judgeRevocationAsking({ ...emancipated, mode: 'parental', way: 'document-at-desk', deskKind: 'asl' }))).toMatchObject({ approval: 'supervisor' });
    expect(accepted(judgeRevocationAsking({ ...emancipated, mode: 'direct' }))).toMatchObject({ approval: 'none' });
  });

  it('does not ask for what an office asks', () => {
    expect(refused(judgeRevocationAsking({ ...HOLDER, reason: 'bad-lot' }))).toMatchObject({ because: 'reason' });
    expect(refused(judgeRevocationAsking({ ...HOLDER, way: 'official-act' }))).toMatchObject({ because: 'way', ways: ['cip-by-phone', 'cip-on-public-page', 'card-at-desk', 'document-at-desk'] });
  });
});

describe('a representative', () => {
  it('asks by CIP who had the card activated in that quality', () => {
    expect(accepted(judgeRevocationAsking(PARENT))).toMatchObject({ asksCip: true, papers: [], declarations: [] });
    expect(refused(judgeRevocationAsking({ ...PARENT, mode: 'guardian' }))).toMatchObject({ because: 'not-who-activated', ways: ['card-at-desk', 'document-at-desk'] });
    expect(refused(judgeRevocationAsking({ ...PARENT, mode: null }))).toMatchObject({ because: 'not-who-activated' });
  });

  it.each(['cip-by-phone', 'cip-on-public-page', 'document-at-desk'] as const)('of a minor speaks no more once the holder is of age: %s', (way) => {
    expect(judgeRevocationAsking({ ...PARENT, way, holderAge: 17, deskKind: 'asl' }).ok).toBe(true);
    expect(refused(judgeRevocationAsking({ ...PARENT, way, holderAge: 18, deskKind: 'asl' }))).toEqual({ kind: 'revocation-not-askable', because: 'representative-kind', ways: [] });
  });

  it('asks at a desk with the papers of the case kind', () => {
    expect(accepted(judgeRevocationAsking({ ...PARENT, way: 'document-at-desk', mode: null, deskKind: 'asl' }))).toMatchObject({ declarations: ['parental-responsibility'], approval: 'none' });
    expect(accepted(judgeRevocationAsking({ ...PARENT, caseKind: 'support-administrator', holderAge: 40, way: 'document-at-desk', deskKind: 'asl' }))).toMatchObject({ asksDecree: true, approval: 'supervisor' });
    expect(refused(judgeRevocationAsking({ ...PARENT, caseKind: 'support-administrator', holderAge: 40, way: 'document-at-desk', deskKind: 'pharmacy' }))).toMatchObject({ because: 'desk-kind' });
  });

  it('who is a health delegate comes with a new delegation, and never asks by CIP', () => {
    const delegate: RevocationAsking = { ...PARENT, caseKind: 'health-delegate', holderAge: 80, mode: 'health-delegate' };
    expect(refused(judgeRevocationAsking(delegate))).toEqual({ kind: 'revocation-not-askable', because: 'representative-kind', ways: ['card-at-desk', 'document-at-desk'] });
    expect(accepted(judgeRevocationAsking({ ...delegate, way: 'document-at-desk', deskKind: 'asl' })).papers.map(({ paper }) => paper)).toContain('delegation');
  });

  it.each([null, 'holder', 'emancipated-minor'] as const)('as %s is none', (caseKind) => {
    expect(refused(judgeRevocationAsking({ ...PARENT, caseKind }))).toEqual({ kind: 'revocation-not-askable', because: 'representative-kind', ways: [] });
  });
});

describe('others', () => {
  it('a relative reports a death at a desk with a document, and a supervisor decides', () => {
    const relative: RevocationAsking = { ...HOLDER, asker: 'relative', reason: 'holder-death', way: 'document-at-desk', deskKind: 'asl' };
    expect(accepted(judgeRevocationAsking(relative))).toMatchObject({ proof: 'death-certificate-or-declaration', approval: 'supervisor' });
    expect(refused(judgeRevocationAsking({ ...relative, way: 'cip-by-phone' }))).toMatchObject({ because: 'way', ways: ['document-at-desk'] });
  });

  it('an office asks by its act, whatever the reason', () => {
    expect(accepted(judgeRevocationAsking({ ...HOLDER, asker: 'issuer', way: 'official-act', reason: 'holder-death' }))).toMatchObject({ proof: 'official-act', approval: 'supervisor', papers: [] });
  });

  it('a wrong delivery is a breach, and a bad lot two supervisors’', () => {
    expect(accepted(judgeRevocationAsking({ ...HOLDER, asker: 'desk', way: 'official-act', reason: 'wrong-delivery' }))).toMatchObject({ isBreach: true, approval: 'supervisor' });
    expect(accepted(judgeRevocationAsking({ ...HOLDER, asker: 'supervisors', way: 'official-act', reason: 'bad-lot' }))).toMatchObject({ approval: 'two-supervisors' });
  });
});

describe('the rule book', () => {
  it('lets each reason be asked for by somebody, and gives it a code of RFC 5280', () => {
    const askable = new Set(REVOCATION_ASKERS.flatMap((asker) => REVOCATION_ASKER_RULES[asker].reasons));
    for (const reason of CERTIFICATE_REVOCATION_REASONS) {
      expect([reason, askable.has(reason)]).toEqual([reason, true]);
      expect(CRL_REASONS[REVOCATION_REASON_RULES[reason].crlReason]).toBeGreaterThan(0);
    }
  });

  it('revokes for good: no reason is a hold, which is a suspension', () => {
    const codes = CERTIFICATE_REVOCATION_REASONS.map((reason) => REVOCATION_REASON_RULES[reason].crlReason);
    expect(codes).not.toContain('certificateHold');
    expect(codes).not.toContain('removeFromCRL');
  });

  it('answers every question, asks for a CIP only where there is one, and for papers only in person', () => {
    const asking = fc.record<RevocationAsking>({
      asker: fc.constantFrom(...REVOCATION_ASKERS),
      caseKind: fc.constantFrom(null, ...CASE_KINDS),
      way: fc.constantFrom(...IDENTIFICATION_WAYS),
      reason: fc.constantFrom(...CERTIFICATE_REVOCATION_REASONS),
      holderAge: fc.constantFrom(null, 0, 17, 18, 90),
      mode: fc.constantFrom(null, ...MODES_OF_ACTIVATION),
      deskKind: fc.constantFrom(null, ...DESK_KINDS),
    });
    fc.assert(
      fc.property(asking, (asked) => {
        const judged = judgeRevocationAsking(asked);
        if (!judged.ok) return;
        expect(judged.value.asksCip).toBe(asked.way.startsWith('cip-'));
        expect(judged.value.papers.length > 0).toBe(asked.way.endsWith('-at-desk'));
      }),
      { numRuns: 500 },
    );
  });
});
