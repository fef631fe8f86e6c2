// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import type { IdCartaNumber } from '../card/id-carta';
import { accepted, refused } from '../testing/outcomes';
import { day } from '../testing/dates';
import { crlReasonOf, judgeCertificateAct } from './certificate-acts';
import { IDENTIFICATION_WAYS } from './identification-ways';
import { judgeLot, judgeLotSize, LARGEST_LOT, lotText } from './lot-revocation';
import { effectsToRead, judgeReadBack } from './read-back';
import { parseRequestNumber, requestNumberOf, spokenGroups } from './request-number';
import { judgeRevocationProof } from './revocation-proof';
import type { ToldProof } from './revocation-proof';
import { CERTIFICATE_REVOCATION_REASONS, DECLARABLE_REASONS, REVOCATION_REASON_RULES } from './revocation-reasons';
import { OPEN_REVOCATION_STATES } from './revocation-states';
import { REVOCATION_SERVICE_LEVELS, serviceAgeOf } from './service-levels';
import { UNVERIFIED_A_DAY, mayRecordAnotherUnverified } from './unverified-limits';
import { judgeVerification } from './verification';

const NOW = new Date('2026-11-28T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe('suspension and its end', () => {
  it('are off until a body switches them on', () => {
    expect(refused(judgeCertificateAct('suspension', 'cip-by-phone', 'active'))).toEqual({ kind: 'suspension-off' });
    expect(refused(judgeCertificateAct('reactivation', 'card-at-desk', 'suspended'))).toEqual({ kind: 'suspension-off' });
    expect(accepted(judgeCertificateAct('suspension', 'cip-by-phone', 'active', { isSuspensionOn: true }))).toBe('suspended');
  });

  it.each(IDENTIFICATION_WAYS)('a card comes back into use %s only if that is in person', (way) => {
    expect(judgeCertificateAct('reactivation', way, 'suspended', { isSuspensionOn: true }).ok).toBe(way.endsWith('-at-desk'));
  });

  it('tell the authority a hold, and that it is lifted', () => {
    expect([crlReasonOf('suspension', 'theft'), crlReasonOf('reactivation', 'theft'), crlReasonOf('revocation', 'theft')]).toEqual(['certificateHold', 'removeFromCRL', 'keyCompromise']);
  });

  it('a revocation is for good', () => {
    expect(accepted(judgeCertificateAct('revocation', 'cip-by-phone', 'active'))).toBe('revoked');
    expect(refused(judgeCertificateAct('revocation', 'cip-by-phone', 'revoked'))).toMatchObject({ kind: 'forbidden-card-transition' });
    expect(refused(judgeCertificateAct('reactivation', 'card-at-desk', 'revoked', { isSuspensionOn: true }))).toMatchObject({ kind: 'forbidden-card-transition' });
  });
});

describe('what shows a theft or a loss', () => {
  it('is a report or a declaration for the declarable reasons, and for no other', () => {
    expect(DECLARABLE_REASONS).toEqual(CERTIFICATE_REVOCATION_REASONS.filter((reason) => REVOCATION_REASON_RULES[reason].proof === 'report-or-declaration'));
  });

  const report: ToldProof = { kind: 'report', office: 'Carabinieri Massa', reportedOn: day('2026-11-28'), number: '12/2026' };
  const judge = (happenedAt: Date | null, proof: ToldProof | null, way: (typeof IDENTIFICATION_WAYS)[number] = 'cip-by-phone') =>
    judgeRevocationProof('report-or-declaration', { happenedAt, proof }, way, NOW);

  it('is a report or a declaration, with the time to the second', () => {
    expect(accepted(judge(new Date('2026-11-28T08:12:33.789Z'), report))).toEqual({ happenedAt: new Date('2026-11-28T08:12:33Z'), proof: report });
    expect(judge(minutesAgo(5), { kind: 'self-declaration', isSigned: false }).ok).toBe(true);
  });

  it.each<[string, Date | null, ToldProof | null, string]>([
    ['nothing', minutesAgo(5), null, 'missing'],
    ['no time', null, report, 'missing'],
    ['a time to come', minutesAgo(-1), report, 'in-the-future'],
    ['a report of tomorrow', minutesAgo(5), { ...report, reportedOn: day('2026-11-29') }, 'in-the-future'],
    ['another paper', minutesAgo(5), { kind: 'official-act', office: 'Comune', actedOn: day('2026-11-01'), number: '1' }, 'another-kind'],
  ])('is not there with %s', (_, happenedAt, proof, because) => {
    expect(refused(judge(happenedAt, proof))).toEqual({ kind: 'revocation-proof-missing', needed: 'report-or-declaration', because });
  });

  it('is signed where there is paper', () => {
    expect(refused(judge(minutesAgo(5), { kind: 'self-declaration', isSigned: false }, 'document-at-desk'))).toMatchObject({ because: 'not-signed' });
    expect(judge(minutesAgo(5), { kind: 'self-declaration', isSigned: true }, 'document-at-desk').ok).toBe(true);
  });

  it('is not asked for where the reason needs none', () => {
    expect(judgeRevocationProof(null, { happenedAt: null, proof: null }, 'cip-by-phone', NOW).ok).toBe(true);
  });
});

describe('what is read back', () => {
  it('before a revocation says that it is final, and touches the certificate only', () => {
    expect(effectsToRead('revocation', 'theft', false)).toEqual(['final', 'certificate-only', 'health-record-unchanged', 'services-closed', 'replacement-to-ask', 'new-card-to-activate']);
    expect(effectsToRead('revocation', 'holder-death', false)).not.toContain('replacement-to-ask');
    expect(effectsToRead('revocation', 'theft', true)).toContain('other-cards-stay');
    expect(effectsToRead('suspension', 'theft', false)).not.toContain('final');
  });

  it('is confirmed as a whole, or not at all', () => {
    const effects = effectsToRead('revocation', 'theft', false);
    expect(judgeReadBack(effects, effects).ok).toBe(true);
    expect(refused(judgeReadBack(effects, effects.slice(1)))).toEqual({ kind: 'effects-not-confirmed', missing: ['final'] });
  });
});

describe('a request that is not verified by itself', () => {
  const unverified = { standing: 'unverified', approval: 'none', recordedBy: 'anna' } as const;

  it('is decided by a supervisor who did not record it', () => {
    expect(refused(judgeVerification(unverified, null))).toEqual({ kind: 'revocation-needs-supervisor' });
    expect(refused(judgeVerification(unverified, { id: 'bruno', isSupervisor: false }))).toEqual({ kind: 'revocation-needs-supervisor' });
    expect(refused(judgeVerification(unverified, { id: 'anna', isSupervisor: true }))).toEqual({ kind: 'own-revocation-request' });
    expect(judgeVerification(unverified, { id: 'carla', isSupervisor: true }).ok).toBe(true);
    expect(judgeVerification({ ...unverified, recordedBy: null }, { id: 'carla', isSupervisor: true }).ok).toBe(true);
  });

  it('is any that asks for approval', () => {
    expect(judgeVerification({ standing: 'identified', approval: 'none', recordedBy: 'anna' }, null).ok).toBe(true);
    expect(refused(judgeVerification({ standing: 'identified', approval: 'supervisor', recordedBy: 'anna' }, null))).toEqual({ kind: 'revocation-needs-supervisor' });
  });
});

describe('a bad lot', () => {
  const cards = ['6090000000000018', '6090000000000026'] as readonly string[] as readonly IdCartaNumber[];
  const dryRun = { at: minutesAgo(60), digest: 'd1', askedBy: 'anna' };
  const bruno = { id: 'bruno', isSupervisor: true };

  it('is the same list however it was pasted', () => {
    expect(lotText([...cards].reverse())).toBe(lotText([...cards, cards[0]!]));
    expect(lotText(cards)).toBe('6090000000000018\n6090000000000026\n');
    expect(lotText(cards.slice(1))).not.toBe(lotText(cards));
  });

  it('is let go by a second supervisor, unchanged since a dry run that is fresh', () => {
    expect(judgeLot(dryRun, 'd1', bruno, NOW).ok).toBe(true);
    expect(refused(judgeLot(null, 'd1', bruno, NOW))).toMatchObject({ because: 'no-dry-run' });
    expect(refused(judgeLot(dryRun, 'd1', { ...bruno, id: 'anna' }, NOW))).toMatchObject({ because: 'same-person' });
    expect(refused(judgeLot(dryRun, 'd1', { ...bruno, isSupervisor: false }, NOW))).toMatchObject({ because: 'not-a-supervisor' });
    expect(refused(judgeLot(dryRun, 'd2', bruno, NOW))).toMatchObject({ because: 'list-changed' });
    expect(refused(judgeLot({ ...dryRun, at: minutesAgo(24 * 60 + 1) }, 'd1', bruno, NOW))).toMatchObject({ because: 'dry-run-old' });
  });

  it('is neither empty nor endless', () => {
    expect(accepted(judgeLotSize([...cards, ...cards]))).toBe(2);
    expect(refused(judgeLotSize([]))).toMatchObject({ because: 'empty' });
    const many = Array.from({ length: LARGEST_LOT + 1 }, (_, index) => String(index).padStart(16, '0')) as readonly string[] as readonly IdCartaNumber[];
    expect(refused(judgeLotSize(many))).toMatchObject({ because: 'too-large' });
  });
});

describe('the number of a request', () => {
  const anyNumber = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 2026, max: 2099 })).map(([serial, year]) => requestNumberOf(serial, year));

  it('is short, and read aloud in groups', () => {
    const number = requestNumberOf(419, 2026);
    expect(number.value).toMatch(/^R26-000419-[A-Z]$/);
    expect(spokenGroups(number)).toEqual(['R', '26', '000', '419', number.value.at(-1)]);
  });

  it('is read as it is shown, said or typed', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        for (const text of [number.value, number.value.toLowerCase(), number.value.replaceAll('-', ' '), number.value.replaceAll('-', "'"), spokenGroups(number).join(' ')]) expect(accepted(parseRequestNumber(text))).toEqual(number);
      }),
    );
  });

  it('with one character wrong, or two that changed places, is none', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 9 }), ({ value }, at, other, change) => {
        const digits = Array.from(value.replace(/[^0-9]/g, ''));
        const check = value.at(-1)!;
        const slipped = digits.map((digit, index) => (index === at ? String((Number(digit) + change) % 10) : digit));
        expect(parseRequestNumber(`R${slipped.join('')}${check}`).ok).toBe(false);
        const swapped = digits.map((digit, index) => (index === at ? digits[other]! : index === other ? digits[at]! : digit));
        if (swapped.join('') !== digits.join('')) expect(parseRequestNumber(`R${swapped.join('')}${check}`).ok).toBe(false);
      }),
    );
  });

  it.each(['', 'R26-000000-A', 'P26-000419-K', 'R26-00419-K', 'R26-000419-B', 'R26-000419'])('is not %j', (text) => {
    expect(refused(parseRequestNumber(text))).toEqual({ kind: 'bad-request-number', because: 'shape' });
  });
});

describe('how long a request may take', () => {
  it.each(OPEN_REVOCATION_STATES)('in the state %s is told', (state) => {
    const { dueMinutes, lateMinutes } = REVOCATION_SERVICE_LEVELS[state];
    expect(dueMinutes).toBeLessThan(lateMinutes);
    expect([serviceAgeOf(state, minutesAgo(dueMinutes), NOW), serviceAgeOf(state, minutesAgo(lateMinutes), NOW), serviceAgeOf(state, minutesAgo(lateMinutes + 1), NOW)]).toEqual(['in-time', 'due', 'late']);
  });

  it('ends with it', () => expect(serviceAgeOf('confirmed', minutesAgo(100_000), NOW)).toBe('ended'));
});

describe('requests by the public page without a CIP', () => {
  const some = (count: number, isOfSource: boolean, isOnClaim: boolean) => Array.from({ length: count }, () => ({ isOfSource, isOnClaim }));

  it('have an end of each network, on each card and in all', () => {
    const { ofSource, onClaim, inAll } = UNVERIFIED_A_DAY;
    const may = (count: number, isOfSource: boolean, isOnClaim: boolean) => [count - 1, count].map((earlier) => mayRecordAnotherUnverified(some(earlier, isOfSource, isOnClaim)));
    expect([may(ofSource, true, false), may(onClaim, false, true), may(inAll, false, false)]).toEqual([[true, false], [true, false], [true, false]]);
  });

  it('never use up the numbers of a year', () => {
    expect(() => requestNumberOf(2 * 366 * UNVERIFIED_A_DAY.inAll, 2028)).not.toThrow();
  });
});
