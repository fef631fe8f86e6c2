// SPDX-License-Identifier: AGPL-3.0-or-later
import { FakePcsc } from '../../testing/fake-pcsc';
import { loadPcscBinding } from './binding';

describe('loading the PC/SC binding', () => {
  it('hands out what was loaded', () => {
    const { binding } = new FakePcsc();
    expect(loadPcscBinding((name) => (name === 'smartcard' ? binding : undefined))).toEqual({ kind: 'loaded', binding });
  });

  it('says what to do when it was not built', () => {
    const missing = loadPcscBinding(() => {
      throw new Error('Cannot find module');
    });
    expect(missing).toMatchObject({ kind: 'not-built', reason: 'Cannot find module' });
    expect(missing.kind === 'not-built' && missing.remedy).toContain('libpcsclite-dev');
  });
});
