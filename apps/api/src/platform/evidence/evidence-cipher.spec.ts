// SPDX-License-Identifier: AGPL-3.0-or-later
import { SystemRandomness } from '../ports/randomness';
import { openEvidence, rewrapEvidence, sealEvidence } from './evidence-cipher';

const randomness = new SystemRandomness();
const [first, second] = [randomness.bytes(32), randomness.bytes(32)];
const keys = { current: 1, versions: new Map([[1, first]]) };
const identity = { id: 'f1', caseId: 'c1', paper: 'delegation' } as const;
const content = Buffer.from('il contenuto del file');
const thumbnail = Buffer.from('la miniatura');

describe('a file at rest', () => {
  const sealed = sealEvidence({ identity, content, thumbnail, keys, randomness });
  const whole = { ...sealed, bytes: sealed.content };

  it('comes back as it was, each part as itself', () => {
    expect(Buffer.from(openEvidence({ identity, part: 'content', sealed: whole, keys }))).toEqual(content);
    expect(Buffer.from(openEvidence({ identity, part: 'thumbnail', sealed: { ...sealed, bytes: sealed.thumbnail }, keys }))).toEqual(thumbnail);
    expect(sealed.content.includes('contenuto')).toBe(false);
  });

  it('does not open as another file, for another case, as another paper or another part, under another key or altered by a bit', () => {
    for (const other of [{ id: 'f2' }, { caseId: 'c2' }, { paper: 'court-paper' as const }]) {
      expect(() => openEvidence({ identity: { ...identity, ...other }, part: 'content', sealed: whole, keys })).toThrow();
    }
    expect(() => openEvidence({ identity, part: 'thumbnail', sealed: whole, keys })).toThrow();
    expect(() => openEvidence({ identity, part: 'content', sealed: whole, keys: { current: 1, versions: new Map([[1, second]]) } })).toThrow();
    const altered = Buffer.from(sealed.content);
    altered[20] = (altered[20] ?? 0) ^ 1;
    expect(() => openEvidence({ identity, part: 'content', sealed: { ...sealed, bytes: altered }, keys })).toThrow();
  });

  it('has a key of its own: the same bytes twice look different', () => {
    const again = sealEvidence({ identity, content, thumbnail, keys, randomness });
    expect(again.content).not.toEqual(sealed.content);
    expect(() => openEvidence({ identity, part: 'content', sealed: { ...again, bytes: sealed.content }, keys })).toThrow();
  });

  it('opens under a new version once its key is wrapped anew, without the old one', () => {
    const both = { current: 2, versions: new Map([[1, first], [2, second]]) };
    const rewrapped = rewrapEvidence({ identity, sealed, keys: both, randomness });
    expect(rewrapped.keyVersion).toBe(2);
    const without = { current: 2, versions: new Map([[2, second]]) };
    expect(Buffer.from(openEvidence({ identity, part: 'content', sealed: { ...rewrapped, bytes: sealed.content }, keys: without }))).toEqual(content);
    expect(() => openEvidence({ identity, part: 'content', sealed: whole, keys: without })).toThrow('version 1 of the evidence key is not in KEYS_DIR');
  });
});
