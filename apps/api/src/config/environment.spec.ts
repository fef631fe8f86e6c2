// SPDX-License-Identifier: AGPL-3.0-or-later
import { DEFAULT_CIP_PATTERN } from '@sportello/domain';
import { StartRefused, readEnvironment } from './environment';
import { SERVE_VARIABLES } from './settings';

const GOOD = {
  DATABASE_URL: 'postgres://app:segretissima@db/sportello',
  KEYS_DIR: '/keys',
  VAULT_PUBLIC_KEY_FILE: '/keys/vault.pub',
  TRUST_ANCHORS_DIR: '/anchors',
};

const complaintOf = (environment: Readonly<Record<string, string>>): string => {
  try {
    readEnvironment(SERVE_VARIABLES, environment);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(StartRefused);
    return (error as StartRefused).message;
  }
};

describe('the environment', () => {
  it('has a default for everything but what is secret or a place', () => {
    expect(readEnvironment(SERVE_VARIABLES, GOOD)).toMatchObject({ HOST: '127.0.0.1', PORT: 8480, INSTALLATION_KIND: 'real', CIP_PATTERN: DEFAULT_CIP_PATTERN, CALL_FIGURES: false, TRUSTED_PROXIES: [] });
    const missing = complaintOf({});
    for (const name of Object.keys(GOOD)) expect(missing).toContain(`${name} is missing`);
    expect(missing).not.toContain('PORT');
  });

  it('counts an empty variable as missing', () => {
    expect(complaintOf({ ...GOOD, KEYS_DIR: '' })).toBe('The configuration is not right: KEYS_DIR is missing.');
  });

  it.each([
    ['PORT', 'ottomila'],
    ['PORT', '70000'],
    ['INSTALLATION_KIND', 'prova-segreta'],
    ['DATABASE_URL', 'mysql://app:parola-segreta@db/x'],
    ['PUBLIC_ORIGIN', 'ftp://host-segreto'],
    ['CIP_PATTERN', 'digits:3'],
    ['CIP_PATTERN', 'ABCDEFGHIJKL:8'],
    ['LOG_LEVEL', 'segreto'],
    ['VAULT_URL', 'http://host-segreto:8482'],
    ['VAULT_URL', 'segreto'],
    ['ACTIVATION_METHODS', 'ST2021=segreto'],
    ['ACTIVATION_METHODS', 'segreto'],
    ['IDENTITY_DOCUMENTS', 'passport=refused'],
    ['IDENTITY_DOCUMENTS', 'residence-permit=segreto'],
    ['ASK_MINOR_CONSENT', 'segreto'],
    ['COPY_KEPT_AT', 'pharmacy,segreto'],
  ])('names %s when it is wrong, and never its value', (name, value) => {
    const complaint = complaintOf({ ...GOOD, [name]: value });
    expect(complaint).toContain(name);
    expect(complaint).not.toContain(value);
    expect(complaint).not.toContain('segret');
  });

  it('takes the installation’s word on documents of which no source decides', () => {
    const { IDENTITY_DOCUMENTS } = readEnvironment(SERVE_VARIABLES, { ...GOOD, IDENTITY_DOCUMENTS: 'residence-permit=accepted, eu-identity-card=refused' });
    expect(IDENTITY_DOCUMENTS).toEqual({ 'residence-permit': true, 'eu-identity-card': false });
    expect(readEnvironment(SERVE_VARIABLES, GOOD).IDENTITY_DOCUMENTS).toEqual({});
  });

  it('asks for nothing beyond the leaflets unless the body says so', () => {
    expect(readEnvironment(SERVE_VARIABLES, GOOD)).toMatchObject({ ASK_MINOR_CONSENT: false, ASK_OTHER_PARENT: false, ASK_COURT_PAPER: false, COPY_KEPT_AT: [] });
    expect(readEnvironment(SERVE_VARIABLES, { ...GOOD, ASK_COURT_PAPER: 'yes', COPY_KEPT_AT: 'pharmacy, municipality' })).toMatchObject({ ASK_COURT_PAPER: true, COPY_KEPT_AT: ['pharmacy', 'municipality'] });
  });

  it('takes the methods by which the types of cards are written', () => {
    const { ACTIVATION_METHODS } = readEnvironment(SERVE_VARIABLES, { ...GOOD, ACTIVATION_METHODS: 'ST2021=issuer-auth, *=transport-codes' });
    expect([...ACTIVATION_METHODS]).toEqual([['ST2021', 'issuer-auth'], ['*', 'transport-codes']]);
    expect(readEnvironment(SERVE_VARIABLES, GOOD).ACTIVATION_METHODS.size).toBe(0);
  });

  it('takes the terms that the controller fixed, class by class, and no term that is a slip of the hand', () => {
    expect([...readEnvironment(SERVE_VARIABLES, { ...GOOD, RETENTION_DAYS: 'identification=3650, delegation=730' }).RETENTION_DAYS]).toEqual([['identification', 3650], ['delegation', 730]]);
    expect(readEnvironment(SERVE_VARIABLES, GOOD).RETENTION_DAYS.size).toBe(0);
    for (const wrong of ['identification=3', 'identification=99999', 'identification', 'everything=400', 'identification=1.5']) {
      expect(() => readEnvironment(SERVE_VARIABLES, { ...GOOD, RETENTION_DAYS: wrong })).toThrow(/RETENTION_DAYS must be CLASS=DAYS/);
    }
  });

  it('reaches the vault on this very computer, or by HTTPS', () => {
    for (const url of ['http://127.0.0.1:8482', 'http://[::1]:8482', 'http://localhost:8482', 'https://vault.example.org']) {
      expect(readEnvironment(SERVE_VARIABLES, { ...GOOD, VAULT_URL: `${url}/` }).VAULT_URL).toBe(url);
    }
    expect(readEnvironment(SERVE_VARIABLES, GOOD).VAULT_URL).toBeUndefined();
  });

  it('takes a pattern for the CIP of one’s own, and the origin of an address', () => {
    const { CIP_PATTERN, PUBLIC_ORIGIN, TRUSTED_PROXIES } = readEnvironment(SERVE_VARIABLES, {
      ...GOOD,
      CIP_PATTERN: '23456789ABCDEFGHJKMNPQRSTUVWXYZ:8',
      PUBLIC_ORIGIN: 'https://sportello.example/pagina',
      TRUSTED_PROXIES: '10.0.0.1, 10.0.0.0/8',
    });
    expect(CIP_PATTERN).toEqual({ alphabet: '23456789ABCDEFGHJKMNPQRSTUVWXYZ', length: 8 });
    expect(PUBLIC_ORIGIN).toBe('https://sportello.example');
    expect(TRUSTED_PROXIES).toEqual(['10.0.0.1', '10.0.0.0/8']);
  });
});
