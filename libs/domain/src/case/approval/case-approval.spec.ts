// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseLocalDate } from '../../time/parse-date';
import { type AskedApproval, USUAL_APPROVAL_TERMS, approvalExpiry, approvalValidThrough, isApprovalOverdue, mayDecide } from './case-approval';

const askedAt = new Date('2026-11-24T09:00:00Z');
const asked: AskedApproval = { state: 'waiting', askedBy: 'operator', expiresAt: approvalExpiry(askedAt, USUAL_APPROVAL_TERMS) };
const after = (minutes: number): Date => new Date(askedAt.getTime() + minutes * 60_000);
const supervisor = { by: 'supervisor', hasWorked: false };

function day(text: string) {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error('no such day');
  return parsed.value;
}

describe('an approval', () => {
  it('is decided by somebody else, while it waits', () => {
    expect(mayDecide(asked, supervisor, after(29))).toEqual({ ok: true, value: 'may-decide' });
  });

  it('is never decided by who asked, nor by who worked the case', () => {
    expect(mayDecide(asked, { by: 'operator', hasWorked: false }, after(1))).toEqual({ ok: false, refusal: { kind: 'own-approval' } });
    expect(mayDecide(asked, { ...supervisor, hasWorked: true }, after(1))).toEqual({ ok: false, refusal: { kind: 'own-approval' } });
  });

  it('is over after half an hour, to the minute', () => {
    expect(isApprovalOverdue(asked, after(29.99))).toBe(false);
    expect(isApprovalOverdue(asked, after(30))).toBe(true);
    expect(mayDecide(asked, supervisor, after(30))).toEqual({ ok: false, refusal: { kind: 'approval-ended' } });
  });

  it.each(['approved', 'refused', 'expired', 'withdrawn'] as const)('that is %s is not decided again, nor overdue', (state) => {
    expect(mayDecide({ ...asked, state }, supervisor, after(1))).toEqual({ ok: false, refusal: { kind: 'approval-ended' } });
    expect(isApprovalOverdue({ ...asked, state }, after(60))).toBe(false);
  });

  it('that nobody asked for is not given', () => {
    expect(mayDecide(undefined, supervisor, after(1))).toEqual({ ok: false, refusal: { kind: 'approval-ended' } });
  });

  it.each([
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-11-24', 0, '2026-11-24'],
  ])('given on %s counts for %i more days, through %s', (decidedOn, validDays, through) => {
    expect(approvalValidThrough(day(decidedOn), { ...USUAL_APPROVAL_TERMS, validDays })).toBe(through);
  });
});
