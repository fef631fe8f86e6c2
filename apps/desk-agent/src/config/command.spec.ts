// SPDX-License-Identifier: AGPL-3.0-or-later
import { readCommand } from './command';

describe('what the program is started for', () => {
  it.each([
    [['--server', 'https://desk.example.org'], 'serve', null, ['--server', 'https://desk.example.org']],
    [['--check'], 'check', null, []],
    [['--identity'], 'identity', null, []],
    [['--reader', 'pcsc', '--learn-readers'], 'learn-readers', null, ['--reader', 'pcsc']],
    [['--pin-printer', 'ipps://buste/ipp/print', '--reader', 'pcsc'], 'pin-printer', 'ipps://buste/ipp/print', ['--reader', 'pcsc']],
    [['--test-page', 'envelopes'], 'test-page', 'envelopes', []],
    [['--pin-printer'], 'pin-printer', null, []],
  ])('is told from the rest of %j', (args, command, about, rest) => {
    expect(readCommand(args)).toEqual({ command, about, args: rest });
  });
});
