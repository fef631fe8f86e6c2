// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS } from '../case/case-kinds/case-kind';
import { THINGS_TO_BRING, whatToBring } from './what-to-bring';

describe('what to bring', () => {
  it('is, for oneself, one’s card and document', () => {
    expect(whatToBring('holder', 'activation')).toMatchObject({ things: ['holder-card', 'applicant-identity-document'], declarations: [], needsApproval: false });
  });

  it('is, for a child, also the parent’s own card; the declaration is signed here', () => {
    expect(whatToBring('parent-of-minor', 'activation')).toMatchObject({ things: ['holder-card', 'applicant-card', 'applicant-identity-document'], declarations: ['parental-responsibility'] });
  });

  it('is, for somebody who cannot come, the signed delegation and a copy of their document', () => {
    expect(whatToBring('health-delegate', 'activation').things).toEqual(['holder-card', 'applicant-identity-document', 'delegation', 'holder-document-copy']);
  });

  it('has for new codes of every kind one more declaration to sign', () => {
    for (const kind of CASE_KINDS) expect(whatToBring(kind, 'duplicate').declarations).toEqual([...whatToBring(kind, 'activation').declarations, 'loss-of-codes']);
  });

  it('names nothing twice, and only things that the papers have words for', () => {
    for (const kind of CASE_KINDS) {
      const { things } = whatToBring(kind, 'duplicate');
      expect(new Set(things).size).toBe(things.length);
      for (const thing of things) expect(THINGS_TO_BRING).toContain(thing);
    }
  });
});
