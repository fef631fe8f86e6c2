// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the program is started for. */
export type Command = 'serve' | 'check' | 'learn-readers' | 'pin-printer' | 'identity' | 'test-page' | 'show-code' | 'new-code';

const commandOfFlag: ReadonlyMap<string, Command> = new Map([
  ['--check', 'check'],
  ['--learn-readers', 'learn-readers'],
  ['--pin-printer', 'pin-printer'],
  ['--identity', 'identity'],
  ['--test-page', 'test-page'],
  ['--show-code', 'show-code'],
  ['--new-code', 'new-code'],
]);

/** What follows one of these says what it is about. */
const aboutSomething: ReadonlySet<Command> = new Set(['pin-printer', 'test-page']);

export interface CommandLine {
  readonly command: Command;
  /** What follows the command's own flag, for a command that is about something; null: nothing does. */
  readonly about: string | null;
  /** The arguments that say the same as a variable. */
  readonly args: readonly string[];
}

/** Tells the command from the arguments that say the same as a variable. */
export function readCommand(args: readonly string[]): CommandLine {
  const at = args.findIndex((arg) => commandOfFlag.has(arg));
  const command = commandOfFlag.get(args[at] ?? '') ?? 'serve';
  const about = aboutSomething.has(command) ? (args[at + 1] ?? null) : null;
  const rest = args.filter((arg, index) => !commandOfFlag.has(arg) && (about === null || index !== at + 1));
  return { command, about, args: rest };
}
