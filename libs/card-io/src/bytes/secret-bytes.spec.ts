// SPDX-License-Identifier: AGPL-3.0-or-later
import { inspect } from 'node:util';
import { SecretBytes } from './secret-bytes';

describe('SecretBytes', () => {
  it('shows its bytes in no string, JSON or inspection', () => {
    const secret = SecretBytes.fromAscii('83150');
    const shown = [String(secret), ['code', secret].join(' '), JSON.stringify({ secret }), inspect({ secret }, { showHidden: true, depth: 9 })];
    for (const text of shown) expect(text).not.toMatch(/83150|56, ?51/);
  });

  it('lends its bytes while it lives', () => {
    expect(SecretBytes.fromAscii('12').use((bytes) => [...bytes])).toEqual([0x31, 0x32]);
  });

  it('wipes the array that it was given to own', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    SecretBytes.own(bytes).wipe();
    expect([...bytes]).toEqual([0, 0, 0]);
  });

  it('cannot be used after it was wiped', () => {
    const secret = SecretBytes.fromAscii('12345');
    secret.wipe();
    expect(secret.isWiped).toBe(true);
    expect(() => secret.use(() => 0)).toThrow('wiped');
  });

  it('gives a clone a life of its own', () => {
    const secret = SecretBytes.fromAscii('12345');
    const clone = secret.clone();
    secret.wipe();
    expect(clone.equals(SecretBytes.fromAscii('12345'))).toBe(true);
  });

  it.each([
    ['the same digits', '12345', true],
    ['another digit', '12346', false],
    ['another length', '1234', false],
  ])('compares with %s', (_case, other, isEqual) => {
    expect(SecretBytes.fromAscii('12345').equals(SecretBytes.fromAscii(other))).toBe(isEqual);
  });
});
