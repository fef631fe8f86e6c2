// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort, until } from '../ipp/processes';
import { openssl } from '../timestamps/openssl-authority';

/** One of OpenSSL's small servers, on a port of its own. */
export class OpensslServer {
  private child: ChildProcess | undefined;
  said = '';

  private constructor(private readonly folder: string, readonly port: number, private readonly args: readonly string[]) {}

  /** @param args with PORT where the port stands */
  static async start(folder: string, ...args: readonly string[]): Promise<OpensslServer> {
    const server = new OpensslServer(folder, await freePort(), args);
    await server.again();
    return server;
  }

  /** Started anew, on the same port, by the same words and perhaps more. */
  async again(...more: readonly string[]): Promise<void> {
    await this.stop();
    this.said = '';
    const args = [...this.args, ...more].map((arg) => (arg === 'PORT' ? String(this.port) : arg));
    this.child = spawn(openssl, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const listen = (text: Buffer): void => {
      this.said += text.toString();
    };
    this.child.stdout?.on('data', listen);
    this.child.stderr?.on('data', listen);
    await until(() => Promise.resolve(/ACCEPT|waiting for OCSP/.test(this.said)));
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    // A responder with a child of its own makes itself a group, and ends by no other word.
    process.kill(this.args.includes('-multi') ? -child.pid : child.pid, 'SIGKILL');
    await exit;
  }
}
