// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the program is started for. */
export type Command = 'serve' | 'check' | 'learn-readers';

const commandOfFlag: ReadonlyMap<string, Command> = new Map([
  ['--check', 'check'],
  ['--learn-readers', 'learn-readers'],
]);

/** Tells the command from the arguments that say the same as a variable. */
export function readCommand(args: readonly string[]): { readonly command: Command; readonly args: readonly string[] } {
  const flags = args.flatMap((arg) => commandOfFlag.get(arg) ?? []);
  return { command: flags[0] ?? 'serve', args: args.filter((arg) => !commandOfFlag.has(arg)) };
}
