// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';

/** CUPS's own judges of IPP: a client that runs conformance suites, and a printer that speaks IPP Everywhere over a D-Bus. */
export const ipptool = '/usr/bin/ipptool';
export const ippeveprinter = '/usr/sbin/ippeveprinter';
export const dbusDaemon = '/usr/bin/dbus-daemon';
/** CUPS's scheduler: a print server. */
export const cupsd = '/usr/sbin/cupsd';

const packageOf = { [ipptool]: 'cups-ipp-utils', [ippeveprinter]: 'cups-ipp-utils', [dbusDaemon]: 'dbus-daemon', [cupsd]: 'cups-daemon' };

/** A suite that needs these programs; where they are not installed it is shown as skipped, with what to install. */
export const describeWith = (programs: readonly (keyof typeof packageOf)[], title: string, suite: () => void): void => {
  const missing = new Set(programs.filter((program) => !existsSync(program)).map((program) => packageOf[program]));
  if (missing.size === 0) describe(title, suite);
  else describe.skip(`${title} (not run: install ${[...missing].join(', ')})`, suite);
};
