// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectFault, transmitFault } from './fault-table';

describe('the texts of the PC/SC bindings', () => {
  it.each([
    ['No smart card present', { kind: 'removed' }],
    ['Sharing violation', { kind: 'sharing-violation' }],
    ['PC/SC service not running', { kind: 'no-service' }],
    ['Unknown reader', { kind: 'no-reader' }],
    ['No readers available', { kind: 'no-reader' }],
    ['Card is unresponsive', { kind: 'mute' }],
    ['SCardConnect error: Sharing violation.(0x8010000b)', { kind: 'sharing-violation' }],
    ['SCardEstablishContext error: Service not available.(0x8010001d)', { kind: 'no-service' }],
    ['SCardConnect error: a text of Windows\r\n(0x80100069)', { kind: 'removed' }],
    ['SCardConnect error: of a wider integer(0xffffffff8010002e)', { kind: 'no-reader' }],
    ['SCardConnect error: something new(0x80100fff)', { kind: 'outcome-unknown', because: 'unexpected' }],
    ['something new', { kind: 'outcome-unknown', because: 'unexpected' }],
  ])('while connecting, "%s" names the reason', (text, fault) => {
    expect(connectFault(new Error(text))).toEqual(fault);
  });

  it.each([
    ['Transaction failed', 'not-transacted'],
    ['Card was removed', 'removed'],
    ['Card was reset', 'reset'],
    ['Communication error', 'communication-error'],
    ['PC/SC service not running', 'service-stopped'],
    ['Reader unavailable', 'reader-unplugged'],
    ['SCardTransmit error: Transaction failed.(0x80100016)', 'not-transacted'],
    ['SCardTransmit error: Card was reset.(0x80100068)', 'reset'],
    ['SCardTransmit error: Invalid handle.(0x80100003)', 'service-stopped'],
    ['something new', 'unexpected'],
  ])('while sending, "%s" leaves the outcome unknown', (text, because) => {
    expect(transmitFault(new Error(text))).toEqual({ kind: 'outcome-unknown', because });
  });

  it('what is no error at all is unexpected', () => {
    expect(transmitFault('text')).toEqual({ kind: 'outcome-unknown', because: 'unexpected' });
  });
});
