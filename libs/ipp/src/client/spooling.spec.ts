// SPDX-License-Identifier: AGPL-3.0-or-later
import { boolean, enums, strings } from '../codec/attributes';
import { judgeSpooling } from './spooling';

const everywhere = strings('keyword', 'ipp-features-supported', 'document-object', 'ipp-everywhere');

describe('who keeps a document until it is printed', () => {
  it('is the printer itself, when it is one of IPP Everywhere', () => {
    expect(judgeSpooling([everywhere])).toEqual({ spooling: 'printer', queueSigns: [] });
  });

  it.each([
    ['its version', strings('text', 'cups-version', '2.4.2')],
    ['where it leads to', strings('uri', 'device-uri', 'ipp://192.0.2.7/ipp/print')],
    ['that it is shared, or not', boolean('printer-is-shared', false)],
    ['its type', enums('printer-type', 2_097_156)],
    ['its members', strings('uri', 'member-uris', 'ipp://localhost/printers/one')],
  ])('is a queue that tells %s, whatever else it claims to be', (_, sign) => {
    expect(judgeSpooling([everywhere, sign])).toEqual({ spooling: 'queue', queueSigns: [sign.name] });
  });

  it('is unclear, and not the printer, where nothing says so', () => {
    expect(judgeSpooling([])).toEqual({ spooling: 'unclear', queueSigns: [] });
    expect(judgeSpooling([strings('keyword', 'ipp-features-supported', 'subscription-object')]).spooling).toBe('unclear');
  });
});
