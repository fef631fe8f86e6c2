// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from '../time/local-date';
import { CHECKS, type CheckAdvice } from './findings';
import { type CardToCheck, type UnreadableCard, type Verdict, checkCard } from './functional-check';

const TODAY = existingDate(2026, 11, 24);
type ReadCard = Extract<CardToCheck, { readonly kind: 'read' }>;

const GOOD: ReadCard = {
  kind: 'read',
  isOdd: false,
  issuedOn: existingDate(2024, 5, 21),
  expiresOn: existingDate(2030, 5, 20),
  certificate: 'valid',
  state: 'active',
  revocation: 'not-checked',
  isInReportedLot: false,
};

describe('a functional check', () => {
  it('tells all that it looks at, in one order, whatever the card', () => {
    const unreadable = checkCard({ kind: 'not-usable', reason: 'unreadable' }, TODAY);
    for (const { rows } of [checkCard(GOOD, TODAY), unreadable]) expect(rows.map(({ check }) => check)).toEqual([...CHECKS]);
  });

  it.each<[string, Partial<ReadCard>, Verdict, CheckAdvice]>([
    ['an active card in force works', {}, 'works', 'fine'],
    ['an inactive card works, and is to be activated', { state: 'inactive' }, 'works', 'activate'],
    ['a card works on its last day, and its holder is told', { expiresOn: TODAY }, 'works', 'expires-soon'],
    ['a card that its register does not know works as far as can be told', { state: 'unknown' }, 'works', 'fine'],
    ['a card does not work on the day after its last', { expiresOn: existingDate(2026, 11, 23) }, 'works-not', 'renew'],
    ['a card with a certificate that has ended does not work', { certificate: 'expired' }, 'works-not', 'renew'],
    ['a card with another card’s certificate does not work', { certificate: 'of-another-card' }, 'works-not', 'replace'],
    ['a card of an unknown authority does not work', { certificate: 'untrusted' }, 'works-not', 'replace'],
    ['a suspended card does not work', { state: 'suspended' }, 'works-not', 'suspended'],
    ['a revoked card does not work', { state: 'revoked' }, 'works-not', 'revoked'],
    ['a card whose certificate somebody revoked does not work', { revocation: 'found' }, 'works-not', 'revoked'],
    ['a card of a reported lot is doubtful', { isInReportedLot: true }, 'doubtful', 'bad-lot'],
    ['a card with odd numbers is doubtful', { isOdd: true }, 'doubtful', 'numbers'],
    ['a card issued tomorrow is doubtful', { issuedOn: existingDate(2026, 11, 25) }, 'doubtful', 'numbers'],
    ['what does not work at all is said before what is doubtful', { isInReportedLot: true, state: 'revoked' }, 'works-not', 'revoked'],
  ])('%s', (_, changes, verdict, advice) => {
    expect(checkCard({ ...GOOD, ...changes }, TODAY)).toMatchObject({ verdict, advice });
  });

  it.each<[UnreadableCard, Verdict, CheckAdvice]>([
    ['no-chip', 'works-not', 'no-chip'],
    ['unreadable', 'works-not', 'clean-and-replace'],
    ['faulty-chip', 'works-not', 'clean-and-replace'],
    ['not-pushed-in', 'doubtful', 'push-in'],
    ['unsupported', 'doubtful', 'not-ours'],
    ['not-cns', 'doubtful', 'not-ours'],
    ['professional-card', 'doubtful', 'not-ours'],
  ])('a card that is %s is told so, and judged by nothing else', (reason, verdict, advice) => {
    const check = checkCard({ kind: 'not-usable', reason }, TODAY);
    expect(check).toMatchObject({ verdict, advice });
    expect(check.rows.slice(1).every(({ outcome }) => outcome === 'not-checked')).toBe(true);
  });

  it('says honestly that nobody was asked about a revocation', () => {
    expect(checkCard(GOOD, TODAY).rows.find(({ check }) => check === 'revocation')).toEqual({ check: 'revocation', outcome: 'not-checked', finding: 'revocation-not-checked' });
  });
});
