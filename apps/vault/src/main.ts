// SPDX-License-Identifier: AGPL-3.0-or-later
/** The vault: a process, a folder and a user of its own. It re-wraps the codes of a case to a certified station when two people asked, and does nothing else. */
import { StartRefused } from './config/start-refused';
import { errorCode } from './process/error-code';

/** Each command is loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  serve: async () => (await import('./commands/serve')).serve(),
  keys: async () => (await import('./commands/keys')).makeKeys(),
  rotate: async () => (await import('./commands/keys')).rotate(),
  'destroy-old-keys': async (args) => (await import('./commands/keys')).destroyOldKeys(args),
  certify: async (args) => (await import('./commands/stations')).certify(args),
  withdraw: async (args) => (await import('./commands/stations')).withdraw(args),
  'register-person': async (args) => (await import('./commands/people')).registerPerson(args),
  'remove-person': async (args) => (await import('./commands/people')).removePerson(args),
  list: async () => (await import('./commands/show')).list(),
  log: async () => (await import('./commands/show')).showLog(),
};

async function main([name = 'serve', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new StartRefused(`There is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`);
  await command(args);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof StartRefused ? error.message : `An unexpected error: ${errorCode(error)}`}\n`);
    process.exit(1);
  },
);
