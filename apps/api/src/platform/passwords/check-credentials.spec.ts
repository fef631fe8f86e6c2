// SPDX-License-Identifier: AGPL-3.0-or-later
import { getRounds } from 'bcrypt';
import { BCRYPT_COST } from './slow-hash';
import { NOBODYS_HASH } from './check-credentials';

describe('the hash that stands in for an unknown name', () => {
  it('costs what a known one costs', () => {
    expect(getRounds(NOBODYS_HASH)).toBe(BCRYPT_COST);
    expect(NOBODYS_HASH).toHaveLength(60);
  });
});
