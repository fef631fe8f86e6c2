// SPDX-License-Identifier: AGPL-3.0-or-later
import { readCommand } from './command';

describe('what the program is started for', () => {
  it.each([
    [['--server', 'https://desk.example.org'], 'serve', ['--server', 'https://desk.example.org']],
    [['--check'], 'check', []],
    [['--reader', 'pcsc', '--learn-readers'], 'learn-readers', ['--reader', 'pcsc']],
  ])('is told from the rest of %j', (args, command, rest) => {
    expect(readCommand(args)).toEqual({ command, args: rest });
  });
});
