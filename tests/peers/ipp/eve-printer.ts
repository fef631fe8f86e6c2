// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dbusDaemon, ippeveprinter } from './cups-utils';
import { ended, freePort, isOpen, until } from './processes';

/** How the printer's print command behaves: it prints, fails, or prints slowly, after a jam or once its tray is filled, when it is let go. */
export type PrintMode = 'prints' | 'aborts' | 'is-slow' | 'jams' | 'runs-out';

/** CUPS's IPP Everywhere printer on loopback, under a message bus of its own. */
export type EvePrinter = {
  readonly port: number;
  readonly path: '/ipp/print';
  readonly pid: number;
  /** Where it keeps what it prints: a printer's memory, as it were. */
  readonly memory: string;
  mode(mode: PrintMode): Promise<void>;
  /** Waits until the print command has a document. */
  begun(): Promise<void>;
  /** Ends the wait of a slow or hindered print. */
  letGo(): Promise<void>;
  /** The document that the print command got last. */
  printed(): Promise<Buffer>;
  /** How many documents came out as sheets since the start. */
  sheets(): Promise<number>;
  /** The certificate that the printer made for itself, once somebody has spoken TLS to it. */
  certificate(): Promise<string>;
  /** Switches it off in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Switches it on again where it was; as another machine with a certificate of its own, if wanted. */
  start(wish?: { readonly withNewCertificate: boolean }): Promise<void>;
  stop(): Promise<void>;
};

const busConfiguration = (folder: string): string => `<busconfig><type>system</type><listen>unix:path=${folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/>
<allow receive_type="method_call"/><allow receive_type="method_return"/><allow receive_type="signal"/><allow receive_type="error"/></policy></busconfig>`;

/** STATE lines on stderr change the printer's state reasons (ippeveprinter(1), "Print commands"). */
const printCommand = (folder: string): string => `#!/bin/sh
cp "$1" ${folder}/printed
wait_until_let_go() { while [ ! -e ${folder}/let-go ]; do [ -d ${folder} ] || exit 1; sleep 0.02; done; }
case "$(cat ${folder}/mode)" in
  aborts) exit 1 ;;
  is-slow) wait_until_let_go ;;
  jams) echo 'STATE: +media-jam' >&2; wait_until_let_go; echo 'STATE: -media-jam' >&2 ;;
  runs-out) echo 'STATE: +media-empty' >&2; wait_until_let_go; echo 'STATE: -media-empty' >&2 ;;
esac
echo sheet >> ${folder}/sheets
`;

export const startEvePrinter = async ({ isOneSided = false }: { readonly isOneSided?: boolean } = {}): Promise<EvePrinter> => {
  const folder = await mkdtemp(join(tmpdir(), 'eve-'));
  const [spool, keys, command] = [join(folder, 'spool'), join(folder, 'keys'), join(folder, 'print')];
  await Promise.all([mkdir(spool), mkdir(keys), writeFile(join(folder, 'bus.conf'), busConfiguration(folder))]);
  await Promise.all([writeFile(command, printCommand(folder), { mode: 0o700 }), writeFile(join(folder, 'mode'), 'prints'), writeFile(join(folder, 'sheets'), '')]);
  const port = await freePort();

  const bus = spawn(dbusDaemon, [`--config-file=${folder}/bus.conf`, '--nofork', '--nopidfile'], { stdio: 'ignore' });
  await until(async () => (await readdir(folder)).includes('bus'));
  const start = async (): Promise<ChildProcess> => {
    const args = ['-n', 'localhost', '-r', 'off', '-p', String(port), '-d', spool, '-K', keys, ...(isOneSided ? [] : ['-2']), '-f', 'application/pdf', '-c', command, 'Buste'];
    const started = spawn(ippeveprinter, args, { stdio: 'ignore', env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${folder}/bus` } });
    await until(() => isOpen(port));
    return started;
  };
  let printer = await start();
  const letGo = (): Promise<void> => writeFile(join(folder, 'let-go'), '');

  return {
    port,
    path: '/ipp/print',
    get pid() {
      if (printer.pid === undefined) throw new Error('ippeveprinter did not start');
      return printer.pid;
    },
    memory: folder,
    mode: async (mode) => {
      await Promise.all(['let-go', 'printed'].map((name) => rm(join(folder, name), { force: true })));
      await writeFile(join(folder, 'mode'), mode);
    },
    begun: () => until(async () => (await readdir(folder)).includes('printed')),
    letGo,
    printed: () => readFile(join(folder, 'printed')),
    sheets: async () => (await readFile(join(folder, 'sheets'), 'utf8')).split('\n').length - 1,
    certificate: async () => readFile(join(keys, (await readdir(keys)).find((name) => name.endsWith('.crt')) ?? ''), 'utf8'),
    kill: () => ended(printer),
    start: async (wish) => {
      if (wish?.withNewCertificate) await Promise.all((await readdir(keys)).map((name) => rm(join(keys, name))));
      printer = await start();
    },
    stop: async () => {
      // A print command that still waits would outlive its printer.
      await letGo();
      await Promise.all([ended(printer), ended(bus)]);
      await rm(folder, { recursive: true, maxRetries: 10, retryDelay: 50 });
    },
  };
};
