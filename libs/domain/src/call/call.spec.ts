// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { DEFAULT_CIP_PATTERN } from '../codes/cip-pattern';
import { day } from '../testing/dates';
import { accepted, refused } from '../testing/outcomes';
import { UNAMBIGUOUS_ALPHABET } from '../text/unambiguous-alphabet';
import { CALL_CATEGORIES } from './call';
import { CALL_SCRIPTS, NOT_BY_PHONE, SCRIPT_STEPS } from './call-scripts';
import { healthWordsIn } from './health-words';
import { judgeClosing } from './judge-closing';
import { CIE_BLOCK_DATA, PLACES_TO_GO, SPID_REQUIREMENTS } from './places-to-go';
import { REDACTED_CIP, redactCips } from './redact-cip';

const scripts = Object.values(CALL_SCRIPTS);

describe('a script', () => {
  it('is there for each category, uses each step, place and limit somewhere, and no step twice', () => {
    expect(Object.keys(CALL_SCRIPTS)).toEqual([...CALL_CATEGORIES]);
    expect(new Set(scripts.flatMap(({ steps }) => steps))).toEqual(new Set(SCRIPT_STEPS));
    expect(new Set(scripts.flatMap(({ elsewhere }) => elsewhere.flatMap(({ goTo }) => goTo)))).toEqual(new Set(PLACES_TO_GO));
    expect(new Set(scripts.flatMap(({ elsewhere }) => elsewhere.map(({ what }) => what)))).toEqual(new Set(NOT_BY_PHONE));
    for (const { steps } of scripts) expect(new Set(steps).size).toBe(steps.length);
  });

  it('sends who needs new codes, or lost the CIP, to any desk in person', () => {
    for (const category of ['pin-forgotten', 'puk-lost', 'cip-lost', 'card-blocked'] as const) expect(CALL_SCRIPTS[category].elsewhere[0]?.goTo).toEqual(['any-desk']);
  });

  it('sends for another card to the own ASL or the Agenzia delle Entrate, and for one that never came to the latter', () => {
    expect(CALL_SCRIPTS['lost-or-stolen'].elsewhere[0]).toEqual({ what: 'replace-card', goTo: ['own-asl', 'agenzia-entrate'] });
    expect(CALL_SCRIPTS['not-arrived'].elsewhere).toEqual([{ what: 'replace-card', goTo: ['agenzia-entrate'] }]);
  });

  it('lets a certificate be revoked whatever the call is about that can end so, and says where without a CIP', () => {
    const revoking = CALL_CATEGORIES.filter((category) => CALL_SCRIPTS[category].byPhone.includes('revoke-by-cip'));
    expect(revoking).toEqual(['card-blocked', 'wrong-data', 'lost-or-stolen', 'on-behalf', 'other']);
    for (const category of [...revoking, 'cip-lost'] as const) expect(CALL_SCRIPTS[category].elsewhere).toContainEqual({ what: 'revoke-without-cip', goTo: ['any-desk-with-document'] });
    // The way of the unverified begins with tries of a CIP.
    for (const { byPhone } of scripts) expect(byPhone.includes('record-unverified-request') && !byPhone.includes('revoke-by-cip')).toBe(false);
  });

  it('of a lost card reads the effects back before it gives the number', () => {
    const { steps } = CALL_SCRIPTS['lost-or-stolen'];
    const order = (['ask-cip', 'record-revocation', 'read-effects-back', 'give-request-number', 'say-replacement-checklist'] as const).map((step) => steps.indexOf(step));
    expect(order).toEqual([...order].sort((left, right) => left - right));
    expect(order).not.toContain(-1);
  });

  it('asks for no PIN and no PUK', () => {
    expect(SCRIPT_STEPS.filter((step) => /^ask-.*(pin|puk)/.test(step))).toEqual([]);
  });

  it('tells the five data that block a CIE, and the four that a SPID needs', () => {
    expect(CIE_BLOCK_DATA).toHaveLength(5);
    expect(SPID_REQUIREMENTS).toHaveLength(4);
  });
});

describe('a call', () => {
  const TODAY = day('2026-11-28');
  const call = { state: 'open', category: 'spid', outcome: 'answered', followUp: null, hasRequest: false } as const;
  const followUp = { what: 'call-back', by: day('2026-11-30') } as const;

  it('closes with what it was about and how it ended', () => {
    expect(accepted(judgeClosing(call, TODAY))).toBe('closed');
    expect(refused(judgeClosing({ ...call, category: null }, TODAY))).toEqual({ kind: 'call-incomplete', missing: 'category' });
    expect(accepted(judgeClosing({ ...call, category: null, outcome: 'dropped' }, TODAY))).toBe('closed');
    expect(refused(judgeClosing({ ...call, state: 'closed' }, TODAY))).toEqual({ kind: 'call-closed' });
  });

  it('is kept for its follow-up, which has a day to come', () => {
    expect(accepted(judgeClosing({ ...call, outcome: 'follow-up', followUp }, TODAY))).toBe('follow-up');
    expect(refused(judgeClosing({ ...call, outcome: 'follow-up' }, TODAY))).toEqual({ kind: 'call-incomplete', missing: 'follow-up' });
    expect(refused(judgeClosing({ ...call, followUp: { ...followUp, by: day('2026-11-27') } }, TODAY))).toEqual({ kind: 'follow-up-in-the-past' });
  });

  it('says that a request was recorded only if one was', () => {
    expect(refused(judgeClosing({ ...call, outcome: 'request-recorded' }, TODAY))).toEqual({ kind: 'call-incomplete', missing: 'request' });
    expect(accepted(judgeClosing({ ...call, outcome: 'request-recorded', hasRequest: true }, TODAY))).toBe('closed');
  });
});

describe('an incoming text', () => {
  it.each(['Il mio CIP è 1234567890.', 'CIP:1234567890', 'cip 12345 67890', 'cip 123-456-78-90', 'cip 12.34.56.78.90', 'cip 1 2 3 4 5 6 7 8 9 0', 'cip １２３４５６７８９０', 'cip 12345\u00a067890', 'cip 123\u200b45\u00ad678\u206090'])('%j bears no CIP any more', (text) => {
    const redacted = redactCips(text, DEFAULT_CIP_PATTERN);
    expect(redacted.count).toBe(1);
    expect(redacted.text).toContain(REDACTED_CIP);
    expect(redacted.text).not.toMatch(/[0-9]/);
  });

  it.each(['tessera 6090000000000018', 'RSSMRA80A01D612Y', 'nato il 12/03/1980', 'il 12/03/1980 alle 10:30', 'dal 2026\n123456', '800 004477'])('%j stays as it is', (text) => {
    expect(redactCips(text, DEFAULT_CIP_PATTERN)).toEqual({ text, count: 0 });
  });

  it('loses every code of any pattern, in either case', () => {
    const pattern = { length: 8, alphabet: UNAMBIGUOUS_ALPHABET };
    const code = fc.string({ unit: fc.constantFrom(...Array.from(UNAMBIGUOUS_ALPHABET)), minLength: 8, maxLength: 8 });
    fc.assert(fc.property(code, fc.boolean(), (cip, isLower) => expect(redactCips(`è ${isLower ? cip.toLowerCase() : cip}, grazie`, pattern).text).toBe(`è ${REDACTED_CIP}, grazie`)));
    expect(redactCips('x aa^]-]^a y', { length: 7, alphabet: 'a^]-' }).count).toBe(1);
  });
});

describe('a note', () => {
  it.each([
    ['Il padre è malato di TUMORE, in terapia', ['malato', 'TUMORE', 'terapia']],
    ['invalidità al 100%', ['invalidità']],
    ['She is pregnant', ['pregnant']],
  ])('%j is warned of', (text, words) => expect(healthWordsIn(text)).toEqual(words));

  it.each(['Richiama domani; farmacia Comunale di Massa, operatore Verdi', 'PIN errato tre volte, tessera ST2021', 'Delega per motivi di salute: spiegato cosa portare', ''])('%j is not', (text) => {
    expect(healthWordsIn(text)).toEqual([]);
  });
});
