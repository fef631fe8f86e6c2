// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cupsd } from './cups-utils';
import { ended, freePort, isOpen, until } from './processes';

/** CUPS's scheduler on loopback, with one queue that hands on what it takes as it is. */
export type CupsServer = {
  /** Plain ipp, as a queue on the counter's own PC is reached. */
  readonly uri: string;
  /** Where it keeps what it has not printed yet. */
  readonly spool: string;
  /** The documents that lie there now. */
  spooled(): Promise<readonly Buffer[]>;
  stop(): Promise<void>;
};

const configuration = (port: number): string => `LogLevel warn
Listen 127.0.0.1:${port}
Browsing No
WebInterface No
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;

/** The scheduler gives root away; as another user it stays who it is, and needs no name. */
const files = (folder: string, isRoot: boolean): string =>
  [
    ...Object.entries({ ServerRoot: 'etc', RequestRoot: 'spool', TempDir: 'spool/tmp', CacheDir: 'cache', StateDir: 'run', ServerKeychain: 'ssl', AccessLog: 'log/access', ErrorLog: 'log/error', PageLog: 'log/page' }).map(
      ([name, path]) => `${name} ${join(folder, path)}`,
    ),
    'Printcap',
    ...(isRoot ? ['User lp', 'Group lp', 'SystemGroup lpadmin'] : []),
  ].join('\n');

const queue = (name: string, deviceUri: string): string => `<Printer ${name}>
Info ${name}
DeviceURI ${deviceUri}
State Idle
Accepting Yes
Shared No
ErrorPolicy retry-current-job
</Printer>
`;

/** @param deviceUri the printer behind the queue; not known on Debian without lpadmin, so the queue is written down rather than made */
export const startCups = async (name: string, deviceUri: string): Promise<CupsServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'cups-'));
  const isRoot = process.getuid?.() === 0;
  await chmod(folder, 0o755);
  for (const each of ['etc', 'spool', 'spool/tmp', 'cache', 'run', 'log', 'ssl']) await mkdir(join(folder, each));
  const port = await freePort();
  await Promise.all([
    writeFile(join(folder, 'etc', 'cupsd.conf'), configuration(port)),
    writeFile(join(folder, 'etc', 'cups-files.conf'), files(folder, isRoot)),
    writeFile(join(folder, 'etc', 'printers.conf'), queue(name, deviceUri)),
  ]);
  const scheduler = spawn(cupsd, ['-f', '-c', join(folder, 'etc', 'cupsd.conf'), '-s', join(folder, 'etc', 'cups-files.conf')], { stdio: 'ignore' });
  await until(() => isOpen(port));
  const spool = join(folder, 'spool');
  return {
    uri: `ipp://127.0.0.1:${port}/printers/${name}`,
    spool,
    spooled: async () => {
      // c00001 is what CUPS knows of a job, d00001-001 is its document.
      const documents = (await readdir(spool)).filter((file) => file.startsWith('d'));
      return Promise.all(documents.map((file) => readFile(join(spool, file))));
    },
    stop: async () => {
      await ended(scheduler);
      await rm(folder, { recursive: true });
    },
  };
};
