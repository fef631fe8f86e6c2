// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** The station as it really runs: the program of its own, started from the sources. */
export class StationProcess {
  private output = '';
  private complaint = '';
  readonly exited: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk) => (this.output += String(chunk)));
    child.stderr?.on('data', (chunk) => (this.complaint += String(chunk)));
    this.exited = new Promise((resolve) => child.once('exit', resolve));
  }

  static start(environment: Readonly<Record<string, string>>, args: readonly string[] = []): StationProcess {
    const { PATH = '' } = process.env;
    const main = join(__dirname, '..', 'main.ts');
    const execArgv = ['--require', join(__dirname, '../../../../tools/build/from-sources.cjs')];
    return new StationProcess(fork(main, [...args], { execArgv, env: { PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }));
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the station did not start');
    return this.child.pid;
  }

  get log(): string {
    return this.output;
  }

  get stderr(): string {
    return this.complaint;
  }

  isLogged(text: string): boolean {
    return this.output.includes(text);
  }

  /** Of every process that has served, or waited for, a card. */
  cardProcesses(): readonly number[] {
    return [...this.output.matchAll(/"a card's process waits","pid":(\d+)/g)].map(([, pid]) => Number(pid));
  }

  signal(name: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.child.kill(name);
    return this.exited;
  }

  /** As when the program that started it is gone. */
  orphan(): Promise<number | null> {
    this.child.disconnect();
    return this.exited;
  }
}
