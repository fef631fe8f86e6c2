// SPDX-License-Identifier: AGPL-3.0-or-later
import { certificatePinOf } from './certificate-pin';
import { printerAddressOf } from './printer-address';

describe('a printer address', () => {
  it.each([
    ['ipp://printer/ipp/print', { host: 'printer', port: 631, path: '/ipp/print', isSecure: false }],
    ['ipps://10.0.0.7:8443/ipp/print/buste', { host: '10.0.0.7', port: 8443, path: '/ipp/print/buste', isSecure: true }],
    ['ipp://[fe80::1]:80/', { host: 'fe80::1', port: 80, path: '/', isSecure: false }],
    ['ipps://printer:443', { host: 'printer', port: 443, path: '/', isSecure: true }],
  ])('is read from %s', (uri, expected) => {
    expect(printerAddressOf(uri)).toEqual({ uri, ...expected });
  });

  it.each(['http://printer/ipp', 'ipp:printer', 'ipp://', 'ipp://user:secret@printer/ipp', 'ipp://printer/ipp?a=b', 'ipp://printer/ipp#a', 'printer'])(
    'is not read from %s',
    (uri) => {
      expect(() => printerAddressOf(uri)).toThrow(TypeError);
    },
  );
});

describe('a certificate pin', () => {
  it('is read as people copy it', () => {
    const pin = 'ab'.repeat(32);
    expect(certificatePinOf(pin.toUpperCase())).toBe(pin);
    expect(certificatePinOf(Array<string>(32).fill('AB').join(':'))).toBe(pin);
  });

  it.each(['', 'ab', 'zz'.repeat(32), `${'ab'.repeat(32)}ab`])('is not read from %j', (text) => {
    expect(() => certificatePinOf(text)).toThrow(TypeError);
  });
});
