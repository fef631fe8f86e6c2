// SPDX-License-Identifier: AGPL-3.0-or-later
import 'reflect-metadata';
import { StartRefused } from './config/environment';
import { stackOf } from './platform/logging/log';

/** Each command is loaded only when it is asked for: `migrate` needs no web server. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  serve: async () => (await import('./commands/serve')).serve(),
  migrate: async () => (await import('./commands/migrate')).migrate(),
  keys: async () => (await import('./commands/keys')).keys(),
  provision: async ([file]) => (await import('./commands/provision')).provision(file),
  'import-transport-codes': async (args) => (await import('./commands/import-transport-codes')).importTransportCodes(args),
  'issuer-key': async (args) => (await import('./commands/issuer-key')).issuerKey(args),
  'public-key': async () => (await import('./commands/public-key')).publicKey(),
  'vault-keys': async () => (await import('./commands/vault-keys')).vaultKeys(),
  'audit-export': async (args) => (await import('./commands/audit-export')).auditExport(args),
  'audit-key': async (args) => (await import('./commands/audit-key')).auditKey(args),
  'evidence-keys': async (args) => (await import('./commands/evidence-keys')).evidenceKeys(args),
  'drill-record': async ([username]) => (await import('./commands/drill-record')).drillRecord(username),
  'enrolment-code': async ([station]) => (await import('./commands/enrolment-code')).enrolmentCode(station),
};

async function main([name = 'serve', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new StartRefused(`There is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`);
  await command(args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const sentence = error instanceof StartRefused ? error.message : `An unexpected error: ${error instanceof Error ? error.name : typeof error} ${stackOf(error) ?? ''}`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
