// SPDX-License-Identifier: AGPL-3.0-or-later
import { IDENTITY_CLAIMS, judgeIdentity, LEGAL_PERSON_CLAIMS, type AssertedIdentity } from './single-sign-on';
import { refusalOfProviderError } from './single-sign-on-refusals';

const ASKED = new Date('2026-11-24T09:00:00Z');
const SPID_L2 = 'https://www.spid.gov.it/SpidL2';
const FISCAL_NUMBER = IDENTITY_CLAIMS.codiceFiscale[0];
const PERSON = { given_name: 'Lia', family_name: 'Bini', [FISCAL_NUMBER]: 'TINIT-BNILIA80A41H501C' };

const judge = (claims: Readonly<Record<string, unknown>> = PERSON, changes: Partial<AssertedIdentity> = {}) =>
  judgeIdentity({ providerHost: 'accesso.example', acr: SPID_L2, authenticatedAt: ASKED, claims, ...changes }, ASKED);
const refusalOf = (claims?: Readonly<Record<string, unknown>>, changes?: Partial<AssertedIdentity>) => {
  const judged = judge(claims, changes);
  return judged.ok ? null : judged.refusal.kind;
};

describe('whoever signs in at a provider', () => {
  it('is known by their codice fiscale, with or without the prefix of a tax number', () => {
    for (const text of ['TINIT-BNILIA80A41H501C', 'BNILIA80A41H501C', 'tinit-bnilia80a41h501c']) {
      expect(judge({ ...PERSON, [FISCAL_NUMBER]: text })).toMatchObject({ ok: true, value: { codiceFiscale: { value: 'BNILIA80A41H501C' }, level: 2 } });
    }
  });

  it('is believed by the earlier names of SPID too', () => {
    const claims = { 'https://attributes.spid.gov.it/name': 'Lia', 'https://attributes.spid.gov.it/familyName': 'Bini', 'https://attributes.spid.gov.it/fiscalNumber': 'TINIT-BNILIA80A41H501C' };
    expect(judge(claims).ok).toBe(true);
  });

  it.each([
    [SPID_L2, null],
    ['https://www.spid.gov.it/SpidL3', null],
    ['http://eidas.europa.eu/LoA/substantial', null],
    ['https://www.spid.gov.it/SpidL1', 'level-too-low'],
    ['http://eidas.europa.eu/LoA/low', 'level-too-low'],
    ['https://www.spid.gov.it/SpidL2 ', 'level-too-low'],
    ['2', 'level-too-low'],
    [undefined, 'level-too-low'],
  ])('at level %s is refused as %s: level 2 is the least, and what is not in the table proves nothing', (acr, refusal) => {
    expect(refusalOf(PERSON, { acr })).toBe(refusal);
  });

  it('for a company is refused, whatever it is known by', () => {
    for (const name of LEGAL_PERSON_CLAIMS) expect(refusalOf({ ...PERSON, [name]: name.includes('office') ? { formatted: 'via di prova 1' } : 'Ditta di prova' })).toBe('legal-person');
    expect(refusalOf({ ...PERSON, [FISCAL_NUMBER]: 'TINIT-12345678903' })).toBe('legal-person');
  });

  it('is no company where the provider only says that there is none', () => {
    for (const nothing of ['', '-', null, undefined]) expect(refusalOf({ ...PERSON, [LEGAL_PERSON_CLAIMS[0]]: nothing })).toBeNull();
  });

  it.each([FISCAL_NUMBER, 'given_name', 'family_name'])('without %s is refused', (missing) => {
    expect(refusalOf({ ...PERSON, [missing]: undefined })).toBe('data-missing');
    expect(refusalOf({ ...PERSON, [missing]: '  ' })).toBe('data-missing');
  });

  it('with something that is no codice fiscale is refused', () => {
    for (const text of ['TINIT-BNILIA80A41H501X', 'TINDE-BNILIA80A41H501C', 'STP1234567890123']) expect(refusalOf({ ...PERSON, [FISCAL_NUMBER]: text })).toBe('data-missing');
  });

  it('has to have proved it for this very request', () => {
    expect(refusalOf(PERSON, { authenticatedAt: undefined })).toBe('not-fresh');
    expect(refusalOf(PERSON, { authenticatedAt: new Date(ASKED.getTime() - 61_000) })).toBe('not-fresh');
    expect(refusalOf(PERSON, { authenticatedAt: new Date(ASKED.getTime() - 59_000) })).toBeNull();
  });

  it('came by CIE when the Ministry’s provider says so, by SPID when there is a SPID code, and by either behind a gateway', () => {
    const meansOf = (claims: Readonly<Record<string, unknown>>, providerHost: string) => {
      const judged = judge(claims, { providerHost });
      return judged.ok ? judged.value.means : null;
    };
    expect(meansOf(PERSON, 'oidc.idserver.servizicie.interno.gov.it')).toBe('cie');
    expect(meansOf(PERSON, 'servizicie.interno.gov.it.example')).toBe('single-sign-on');
    expect(meansOf({ ...PERSON, [IDENTITY_CLAIMS.spidCode[0]]: 'ABCD123456789A' }, 'accesso.example')).toBe('spid');
    expect(meansOf(PERSON, 'accesso.example')).toBe('single-sign-on');
  });
});

describe('an error of the provider', () => {
  it.each([
    ['access_denied', 'ErrorCode nr19', 'attempts-used-up'],
    ['access_denied', 'ErrorCode nr20', 'no-such-level'],
    ['access_denied', 'ErrorCode nr21', 'timed-out'],
    ['access_denied', 'ErrorCode nr22', 'consent-denied'],
    ['access_denied', 'ErrorCode nr23', 'identity-suspended'],
    ['access_denied', 'ErrorCode nr25', 'called-off'],
    ['access_denied', undefined, 'called-off'],
    ['access_denied', 'ErrorCode nr199', 'called-off'],
    ['temporarily_unavailable', undefined, 'provider-away'],
    ['unmet_authentication_requirements', undefined, 'no-such-level'],
    ['invalid_scope', '<b>qualcosa</b>', 'refused-there'],
  ])('%s with %s means %s', (error, description, refusal) => {
    expect(refusalOfProviderError(error, description)).toBe(refusal);
  });
});
