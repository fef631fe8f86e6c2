// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectFault, transmitFault } from './fault-table';

describe('the texts of the PC/SC binding', () => {
  it.each([
    ['No smart card present', { kind: 'removed' }],
    ['Sharing violation', { kind: 'sharing-violation' }],
    ['PC/SC service not running', { kind: 'no-service' }],
    ['Unknown reader', { kind: 'no-reader' }],
    ['No readers available', { kind: 'no-reader' }],
    ['Card is unresponsive', { kind: 'mute' }],
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
    ['something new', 'unexpected'],
  ])('while sending, "%s" leaves the outcome unknown', (text, because) => {
    expect(transmitFault(new Error(text))).toEqual({ kind: 'outcome-unknown', because });
  });

  it('what is no error at all is unexpected', () => {
    expect(transmitFault('text')).toEqual({ kind: 'outcome-unknown', because: 'unexpected' });
  });
});
