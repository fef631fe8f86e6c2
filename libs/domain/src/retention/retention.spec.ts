// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVIDENCE_PAPERS } from '../evidence/evidence-papers';
import { RETENTION_CLASSES, RETENTION_DAYS, RETENTION_RULES } from './retention-classes';
import { keptSince, retentionTerm, retentionTerms } from './retention-term';

describe('retention', () => {
  it('has a class of its own for each paper, and each class a proposal within the bounds', () => {
    expect(RETENTION_CLASSES).toEqual(expect.arrayContaining([...EVIDENCE_PAPERS]));
    for (const each of RETENTION_CLASSES) {
      expect(RETENTION_RULES[each].proposedDays).toBeGreaterThanOrEqual(RETENTION_DAYS.least);
      expect(RETENTION_RULES[each].proposedDays).toBeLessThanOrEqual(RETENTION_DAYS.most);
    }
  });

  it('is as the controller fixed it, and elsewhere a proposal that says it is one', () => {
    const terms = retentionTerms(new Map([['delegation', 730]]));
    expect(terms).toHaveLength(RETENTION_CLASSES.length);
    expect(terms.find((term) => term.class === 'delegation')).toEqual({ class: 'delegation', days: 730, isProposed: false });
    expect(terms.filter((term) => !term.isProposed)).toHaveLength(1);
  });

  it('that the controller fixed as it was proposed is fixed all the same', () => {
    expect(retentionTerm('visit', new Map([['visit', 730]]))).toEqual({ class: 'visit', days: 730, isProposed: false });
  });

  it('is over once as many days have passed', () => {
    expect(keptSince({ class: 'visit', days: 30, isProposed: false }, new Date('2026-12-31T10:00:00Z'))).toEqual(new Date('2026-12-01T10:00:00Z'));
  });
});
