// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork, type ChildProcess } from 'node:child_process';
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';

export type Order = 'away' | 'back' | 'tally';

export interface Tally {
  readonly heard: number;
  readonly doubled: number;
}

export interface Begun {
  readonly port: number;
  /** DER, base64. */
  readonly certificate: string;
  readonly clientCertificate: string;
  readonly clientKey: string;
}

/** The demo authority in a process of its own, so that it does not share the desk's time. */
export class AuthorityProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly begun: Begun,
  ) {}

  static async start(): Promise<AuthorityProcess> {
    const child = fork(join(__dirname, 'authority-main.ts'), { execArgv: ['--no-warnings=ExperimentalWarning', '--require', join(__dirname, '../../support/pcsc/run-typescript.cjs')], env: { ...process.env, NODE_OPTIONS: '' } });
    const [begun] = (await once(child, 'message')) as [Begun];
    return new AuthorityProcess(child, begun);
  }

  get url(): string {
    return `http://127.0.0.1:${this.begun.port}`;
  }

  get certificateDer(): Buffer {
    return Buffer.from(this.begun.certificate, 'base64');
  }

  get client(): { readonly key: KeyObject; readonly certificate: X509Certificate } {
    const { clientCertificate, clientKey } = this.begun;
    return { key: createPrivateKey({ key: Buffer.from(clientKey, 'base64'), format: 'der', type: 'pkcs8' }), certificate: new X509Certificate(Buffer.from(clientCertificate, 'base64')) };
  }

  async away(): Promise<void> {
    await this.order('away');
  }

  async back(): Promise<void> {
    await this.order('back');
  }

  async tally(): Promise<Tally> {
    return (await this.order('tally')) as Tally;
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.disconnect();
    await exit;
  }

  private async order(order: Order): Promise<unknown> {
    const answer = once(this.child, 'message');
    this.child.send(order);
    const [message] = (await answer) as [unknown];
    return message;
  }
}
