// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnvironment, SERVE_VARIABLES } from './settings';

const GOOD = { VAULT_DIR: '/vault', VAULT_API_KEY_FILE: '/vault/api.pub' };

describe('the vault’s settings', () => {
  it('have a default for everything but places', () => {
    expect(readEnvironment(SERVE_VARIABLES, GOOD)).toMatchObject({ VAULT_HOST: '127.0.0.1', VAULT_PORT: 8482, VAULT_REWRAPS_PER_DAY: 20 });
    expect(() => readEnvironment(SERVE_VARIABLES, {})).toThrow('The configuration is not right: VAULT_DIR is missing; VAULT_API_KEY_FILE is missing.');
  });

  it('are refused by the name of the variable, and never with its value', () => {
    const complaint = (() => {
      try {
        readEnvironment(SERVE_VARIABLES, { ...GOOD, VAULT_HOST: '10.9.8.7', VAULT_PORT: 'segretissima' });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(complaint).toBe('The configuration is not right: VAULT_HOST must be 127.0.0.1 or ::1; VAULT_PORT is not valid.');
  });
});
