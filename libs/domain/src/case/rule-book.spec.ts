// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState } from '../card/card-states';
import type { CodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { composeCodiceFiscale, belfioreCodeOf } from '../codice-fiscale/compose-codice-fiscale';
import { idCarta, ROSSI } from '../testing/cards';
import { day } from '../testing/dates';
import type { LocalDate } from '../time/local-date';
import type { Application } from './application/application';
import { USUAL_BODY_OPTIONS } from './application/body-options';
import type { BodyOptions } from './application/body-options';
import { judgeApplication } from './application/judge-application';
import { needsOf } from './application/needs';
import { CASE_KINDS } from './case-kinds/case-kind';
import type { CaseKind } from './case-kinds/case-kind';
import { CASE_KIND_RULES } from './case-kinds/case-kind-rules';
import type { CasePurpose } from './case-purposes';
import type { DeskKind } from './desk-kinds';
import { chooseKind, proposeKind } from './recognition/propose-kind';

/** The rule book, read aloud. Today is 24 November 2026, ten in the morning at the desk. */
const NOW = new Date('2026-11-24T09:00:00Z');
const TODAY = day('2026-11-24');

interface Somebody {
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly codiceFiscale: CodiceFiscale;
}

function somebody(surname: string, name: string, sex: 'F' | 'M', born: string): Somebody {
  const birthPlace = belfioreCodeOf('D612');
  if (!birthPlace) throw new Error('Florence has a code');
  return { surname, name, birthDate: day(born), codiceFiscale: composeCodiceFiscale({ surname, name, sex, birthDate: day(born), birthPlace }) };
}

const MOTHER = somebody('BRUNI', 'SARA', 'F', '1984-06-02');
const FATHER = somebody('LELLI', 'UGO', 'M', '1982-09-30');
const CHILD = somebody('LELLI', 'NINA', 'F', '2015-04-09');
const WARD = somebody('DOLCI', 'PIA', 'F', '1958-02-17');
const SEVENTEEN = somebody('RENZI', 'LEA', 'F', '2009-01-20');
const OPERATOR = somebody('BINI', 'LUCIA', 'F', '1990-03-14');

describe('who may come with a card', () => {
  const CARD = idCarta('609000000000001');
  const offered = (born: string, deskKind: DeskKind, state: CardState = 'inactive', purpose: CasePurpose = 'activation') => {
    const card = { kind: 'read', idCarta: CARD, personalData: { ...ROSSI, birthDate: day(born) }, certificateNotAfter: new Date('2030-05-17T23:59:59Z'), state } as const;
    const proposal = proposeKind(card, NOW, deskKind, purpose);
    return proposal.ok ? proposal.value.offered : proposal.refusal.kind;
  };
  const FOR_MINORS = ['parent-of-minor', 'guardian-of-minor'];
  const FOR_ADULTS = ['holder', 'guardian-of-ward', 'curator-of-ward', 'support-administrator', 'health-delegate'];
  const AT_PHARMACY = ['holder', 'guardian-of-ward', 'curator-of-ward', 'health-delegate'];

  it.each<[whose: string, born: string, deskKind: DeskKind, offered: readonly string[]]>([
    ['a newborn', '2026-11-24', 'asl', FOR_MINORS],
    ['a child of eleven', '2015-04-09', 'pharmacy', FOR_MINORS],
    ['a minor on the last day of fifteen', '2010-11-25', 'asl', FOR_MINORS],
    ['a minor of sixteen', '2010-11-24', 'asl', [...FOR_MINORS, 'emancipated-minor']],
    ['a minor of sixteen, at a pharmacy', '2010-11-24', 'pharmacy', FOR_MINORS],
    ['a minor on the eve of the eighteenth birthday', '2008-11-25', 'municipality', [...FOR_MINORS, 'emancipated-minor']],
    ['an adult from the eighteenth birthday on', '2008-11-24', 'municipality', FOR_ADULTS],
    ['an adult', '1980-01-01', 'asl', FOR_ADULTS],
    ['an adult, at a hospital', '1980-01-01', 'hospital-trust', FOR_ADULTS],
    ['an adult, at a pharmacy', '1980-01-01', 'pharmacy', AT_PHARMACY],
    ['a centenarian', '1926-11-24', 'asl', FOR_ADULTS],
  ])('of %s (born %s, %s): %j', (_, born, deskKind, expected) => {
    expect(offered(born, deskKind)).toEqual(expected);
    expect(offered(born, deskKind, 'active', 'duplicate')).toEqual(expected);
  });

  it.each<[CardState, CasePurpose, string]>([
    ['active', 'activation', 'already-active'],
    ['inactive', 'duplicate', 'not-active-yet'],
    ['revoked', 'duplicate', 'card-revoked'],
    ['suspended', 'duplicate', 'card-suspended'],
    ['unknown', 'duplicate', 'state-unknown'],
  ])('a card that is %s has no %s: %s', (state, purpose, refusal) => {
    expect(offered('1980-01-01', 'asl', state, purpose)).toBe(refusal);
  });

  it.each<[born: string, deskKind: DeskKind, wished: CaseKind, outcome: string]>([
    ['2015-04-09', 'asl', 'holder', 'minor-as-holder'],
    ['2015-04-09', 'asl', 'health-delegate', 'kind-not-for-age'],
    ['2015-04-09', 'asl', 'emancipated-minor', 'kind-not-for-age'],
    ['2015-04-09', 'asl', 'guardian-of-minor', 'guardian-of-minor'],
    ['1980-01-01', 'asl', 'parent-of-minor', 'kind-not-for-age'],
    ['1980-01-01', 'pharmacy', 'support-administrator', 'kind-not-at-desk'],
    ['2010-01-01', 'pharmacy', 'emancipated-minor', 'kind-not-at-desk'],
    ['1980-01-01', 'pharmacy', 'health-delegate', 'health-delegate'],
  ])('born %s, at %s, as %s: %s', (born, deskKind, wished, outcome) => {
    const card = { kind: 'read', idCarta: CARD, personalData: { ...ROSSI, birthDate: day(born) }, certificateNotAfter: new Date('2030-05-17T23:59:59Z'), state: 'inactive' } as const;
    const proposal = proposeKind(card, NOW, deskKind);
    if (!proposal.ok) throw new Error(proposal.refusal.kind);
    const chosen = chooseKind(proposal.value, wished, day(born), deskKind);
    expect(chosen.ok ? chosen.value : chosen.refusal.kind).toBe(outcome);
  });
});

/** One row of the book: who came with whose card, all that the row asks for in hand. */
interface Visit {
  readonly kind: CaseKind;
  readonly holder: Somebody;
  readonly applicant: Somebody;
}

const VISITS: readonly Visit[] = [
  { kind: 'holder', holder: WARD, applicant: WARD },
  { kind: 'parent-of-minor', holder: CHILD, applicant: MOTHER },
  { kind: 'guardian-of-minor', holder: CHILD, applicant: FATHER },
  { kind: 'guardian-of-ward', holder: WARD, applicant: MOTHER },
  { kind: 'curator-of-ward', holder: WARD, applicant: MOTHER },
  { kind: 'support-administrator', holder: WARD, applicant: FATHER },
  { kind: 'emancipated-minor', holder: SEVENTEEN, applicant: SEVENTEEN },
  { kind: 'health-delegate', holder: WARD, applicant: FATHER },
];

const HOLDERS_CARD = idCarta('609000000000001').value;
const APPLICANTS_CARD = idCarta('609000000000002').value;
const AGE: Readonly<Record<CaseKind, number>> = { holder: 68, 'parent-of-minor': 11, 'guardian-of-minor': 11, 'guardian-of-ward': 68, 'curator-of-ward': 68, 'support-administrator': 68, 'emancipated-minor': 17, 'health-delegate': 68 };

interface Setting {
  readonly deskKind?: DeskKind;
  readonly purpose?: CasePurpose;
  readonly options?: Partial<BodyOptions>;
}

function needs(kind: CaseKind, { deskKind = 'asl', purpose = 'activation', options = {} }: Setting = {}) {
  return needsOf(CASE_KIND_RULES[kind], { deskKind, purpose, options: { ...USUAL_BODY_OPTIONS, ...options }, holderAge: AGE[kind] });
}

function visit(kind: CaseKind): Visit {
  const found = VISITS.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

/** Everything that the case asks for lies on the counter. */
function complete({ kind, holder, applicant }: Visit, setting: Setting = {}): Application {
  const asked = needs(kind, setting);
  return {
    today: TODAY,
    holder: { ...holder, idCarta: HOLDERS_CARD },
    operator: OPERATOR.codiceFiscale,
    person: applicant,
    card: asked.asksApplicantCard ? { state: 'presented', idCarta: APPLICANTS_CARD, person: applicant } : undefined,
    accepted: [],
    papers: asked.papers,
    declarations: asked.declarations,
    decree: asked.asksDecree ? { issuedOn: day('2024-03-01') } : undefined,
    delegation: kind === 'health-delegate' ? { delegate: applicant, signedOn: day('2026-11-20'), holderDocumentExpiresOn: day('2030-02-17') } : undefined,
    emancipationTitle: kind === 'emancipated-minor' ? 'Comune di Massa, atto di matrimonio 12/2026' : undefined,
  };
}

function outcome(kind: CaseKind, changes: Partial<Application> = {}, setting: Setting = {}): string {
  const judged = judgeApplication(needs(kind, setting), { ...complete(visit(kind), setting), ...changes });
  return judged.ok ? ['good', ...judged.value].join(', ') : judged.refusal.kind;
}

describe('what is asked, and by whom it is approved', () => {
  it.each<[kind: CaseKind, card: boolean, papers: string, declarations: string, approval: boolean]>([
    ['holder', false, '', '', false],
    ['parent-of-minor', true, '', 'parental-responsibility', false],
    ['guardian-of-minor', true, '', 'guardianship', false],
    ['guardian-of-ward', true, '', 'guardianship', false],
    ['curator-of-ward', true, '', 'curatorship', false],
    ['support-administrator', true, 'appointment-decree seen', 'support-administration', true],
    ['emancipated-minor', false, 'emancipation-title seen', 'emancipation', false],
    ['health-delegate', false, 'delegation kept, holder-document-copy kept', '', false],
  ])('%s: own card %s, papers «%s», signs «%s», a supervisor %s', (kind, card, papers, declarations, approval) => {
    const asked = needs(kind);
    const besides = asked.papers.filter(({ paper }) => paper !== 'applicant-identity-document').map(({ paper, handling }) => `${paper} ${handling}`);
    expect([asked.asksApplicantCard, besides.join(', '), asked.declarations.join(', '), asked.needsApproval]).toEqual([card, papers, declarations, approval]);
    expect(asked.papers).toContainEqual({ paper: 'applicant-identity-document', handling: 'seen' });
  });
});

describe('with all of it on the counter', () => {
  it.each(CASE_KINDS)('%s goes on, for an activation and for a duplicate', (kind) => {
    expect(outcome(kind)).toBe('good');
    expect(outcome(kind, {}, { purpose: 'duplicate' })).toBe('good');
  });

  it.each(CASE_KINDS)('%s goes on where a body asks for everything that it may', (kind) => {
    expect(outcome(kind, {}, { options: { asksMinorConsent: true, asksOtherParentAgreement: true, asksCourtPaper: true, copyKeptAt: ['asl'] } })).toBe('good');
  });
});

describe('with something missing', () => {
  it.each<[kind: CaseKind, missing: string, changes: Partial<Application>, refusal: string]>([
    ['parent-of-minor', 'the declaration', { declarations: [] }, 'declaration-missing'],
    ['guardian-of-ward', 'another declaration than the own', { declarations: ['curatorship'] }, 'declaration-missing'],
    ['curator-of-ward', 'the own card, unexplained', { card: undefined }, 'applicant-card-reason-missing'],
    ['support-administrator', 'the decree’s data', { decree: undefined }, 'decree-missing'],
    ['support-administrator', 'a decree of tomorrow', { decree: { issuedOn: day('2026-11-25') } }, 'decree-missing'],
    ['support-administrator', 'the decree itself', { papers: [] }, 'paper-missing'],
    ['emancipated-minor', 'the title', { papers: [] }, 'paper-missing'],
    ['emancipated-minor', 'what the title is', { emancipationTitle: undefined }, 'paper-missing'],
    ['health-delegate', 'the delegation', { delegation: undefined }, 'delegation-missing'],
    ['health-delegate', 'the copy, only seen', { papers: [{ paper: 'delegation', handling: 'kept' }, { paper: 'holder-document-copy', handling: 'seen' }] }, 'paper-missing'],
    ['health-delegate', 'a signature of tomorrow', { delegation: { delegate: FATHER, signedOn: day('2026-11-25'), holderDocumentExpiresOn: 'none' } }, 'delegation-missing'],
    ['health-delegate', 'whether the holder’s document expires', { delegation: { delegate: FATHER, signedOn: day('2026-11-20'), holderDocumentExpiresOn: undefined } }, 'delegation-missing'],
  ])('%s without %s: %s', (kind, _, changes, refusal) => {
    expect(outcome(kind, changes)).toBe(refusal);
  });

  it.each(CASE_KINDS)('a duplicate for %s is not made without the loss signed for', (kind) => {
    expect(outcome(kind, { declarations: CASE_KIND_RULES[kind].declarations }, { purpose: 'duplicate' })).toBe('declaration-missing');
  });

  it('a copy of the document is missing only where the desk’s kind keeps one', () => {
    expect(outcome('holder', { papers: [] }, { deskKind: 'pharmacy', options: { copyKeptAt: ['pharmacy'] } })).toBe('paper-missing');
    expect(outcome('holder', { papers: [] }, { deskKind: 'pharmacy' })).toBe('good');
  });
});

const ON_BEHALF = CASE_KINDS.filter((kind) => CASE_KIND_RULES[kind].applicant !== 'holder');
const absent = { state: 'absent' } as const;

describe('who must not act', () => {
  it.each(ON_BEHALF)('%s: the holder, for whom one comes', (kind) => {
    const { holder } = visit(kind);
    expect(outcome(kind, { person: holder, card: absent })).toBe('applicant-is-holder');
    expect(outcome(kind, { person: { ...holder, codiceFiscale: undefined }, card: absent })).toBe('applicant-is-holder');
  });

  it.each(ON_BEHALF)('%s: with another card of the holder’s as the own', (kind) => {
    expect(outcome(kind, { card: { state: 'presented', idCarta: APPLICANTS_CARD, person: visit(kind).holder } })).toBe('applicant-is-holder');
  });

  it.each(ON_BEHALF)('%s: a minor', (kind) => {
    expect(outcome(kind, { person: SEVENTEEN, card: absent, delegation: undefined })).toBe('applicant-not-adult');
  });

  it.each(ON_BEHALF)('%s: the operator, by the document’s code, by the letters in their own, by their card', (kind) => {
    const delegation = { delegate: OPERATOR, signedOn: TODAY, holderDocumentExpiresOn: 'none' } as const;
    expect(outcome(kind, { person: OPERATOR, card: absent, delegation })).toBe('applicant-is-operator');
    expect(outcome(kind, { person: { ...OPERATOR, codiceFiscale: undefined }, card: absent, delegation })).toBe('applicant-is-operator');
    expect(outcome(kind, { card: { state: 'seen', idCartaLast8: '00000028', codiceFiscale: OPERATOR.codiceFiscale } })).toBe('applicant-is-operator');
  });

  it('a delegate of the delegate', () => {
    expect(outcome('health-delegate', { person: MOTHER })).toBe('delegation-names-another');
  });

  it('nor is anybody let off by a decision: another surname is somebody else’s', () => {
    expect(outcome('health-delegate', { person: MOTHER, accepted: ['surname', 'name'] })).toBe('delegation-names-another');
  });
});

describe('the cards on the counter', () => {
  const presented = (person: Somebody, idCarta = APPLICANTS_CARD) => ({ state: 'presented', idCarta, person }) as const;

  it('lie in each other’s place when the adult’s card has the case and the child’s is shown as the own', () => {
    expect(outcome('guardian-of-ward', { holder: { ...MOTHER, idCarta: HOLDERS_CARD }, person: MOTHER, card: presented(CHILD) })).toBe('cards-swapped');
  });

  it('are two: the same one is not shown twice', () => {
    expect(outcome('parent-of-minor', { card: presented(MOTHER, HOLDERS_CARD) })).toBe('same-card-twice');
    expect(outcome('parent-of-minor', { card: { state: 'seen', idCartaLast8: HOLDERS_CARD.slice(-8), codiceFiscale: MOTHER.codiceFiscale } })).toBe('same-card-twice');
  });

  it.each<[string, Application['card'], Partial<Application>, string]>([
    ['of somebody else', presented(FATHER), {}, 'applicant-card-differs'],
    ['of somebody else, though decided in part', presented(FATHER), { accepted: ['surname'] }, 'applicant-card-differs'],
    ['with a second name that the document lacks', presented({ ...MOTHER, name: 'SARA MARIA' }), {}, 'applicant-card-differs'],
    ['with a second name that the document lacks, decided', presented({ ...MOTHER, name: 'SARA MARIA' }), { accepted: ['name'] }, 'good'],
    ['seen, with the document’s code', { state: 'seen', idCartaLast8: '12345678', codiceFiscale: MOTHER.codiceFiscale }, {}, 'good'],
    ['seen, with another’s code', { state: 'seen', idCartaLast8: '12345678', codiceFiscale: FATHER.codiceFiscale }, {}, 'applicant-card-differs'],
    ['absent, and why', absent, {}, 'good, applicant-card-absent'],
    ['compared in an earlier case of the visit', { state: 'carried', idCarta: APPLICANTS_CARD, codiceFiscale: MOTHER.codiceFiscale }, {}, 'good'],
  ])('%s: %s', (_, card, changes, expected) => {
    expect(outcome('parent-of-minor', { card, ...changes })).toBe(expected);
  });
});

describe('what is recorded as a warning, and refuses nobody', () => {
  const delegation = { delegate: FATHER, signedOn: day('2026-11-20'), holderDocumentExpiresOn: day('2026-11-23') } as const;

  it('a copy of a document that has expired', () => {
    expect(outcome('health-delegate', { delegation })).toBe('good, holder-document-expired');
    expect(outcome('health-delegate', { delegation: { ...delegation, holderDocumentExpiresOn: TODAY } })).toBe('good');
    expect(outcome('health-delegate', { delegation: { ...delegation, holderDocumentExpiresOn: 'none' } })).toBe('good');
  });

  it.each([
    ['2008-11-25', 'good, age-turns-soon'],
    ['2008-12-24', 'good, age-turns-soon'],
    ['2008-12-25', 'good'],
  ])('a minor born on %s: %s', (born, expected) => {
    expect(outcome('parent-of-minor', { holder: { ...CHILD, birthDate: day(born), idCarta: HOLDERS_CARD } })).toBe(expected);
  });
});
