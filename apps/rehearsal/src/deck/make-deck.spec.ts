// SPDX-License-Identifier: AGPL-3.0-or-later
import { activationMethodOf } from '@sportello/card-io/issuer';
import {
  CASE_KINDS,
  CASE_KIND_RULES,
  ageOn,
  assessDocument,
  compareCodiceFiscale,
  existingDate,
  isDocumentType,
  parseCodiceFiscale,
  parseIdCarta,
  parseLocalDate,
  type LocalDate,
} from '@sportello/domain';
import { parseMrz } from '@sportello/domain/mrz';
import { randomInt } from 'node:crypto';
import { CITIZENS, RESERVE } from './citizens';
import { Deck, type DeckCard } from './deck';
import { makeDeck } from './make-deck';

const day = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe.each(['2026-11-23', '2027-01-01', '2028-02-29', '2031-12-31'].map(day))('a deck made on %s', (today) => {
  const deck = makeDeck(today, randomInt);
  const everybody = [...deck.cards, ...deck.reserve];
  const byStory = (story: DeckCard['story']): DeckCard => {
    const found = deck.cards.find((card) => card.story === story);
    if (found === undefined) throw new Error(story);
    return found;
  };
  const judged = ({ document, birthDate }: DeckCard) => {
    if (!isDocumentType(document.type)) throw new Error(document.type);
    const draft = { ...document, type: document.type, issuedOn: day(document.issuedOn), expiresOn: day(document.expiresOn) };
    return assessDocument(draft, { today, holderBirthDate: day(birthDate) });
  };

  it('is what the program reads back from disk', () => {
    expect(Deck.parse(JSON.parse(JSON.stringify(deck)))).toEqual(deck);
  });

  it('gives everybody the age that was planned', () => {
    const plans = [...CITIZENS, ...RESERVE];
    expect(everybody.map(({ birthDate }) => ageOn(day(birthDate), today))).toEqual(plans.map(({ age }) => age));
  });

  it('gives everybody a codice fiscale that agrees with name, birth and sex', () => {
    for (const card of everybody) {
      const code = parseCodiceFiscale(card.codiceFiscale);
      if (!code.ok) throw new Error(card.id);
      const findings = compareCodiceFiscale(code.value, { ...card, birthDate: day(card.birthDate) });
      expect(findings.map(({ kind }) => kind)).toEqual(['equal', 'equal', 'equal', 'equal']);
    }
  });

  it('makes one omocode, and only one', () => {
    const codes = everybody.map(({ codiceFiscale }) => parseCodiceFiscale(codiceFiscale));
    expect(codes.filter((code) => code.ok && code.value.kind === 'regular' && code.value.isOmocode)).toHaveLength(1);
  });

  it('numbers every card as a citizen’s card of Tuscany but for one, without a warning, and none twice', () => {
    for (const { idCarta, story } of everybody) {
      expect(parseIdCarta(idCarta)).toMatchObject({ ok: true, value: { bearer: 'citizen', region: { code: story === 'other-region' ? '030' : '090' }, warnings: [] } });
    }
    expect(new Set(everybody.map(({ idCarta }) => idCarta)).size).toBe(everybody.length);
    expect(new Set(everybody.map(({ id }) => id)).size).toBe(everybody.length);
  });

  it('lets only the card that is planned so be expired', () => {
    expect(everybody.filter(({ expiresOn }) => day(expiresOn) < today).map(({ story }) => story)).toEqual(['card-expired']);
  });

  it('brings documents in force, but for the expired one and the paper one', () => {
    const refused = everybody.filter((card) => judged(card).kind !== 'in-force');
    expect(refused.map(({ story }) => story)).toEqual(['document-expired', 'paper-document']);
    expect(judged(byStory('document-expired'))).toMatchObject({ kind: 'refused', reason: { kind: 'document-expired' } });
    expect(judged(byStory('paper-document'))).toMatchObject({ kind: 'refused', reason: { kind: 'paper-id' } });
  });

  it('raises no doubt about any document in force', () => {
    for (const card of everybody) {
      const judgement = judged(card);
      if (judgement.kind === 'in-force') expect(judgement.hints).toEqual([]);
    }
  });

  it('prints a machine-readable zone that says what the identity card says', () => {
    const holders = everybody.filter(({ document }) => document.type === 'cie');
    expect(holders.length).toBeGreaterThan(5);
    for (const { document, sex } of holders) {
      const { surname, name, birthDate, number, expiresOn } = document;
      expect(parseMrz(document.mrz, today)).toMatchObject({ ok: true, value: { documentType: 'cie', surname, name, birthDate, number, expiresOn, sex } });
    }
  });

  it.each(CASE_KINDS)('has of %s a card that was never activated, and one whose issuer can set new codes', (kind) => {
    const cards = deck.cards.filter((card) => (card.visit?.kind ?? 'holder') === kind);
    const isReplaceable = ({ inUse, cardType }: DeckCard): boolean => inUse !== null && activationMethodOf(cardType) === 'issuer-auth';
    expect([cards.some(({ inUse }) => inUse === null), cards.some(isReplaceable)]).toEqual([true, true]);
  });

  it('brings everybody’s papers, and an adult for whom one is needed', () => {
    for (const { visit, birthDate } of deck.cards) {
      if (!visit) continue;
      const rule = CASE_KIND_RULES[visit.kind];
      const { atLeast, below = Infinity } = rule.holderAge;
      const age = ageOn(day(birthDate), today);
      expect(age >= atLeast && age < below).toBe(true);
      expect([visit.decree !== null, visit.emancipationTitle !== null, visit.delegation !== null]).toEqual([rule.asksDecree, visit.kind === 'emancipated-minor', visit.kind === 'health-delegate']);
      const applicant = deck.cards.find(({ id }) => id === visit.applicant);
      expect(rule.applicant === 'holder' ? applicant : applicant && ageOn(day(applicant.birthDate), today) >= 18).toBe(rule.applicant === 'holder' ? undefined : true);
    }
  });

  it('has somebody whose eighteenth birthday is today', () => {
    expect(byStory('of-age-today').birthDate.slice(5)).toBe(today === '2028-02-29' ? '02-28' : today.slice(5));
  });

  it('keeps the second name off the chip', () => {
    const { name, document } = byStory('second-name');
    expect(document.name.startsWith(`${name} `)).toBe(true);
  });
});

it('reckons a birthday on the day itself', () => {
  const [maria] = makeDeck(existingDate(2027, 1, 1), randomInt).cards;
  expect(maria).toMatchObject({ surname: 'ROSSI', birthDate: '1981-01-01' });
});
