// SPDX-License-Identifier: AGPL-3.0-or-later
import { FakePcsc } from '../../testing/fake-pcsc';
import { loadPcscBinding } from './binding';

describe('loading the PC/SC binding', () => {
  it('hands out what was loaded', () => {
    const { binding } = new FakePcsc();
    expect(loadPcscBinding('smartcard', (name) => (name === 'smartcard' ? binding : undefined))).toEqual({ kind: 'loaded', binding });
  });

  it('adapts the other one to the same port', () => {
    expect(loadPcscBinding('pcsclite', () => () => undefined)).toMatchObject({ kind: 'loaded', binding: { Context: expect.any(Function) as unknown } });
  });

  it.each(['smartcard', 'pcsclite'] as const)('says what to do when %s was not built', (name) => {
    const missing = loadPcscBinding(name, () => {
      throw new Error('Cannot find module\nRequire stack: …');
    });
    expect(missing).toMatchObject({ kind: 'not-built', reason: 'Cannot find module' });
    expect(missing.kind === 'not-built' && missing.remedy).toMatch(new RegExp(`binding ${name} .*libpcsclite-dev`));
  });
});
