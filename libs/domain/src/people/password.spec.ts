// SPDX-License-Identifier: AGPL-3.0-or-later
import { judgePassword, LONGEST_PASSWORD_BYTES, normalisedPassword, SHORTEST_PASSWORD } from './password';

const OF = { username: 'l.bini', displayName: 'Lucia Bini', isBreached: false };
const verdict = (password: string, of: Partial<typeof OF> = {}) => {
  const judged = judgePassword(password, { ...OF, ...of });
  return judged.ok ? judged.value : judged.refusal;
};

describe('a new password', () => {
  it('is any twelve characters and more: no capitals, digits or signs are asked for', () => {
    expect(verdict('tramonto blu')).toBe('may');
    expect(verdict('tramonto bl')).toEqual({ kind: 'password-too-short', shortest: SHORTEST_PASSWORD });
    expect(verdict('èèàùòìé èàùò')).toBe('may');
  });

  it('is counted in characters as a person sees them, and measured in bytes as bcrypt does', () => {
    expect(verdict('🐝🐞🦋🐌🐙🦑🦐🦞🦀🐡🐠')).toEqual({ kind: 'password-too-short', shortest: 12 });
    expect(verdict('🐝🐞🦋🐌🐙🦑🦐🦞🦀🐡🐠🐟')).toBe('may');
    expect(verdict('abcdefgh '.repeat(8))).toBe('may');
    expect(verdict(`${'abcdefgh '.repeat(8)}x`)).toEqual({ kind: 'password-too-long', longestBytes: LONGEST_PASSWORD_BYTES });
  });

  it.each(['l.bini-2026!', 'Lucia Bini 26', 'Bini.2026.bini', 'lucialucia2026'])('is not little more than the own name: %s', (password) => {
    expect(verdict(password)).toEqual({ kind: 'password-guessable', because: 'own-name' });
  });

  it('may hold the own name within a phrase', () => {
    expect(verdict('lucia compra mele verdi')).toBe('may');
  });

  it.each(['sportello2026', 'Sportello TS-CNS', 'Tessera Sanitaria1'])('is not little more than the product’s name: %s', (password) => {
    expect(verdict(password)).toEqual({ kind: 'password-guessable', because: 'product-name' });
  });

  it.each(['aaaaaaaaaaaa', 'abababababab', '1231231231231'])('is not the same few characters over and over: %s', (password) => {
    expect(verdict(password)).toEqual({ kind: 'password-guessable', because: 'repetition' });
  });

  it('is not on the list of published ones', () => {
    expect(verdict('tramonto blu', { isBreached: true })).toEqual({ kind: 'password-breached' });
  });

  it('is the same however a keyboard composed its letters', () => {
    expect(normalisedPassword('perche\u0301')).toBe(normalisedPassword('perch\u00e9'));
  });
});
