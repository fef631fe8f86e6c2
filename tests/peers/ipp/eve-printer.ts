// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dbusDaemon, ippeveprinter } from './cups-utils';

/** How the printer's print command behaves: it prints, fails, or prints slowly or after a jam, until it is let go. */
export type PrintMode = 'prints' | 'aborts' | 'is-slow' | 'jams';

/** CUPS's IPP Everywhere printer on loopback, under a message bus of its own. */
export type EvePrinter = {
  readonly port: number;
  readonly path: '/ipp/print';
  readonly pid: number;
  mode(mode: PrintMode): Promise<void>;
  /** Ends the wait of a slow or jammed print. */
  letGo(): Promise<void>;
  /** The document that the print command got last. */
  printed(): Promise<Buffer>;
  /** The certificate that the printer made for itself, once somebody has spoken TLS to it. */
  certificate(): Promise<string>;
  stop(): Promise<void>;
};

const busConfiguration = (folder: string): string => `<busconfig><type>system</type><listen>unix:path=${folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/>
<allow receive_type="method_call"/><allow receive_type="method_return"/><allow receive_type="signal"/><allow receive_type="error"/></policy></busconfig>`;

/** STATE lines on stderr change the printer's state reasons (ippeveprinter(1), "Print commands"). */
const printCommand = (folder: string): string => `#!/bin/sh
cp "$1" ${folder}/printed
wait_until_let_go() { while [ ! -e ${folder}/let-go ]; do sleep 0.02; done; }
case "$(cat ${folder}/mode)" in
  aborts) exit 1 ;;
  is-slow) wait_until_let_go ;;
  jams) echo 'STATE: +media-jam' >&2; wait_until_let_go; echo 'STATE: -media-jam' >&2 ;;
esac
`;

export const startEvePrinter = async (): Promise<EvePrinter> => {
  const folder = await mkdtemp(join(tmpdir(), 'eve-'));
  const [spool, keys, command] = [join(folder, 'spool'), join(folder, 'keys'), join(folder, 'print')];
  await Promise.all([mkdir(spool), mkdir(keys), writeFile(join(folder, 'bus.conf'), busConfiguration(folder))]);
  await Promise.all([writeFile(command, printCommand(folder), { mode: 0o700 }), writeFile(join(folder, 'mode'), 'prints')]);
  const port = await freePort();

  const bus = spawn(dbusDaemon, [`--config-file=${folder}/bus.conf`, '--nofork', '--nopidfile'], { stdio: 'ignore' });
  await until(async () => (await readdir(folder)).includes('bus'));
  const printer = spawn(
    ippeveprinter,
    ['-n', 'localhost', '-r', 'off', '-p', String(port), '-d', spool, '-K', keys, '-f', 'application/pdf', '-c', command, 'Buste'],
    { stdio: 'ignore', env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${folder}/bus` } },
  );
  await until(() => isOpen(port));
  if (printer.pid === undefined) throw new Error('ippeveprinter did not start');

  return {
    port,
    path: '/ipp/print',
    pid: printer.pid,
    mode: async (mode) => {
      await rm(join(folder, 'let-go'), { force: true });
      await writeFile(join(folder, 'mode'), mode);
    },
    letGo: () => writeFile(join(folder, 'let-go'), ''),
    printed: () => readFile(join(folder, 'printed')),
    certificate: async () => readFile(join(keys, (await readdir(keys)).find((name) => name.endsWith('.crt')) ?? ''), 'utf8'),
    stop: async () => {
      await Promise.all([ended(printer), ended(bus)]);
      await rm(folder, { recursive: true });
    },
  };
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('the printer or its bus did not start');
    await sleep(20);
  }
};
