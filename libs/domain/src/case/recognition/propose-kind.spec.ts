// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState } from '../../card/card-states';
import { idCarta, ROSSI } from '../../testing/cards';
import { day } from '../../testing/dates';
import { accepted, refused } from '../../testing/outcomes';
import { CASE_KINDS } from '../case-kinds/case-kind';
import type { CaseKind } from '../case-kinds/case-kind';
import { CASE_KIND_RULES } from '../case-kinds/case-kind-rules';
import { DESK_KINDS } from '../desk-kinds';
import type { DeskKind } from '../desk-kinds';
import type { ModeOfActivation } from '../modes-of-activation';
import { chooseKind, proposeKind } from './propose-kind';
import type { ReadCard } from './recognition';

const NOW = new Date('2026-11-23T09:00:00Z');

const CARD: ReadCard = {
  kind: 'read',
  idCarta: idCarta('609041207735801'),
  personalData: ROSSI,
  certificateNotAfter: new Date('2030-05-17T21:59:59Z'),
  state: 'inactive',
};

const bornOn = (birthDate: string): ReadCard => ({ ...CARD, personalData: { ...ROSSI, birthDate: day(birthDate) } });
const expiringOn = (expiresOn: string): ReadCard => ({ ...CARD, personalData: { ...ROSSI, expiresOn: day(expiresOn) } });
const ofIssuer = (firstFour: string): ReadCard => ({ ...CARD, idCarta: idCarta(`${firstFour}41207735801`) });

const kindsOffered = (birthDate: string, now = NOW, deskKind: DeskKind = 'asl') => accepted(proposeKind(bornOn(birthDate), now, deskKind)).offered;

describe('the kinds of case that a card may have', () => {
  it.each(DESK_KINDS)('begin with the holder on an adult’s card, at a desk of kind %s', (deskKind) => {
    expect(accepted(proposeKind(CARD, NOW, deskKind))).toMatchObject({ kind: 'holder', age: 46 });
  });

  it.each<[DeskKind, string, readonly CaseKind[]]>([
    ['asl', '1980-01-01', ['holder', 'guardian-of-ward', 'curator-of-ward', 'support-administrator', 'health-delegate']],
    ['pharmacy', '1980-01-01', ['holder', 'guardian-of-ward', 'curator-of-ward', 'health-delegate']],
    ['municipality', '2009-12-01', ['parent-of-minor', 'guardian-of-minor', 'emancipated-minor']],
    ['pharmacy', '2009-12-01', ['parent-of-minor', 'guardian-of-minor']],
    ['asl', '2010-11-24', ['parent-of-minor', 'guardian-of-minor']],
    ['asl', '2026-11-01', ['parent-of-minor', 'guardian-of-minor']],
  ])('at a desk of kind %s for somebody born on %s are %j', (deskKind, birthDate, kinds) => {
    expect(kindsOffered(birthDate, NOW, deskKind)).toEqual(kinds);
  });

  it('turn from a minor’s to an adult’s on the eighteenth birthday, at midnight in Rome', () => {
    expect(kindsOffered('2008-11-24', new Date('2026-11-23T22:59:59Z'))).not.toContain('holder');
    expect(kindsOffered('2008-11-24', new Date('2026-11-23T23:00:00Z'))[0]).toBe('holder');
  });
});

describe('the kind that the operator names', () => {
  const choose = (birthDate: string, wished: CaseKind | undefined, deskKind: DeskKind = 'asl') =>
    chooseKind(accepted(proposeKind(bornOn(birthDate), NOW, deskKind)), wished, day(birthDate), deskKind);

  it('is the proposed one when none is named', () => {
    expect(accepted(choose('2015-01-01', undefined))).toBe('parent-of-minor');
  });

  it('does not contradict the chip: a minor is no holder, an adult has no parent', () => {
    expect(refused(choose('2008-11-24', 'holder'))).toEqual({ kind: 'minor-as-holder', age: 17, adultOn: '2026-11-24' });
    expect(refused(choose('1980-01-01', 'parent-of-minor'))).toEqual({ kind: 'kind-not-for-age', caseKind: 'parent-of-minor', age: 46 });
  });

  it('is one that the desk handles', () => {
    expect(refused(choose('1980-01-01', 'support-administrator', 'pharmacy'))).toEqual({ kind: 'kind-not-at-desk', caseKind: 'support-administrator', deskKind: 'pharmacy' });
  });
});

describe('new codes', () => {
  const forCard = (state: CardState) => proposeKind({ ...CARD, state }, NOW, 'asl', 'duplicate');

  it('are for a card in use, of whoever may come with it', () => {
    expect(accepted(forCard('active'))).toEqual(accepted(proposeKind(CARD, NOW, 'asl')));
  });

  it.each<[CardState, string]>([
    ['inactive', 'not-active-yet'],
    ['suspended', 'card-suspended'],
    ['revoked', 'card-revoked'],
    ['expired', 'card-expired'],
    ['replaced', 'card-replaced'],
    ['unknown', 'state-unknown'],
  ])('are refused on a card that is %s: %s', (state, kind) => {
    expect(refused(forCard(state)).kind).toBe(kind);
  });
});

describe('no case is opened', () => {
  it.each([
    { kind: 'no-chip' as const },
    { kind: 'unreadable' as const },
    { kind: 'not-cns' as const },
    { kind: 'unsupported' as const, cardType: 'ACe 2025' },
    { kind: 'unsupported' as const, cardType: undefined },
  ])('on a card of which the desk knows only: $kind', (facts) => {
    expect(refused(proposeKind(facts, NOW, 'asl'))).toEqual(facts);
  });

  it.each([
    ['8090', 8],
    ['9090', 9],
  ])('on a card %s of a professional', (firstFour, type) => {
    expect(refused(proposeKind(ofIssuer(firstFour), NOW, 'asl'))).toEqual({ kind: 'professional-card', type });
  });

  it('in a pharmacy, on a card of another region', () => {
    expect(refused(proposeKind(ofIssuer('6100'), NOW, 'pharmacy'))).toEqual({
      kind: 'other-region',
      issuerCode: '100',
      regionName: 'Umbria',
      deskKind: 'pharmacy',
    });
    expect(proposeKind(ofIssuer('6100'), NOW, 'municipality').ok).toBe(true);
  });

  it.each(['6120', '6030', '6110', '6060', '6200', '6042', '6041'])('at any desk, on a card %s of a region outside the list', (firstFour) => {
    for (const deskKind of DESK_KINDS) expect(refused(proposeKind(ofIssuer(firstFour), NOW, deskKind)).kind).toBe('other-region');
  });

  it('on a card whose issuer is no region of ours', () => {
    expect(refused(proposeKind(ofIssuer('6999'), NOW, 'asl'))).toMatchObject({ kind: 'other-region', issuerCode: '999', regionName: undefined });
    expect(refused(proposeKind(ofIssuer('7090'), NOW, 'asl'))).toMatchObject({ kind: 'other-region', issuerCode: '090412' });
  });

  it('on an expired card, which is good through its last day', () => {
    expect(proposeKind(expiringOn('2026-11-23'), NOW, 'asl').ok).toBe(true);
    expect(refused(proposeKind(expiringOn('2026-11-22'), NOW, 'asl'))).toEqual({ kind: 'card-expired', expiredOn: '2026-11-22' });
  });

  it('on a card whose certificate has expired before it', () => {
    const certificateNotAfter = new Date('2026-11-22T23:30:00Z');
    expect(refused(proposeKind({ ...CARD, certificateNotAfter }, NOW, 'asl'))).toEqual({ kind: 'certificate-expired', expiredOn: '2026-11-23' });
    expect(proposeKind({ ...CARD, certificateNotAfter: NOW }, NOW, 'asl').ok).toBe(true);
  });

  it.each<[CardState, object]>([
    ['active', { kind: 'already-active' }],
    ['suspended', { kind: 'card-suspended' }],
    ['revoked', { kind: 'card-revoked' }],
    ['expired', { kind: 'card-expired', expiredOn: '2030-05-20' }],
    ['replaced', { kind: 'card-replaced' }],
    ['unknown', { kind: 'state-unknown' }],
  ])('on a card that is %s', (state, refusal) => {
    expect(refused(proposeKind({ ...CARD, state }, NOW, 'asl'))).toEqual(refusal);
  });

  it('for a card that nothing can help any more, the age is not spoken of', () => {
    expect(refused(proposeKind({ ...bornOn('2015-01-01'), state: 'active' }, NOW, 'asl')).kind).toBe('already-active');
  });
});

describe('the rule book', () => {
  it.each(CASE_KINDS)('of %s keeps a mode of activation and names its source', (kind) => {
    const { mode, source } = CASE_KIND_RULES[kind];
    expect({ mode, hasSource: source !== '' }).toEqual({ mode: MODES[kind], hasSource: true });
  });

  it('asks a supervisor only where a decree’s powers are read', () => {
    expect(CASE_KINDS.filter((kind) => CASE_KIND_RULES[kind].needsApproval)).toEqual(['support-administrator']);
  });
});

const MODES: Readonly<Record<CaseKind, ModeOfActivation>> = {
  holder: 'direct',
  'parent-of-minor': 'parental',
  'guardian-of-minor': 'guardian',
  'guardian-of-ward': 'guardian',
  'curator-of-ward': 'curator',
  'support-administrator': 'support-administrator',
  'emancipated-minor': 'direct',
  'health-delegate': 'health-delegate',
};
