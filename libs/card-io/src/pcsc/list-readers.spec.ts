// SPDX-License-Identifier: AGPL-3.0-or-later
import { FakePcsc } from '../../testing/fake-pcsc';
import { listPcscReaders } from './list-readers';

describe('listing the PC/SC readers', () => {
  it('names them, and leaves no context open', async () => {
    const pcsc = new FakePcsc();
    expect(await listPcscReaders(pcsc.binding)).toEqual({ kind: 'readers', names: ['Reader 0'] });
    expect(pcsc.openContexts.size).toBe(0);
  });

  it('says when PC/SC is not running', async () => {
    const pcsc = new FakePcsc();
    pcsc.hasService = false;
    expect(await listPcscReaders(pcsc.binding)).toEqual({ kind: 'no-service' });
  });
});
