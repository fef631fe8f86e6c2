// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReadersSeen } from '../reader/scout/send-scout';
import { probeBinding } from './probe-binding';
import { probeClock } from './probe-clock';
import { probeLink } from './probe-link';
import { probePcsc } from './probe-pcsc';
import { probeReader } from './probe-reader';

const listed = (...names: readonly string[]): ReadersSeen => ({ type: 'readers', names: [...names] });
const notBuilt: ReadersSeen = { type: 'not-built', reason: 'no such file', remedy: 'Install a compiler.' };
const noService: ReadersSeen = { type: 'no-service' };
const silent: ReadersSeen = { type: 'silent' };

describe('the check of binding and PC/SC', () => {
  it.each([
    ['does not load', notBuilt, 'not-well', 'not-tried'],
    ['hangs', silent, 'not-well', 'not-tried'],
    ['finds no service', noService, 'well', 'not-well'],
    ['finds no reader', listed(), 'well', 'well'],
    ['finds two readers', listed('Left', 'Right'), 'well', 'well'],
  ] as const)('when the binding %s', (_, seen, binding, pcsc) => {
    const findings = [probeBinding('smartcard', seen), probePcsc(seen)];
    expect(findings.map(({ state }) => state)).toEqual([binding, pcsc]);
    for (const { state, remedy } of findings) expect(remedy === null).toBe(state !== 'not-well');
  });
});

describe('the check of a reader', () => {
  const named = { kind: 'pcsc', name: 'Left' } as const;
  const unnamed = { kind: 'pcsc', name: null } as const;
  it.each([
    ['is plugged in', named, listed('Left', 'Right'), 'well', null],
    ['is not plugged in', named, listed('Right'), 'not-well', 'Plug the citizen\'s reader in'],
    ['is the only one', unnamed, listed('Left'), 'well', null],
    ['is one of two, and nobody said which', unnamed, listed('Left', 'Right'), 'not-well', '--learn-readers'],
    ['is missing', unnamed, listed(), 'not-well', 'Plug the citizen\'s reader in'],
    ['cannot be looked for', named, noService, 'not-tried', null],
    ['is a network reader', { kind: 'network', host: '127.0.0.1', port: 1 }, null, 'not-tried', null],
    ['is not there at all', null, null, 'not-tried', null],
  ] as const)('that %s', (_, choice, seen, state, remedy) => {
    expect(probeReader('citizen', choice, seen)).toMatchObject({ state, remedy: remedy === null ? null : (expect.stringContaining(remedy) as string) });
  });
});

describe('the check of clock and link', () => {
  const answered = (secondsAhead: number | null, isReady = true, status = 200) => ({ kind: 'answered', isReady, status, secondsAhead }) as const;
  const unreachable = { kind: 'unreachable', because: 'ECONNREFUSED' } as const;
  it.each([
    [answered(0), 'well', 'well'],
    [answered(-12), 'well', 'well'],
    [answered(45), 'not-well', 'well'],
    [answered(-45), 'not-well', 'well'],
    [answered(null), 'not-tried', 'well'],
    [answered(0, false, 503), 'well', 'not-well'],
    [answered(0, false, 404), 'well', 'not-well'],
    [unreachable, 'not-tried', 'not-well'],
  ] as const)('of %j is %s and %s', (answer, clock, link) => {
    expect([probeClock(answer).state, probeLink('https://desk.example.org', answer).state]).toEqual([clock, link]);
  });

  it('says which way the clock is off', () => {
    expect([probeClock(answered(45)).seen, probeClock(answered(-45)).seen]).toEqual(['45 s ahead of the server\'s', '45 s behind the server\'s']);
  });
});
