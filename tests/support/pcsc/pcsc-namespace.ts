// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadPcscBinding } from '@sportello/card-io/pcsc';
import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';

/** What a private PC/SC is made of, and the Debian package that brings it. */
const packageOf: Readonly<Record<string, string>> = {
  '/usr/sbin/pcscd': 'pcscd',
  '/usr/lib/pcsc/drivers/serial/libifdvpcd.so': 'vsmartcard-vpcd',
  '/usr/bin/opensc-tool': 'opensc',
  '/usr/bin/unshare': 'util-linux',
  '/usr/sbin/ip': 'iproute2',
};

/** A suite that needs PC/SC; where something is missing it is shown as skipped, with the reason. */
export const describeWithPcsc = (title: string, suite: () => void): void => {
  const obstacle = obstacleToPcsc();
  if (obstacle === undefined) describe(title, suite);
  else describe.skip(`${title} (not run: ${obstacle})`, suite);
};

/** What keeps this computer from a private PC/SC. */
export const obstacleToPcsc = (): string | undefined => {
  if (process.platform !== 'linux') return 'PC/SC in a namespace needs Linux';
  const missing = Object.keys(packageOf).filter((file) => !existsSync(file));
  if (missing.length > 0) return `install ${missing.map((file) => packageOf[file]).join(', ')}`;
  const loaded = loadPcscBinding();
  if (loaded.kind === 'not-built') return loaded.remedy;
  return spawnSync('unshare', [...ownNamespaces, 'true']).status === 0 ? undefined : 'this user may not make namespaces';
};

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type SpawnOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** As the user who runs the tests, and not as the root that anybody is inside: for programs that refuse to be root. */
  readonly isOneself?: boolean;
};

/**
 * A pcscd of its own with two virtual readers, in a network and a mount namespace: several run side by side, and none is reachable from outside.
 * File system (but /run) and standard streams are shared with the processes inside; the network is not.
 */
export type PcscNamespace = {
  /** The port at which the first reader, "Virtual PCD 00 00", waits for a card, on the loopback inside. */
  readonly vpcdPort: typeof vpcdPort;
  /** That of the second one, "Virtual PCD 00 01". */
  readonly secondVpcdPort: typeof secondVpcdPort;
  /** Resolves when PC/SC answers; without readers it is as if they had been unplugged. */
  startService(options?: { readonly hasReaders?: boolean }): Promise<void>;
  /** As an administrator does it; the cards in the virtual readers are pulled by that. */
  stopService(): Promise<void>;
  /**
   * Resolves when OpenSC finds a card in the first reader, or finds none. It is asked again and again: `--wait` waits for ever when pcscd (1.9.9) tells of the card between OpenSC's
   * look and its wait.
   */
  cardIs(where: 'in' | 'out'): Promise<void>;
  /** Starts a program inside, its streams piped. */
  spawn(argv: readonly string[], options?: SpawnOptions): ChildProcessWithoutNullStreams;
  /** Runs a program inside to its end. */
  run(argv: readonly string[]): Promise<Finished>;
  /** Kills what still runs inside. */
  stop(): Promise<void>;
};

/** The command line that runs a TypeScript source in Node. */
export const typescript = (script: string, ...args: readonly string[]): string[] => [process.execPath, '--require', join(__dirname, '../../../tools/build/from-sources.cjs'), script, ...args];

/** vpcd sends a frame in two writes; on a route that delays acknowledgements each APDU would take 44 ms. */
const quickAck = 'ip route change table local local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1 quickack 1';
const setUp = `PATH=$PATH:/usr/sbin; ip link set lo up && ${quickAck} && mount -t tmpfs tmpfs /run && mkdir /run/pcscd && exec setpriv --pdeathsig KILL sleep infinity`;
const service = ['setpriv', '--pdeathsig', 'KILL', '/usr/sbin/pcscd', '--foreground'];

const [vpcdPort, secondVpcdPort] = [35963, 35964] as const;

export type PcscNamespaceOptions = {
  /** Without PC/SC, until startService(). */
  readonly isServiceDown?: boolean;
};

export const startPcscNamespace = async ({ isServiceDown = false }: PcscNamespaceOptions = {}): Promise<PcscNamespace> => {
  const holder = spawn('unshare', [...ownNamespaces, 'sh', '-c', setUp], { stdio: 'ignore' });
  const { pid } = holder;
  if (pid === undefined) throw new Error('unshare did not start');
  // Only its own /run is empty but for this folder.
  await until(() => existsSync(join(runOf(pid), 'pcscd')) && readFileSync(`/proc/${pid}/comm`, 'latin1') === 'sleep\n');
  const inside: ChildProcess[] = [];
  let pcscd: ChildProcess | undefined;
  const enter: PcscNamespace['spawn'] = (argv, { cwd = process.cwd(), env = process.env, isOneself = false } = {}) => {
    const child = spawn('nsenter', [`--target=${pid}`, ...theseNamespaces, `--wd=${cwd}`, '--', ...(isOneself ? oneself : []), ...argv], { env: { ...env, ...trust } });
    inside.push(child);
    return child;
  };
  const startService: PcscNamespace['startService'] = async ({ hasReaders = true } = {}) => {
    pcscd = enter([...service, ...(hasReaders ? [] : ['--config', '/dev/null'])]);
    pcscd.stdout?.resume();
    pcscd.stderr?.resume();
    await until(() => existsSync(join(runOf(pid), 'pcscd', 'pcscd.comm')) && (!hasReaders || isListening(pid, vpcdPort)));
  };
  if (!isServiceDown) await startService();
  return {
    vpcdPort,
    secondVpcdPort,
    startService,
    stopService: async () => {
      if (pcscd) await ended(pcscd, 'SIGTERM');
    },
    cardIs: async (where) => {
      const deadline = Date.now() + 60_000;
      while (((await finished(enter(['opensc-tool', '--reader', '0', '--atr']))).code === 0) !== (where === 'in')) {
        if (Date.now() > deadline) throw new Error(`for OpenSC the card of the first reader is not ${where}`);
        await sleep(100);
      }
    },
    spawn: enter,
    run: (argv) => finished(enter(argv)),
    stop: async () => {
      for (const child of [...inside, holder]) await ended(child, 'SIGKILL');
    },
  };
};

const isRoot = process.getuid?.() === 0;
/** Root needs no user namespace; anybody else is root in one. */
const ownNamespaces = isRoot ? ['--net', '--mount'] : ['--user', '--map-root-user', '--net', '--mount'];
const theseNamespaces = isRoot ? ['--net', '--mount'] : ['--user', '--preserve-credentials', '--net', '--mount'];

/** A user namespace inside, in which the root of the outer one has their own number again. */
const oneself = isRoot ? [] : ['unshare', '--user', `--map-user=${String(process.getuid?.())}`, `--map-group=${String(process.getgid?.())}`, '--'];

/** From inside a user namespace the folders of everybody else seem to be nobody's, and swc would refuse the cache that lies in them. */
const trust = isRoot ? {} : { SWC_NATIVE_BINDING_CACHE_SKIP_SECURITY_CHECK: '1' };

const finished = async (child: ChildProcessWithoutNullStreams): Promise<Finished> => {
  child.stdin.end();
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
};

const ended = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
};

/** The folder /run as this process sees it: proc_pid_root(5). */
const runOf = (pid: number): string => join('/proc', String(pid), 'root', 'run');

/** Whether somebody listens at the port (on IPv4) where this process is: proc_pid_net(5), state 0A. */
const isListening = (pid: number, port: number): boolean => {
  const socket = new RegExp(`:${port.toString(16).toUpperCase()} \\S+ 0A `);
  return socket.test(readFileSync(`/proc/${pid}/net/tcp`, 'latin1'));
};

const until = async (isSo: () => boolean): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('pcscd did not start');
    await sleep(20);
  }
};
