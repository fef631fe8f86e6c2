// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** `certificates`: that many for cards, each with a serial of its own. */
export type Order = { readonly do: 'away' | 'back' | 'tally' } | { readonly do: 'certificates'; readonly count: number };

/** What the authority heard, whatever the desk believes. */
export interface Tally {
  /** Requests that were signed by the desk: more than certificates, when an answer got lost. */
  readonly heard: number;
  /** Certificates that are revoked. */
  readonly revoked: number;
  /** Certificates that were asked about under more than one transaction. */
  readonly doubled: number;
}

export interface Begun {
  readonly port: number;
  /** PEM. */
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
    const child = fork(join(__dirname, 'authority-main.ts'), { execArgv: ['--no-warnings=ExperimentalWarning', '--require', join(__dirname, '../../../tools/build/from-sources.cjs')], env: { ...process.env, NODE_OPTIONS: '' } });
    const [begun] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('the authority did not start')))])) as [Begun];
    return new AuthorityProcess(child, begun);
  }

  get url(): string {
    return `http://127.0.0.1:${this.begun.port}`;
  }

  get pids(): readonly number[] {
    return this.child.pid === undefined ? [] : [this.child.pid];
  }

  /** With what it signs, and by what the desk signs to it: PEM. */
  get papers(): Omit<Begun, 'port'> {
    return this.begun;
  }

  async away(): Promise<void> {
    await this.order({ do: 'away' });
  }

  async back(): Promise<void> {
    await this.order({ do: 'back' });
  }

  async tally(): Promise<Tally> {
    return (await this.order({ do: 'tally' })) as Tally;
  }

  /** DER. */
  async certificates(count: number): Promise<readonly Buffer[]> {
    return ((await this.order({ do: 'certificates', count })) as readonly string[]).map((text) => Buffer.from(text, 'base64'));
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
