// SPDX-License-Identifier: AGPL-3.0-or-later
import { noIssuerKeys } from './issuer-keys';
import { type IssuerKeysEnvironment, openIssuerKeys } from './open-issuer-keys';

const NONE: IssuerKeysEnvironment = { ISSUER_KEYS_DIR: undefined, ISSUER_KEYS_HSM_MODULE: undefined, ISSUER_KEYS_HSM_TOKEN: undefined, ISSUER_KEYS_HSM_PIN_FILE: undefined };

describe('where the issuer’s keys are', () => {
  it('may be nowhere', async () => {
    expect(await openIssuerKeys(NONE)).toBe(noIssuerKeys);
  });

  it('is one place, named whole', async () => {
    await expect(openIssuerKeys({ ...NONE, ISSUER_KEYS_DIR: '/keys', ISSUER_KEYS_HSM_TOKEN: 'issuer' })).rejects.toThrow('name two places for the issuer keys');
    await expect(openIssuerKeys({ ...NONE, ISSUER_KEYS_HSM_TOKEN: 'issuer', ISSUER_KEYS_HSM_MODULE: '/lib/hsm.so' })).rejects.toThrow('An HSM needs all of');
    await expect(openIssuerKeys({ ...NONE, ISSUER_KEYS_DIR: '/nowhere' })).rejects.toThrow('ISSUER_KEYS_DIR names no folder');
  });
});
