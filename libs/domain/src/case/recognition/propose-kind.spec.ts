// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState } from '../../card/card-states';
import { idCarta, ROSSI } from '../../testing/cards';
import { day } from '../../testing/dates';
import { accepted, refused } from '../../testing/outcomes';
import { CASE_KIND_RULES } from '../case-kinds/case-kind-rules';
import { DESK_KINDS } from '../desk-kinds';
import { proposeKind } from './propose-kind';
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

describe('an adult’s inactive card', () => {
  it.each(DESK_KINDS)('opens a case of the holder at a desk of kind %s', (deskKind) => {
    expect(accepted(proposeKind(CARD, NOW, deskKind))).toEqual({ kind: 'holder', age: 46 });
  });

  it('opens one on the eighteenth birthday, from midnight in Rome', () => {
    expect(accepted(proposeKind(bornOn('2008-11-24'), new Date('2026-11-23T23:00:00Z'), 'asl')).age).toBe(18);
    expect(refused(proposeKind(bornOn('2008-11-24'), new Date('2026-11-23T22:59:59Z'), 'asl'))).toEqual({
      kind: 'minor-as-holder',
      age: 17,
      adultOn: '2026-11-24',
    });
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

it('the case of the holder is direct, for adults, with the own card and document, without approval', () => {
  expect(CASE_KIND_RULES.holder).toMatchObject({
    mode: 'direct',
    identified: 'holder',
    holderAge: { atLeast: 18 },
    papers: ['holder-card', 'holder-identity-document'],
    needsApproval: false,
  });
});
