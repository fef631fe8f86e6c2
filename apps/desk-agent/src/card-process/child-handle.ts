// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, fork } from 'node:child_process';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import { childEnvironment } from './child-environment';
import { type ToChild, ToParent } from './messages';

/** The program of the child, and how Node is to run it. */
export interface ChildProgram {
  readonly path: string;
  readonly execArgv: readonly string[];
}

export interface ChildHandleOptions {
  readonly program: ChildProgram;
  readonly log: Logger;
  readonly onMessage: (message: ToParent) => void;
  /** When the process is gone and all that it said was heard. */
  readonly onEnd: () => void;
}

/** The child notices a silent card by itself; the parent waits so much longer before it concludes that the child cannot. */
const deadlineMarginMs = 1_000;

/** No inspector, not even one that a signal would open. */
const hardenedArgv = ['--disable-sigusr1'];

/** The parent's end of one card's process. */
export class ChildHandle {
  private readonly process: ChildProcess;
  private deadline: NodeJS.Timeout | undefined;
  /** The call into the reader that has begun and not ended, as far as was heard. */
  private call: ToParent | undefined;
  readonly ended: Promise<void>;

  constructor(private readonly options: ChildHandleOptions) {
    const { path, execArgv } = options.program;
    this.process = fork(path, [], { execArgv: [...hardenedArgv, ...execArgv], env: childEnvironment(process.env), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.process.on('message', (received) => this.hear(received));
    this.process.on('error', (error) => options.log.error('the card\'s process cannot be started, or spoken to', errorFields(error)));
    this.ended = this.end();
  }

  send(message: ToChild): void {
    if (this.process.connected) this.process.send(message);
  }

  get pid(): number | null {
    return this.process.pid ?? null;
  }

  /** Nothing happens to one that has ended already. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  private hear(received: unknown): void {
    const parsed = ToParent.safeParse(received);
    if (!parsed.success) {
      this.options.log.error('the card\'s process says something that is not understood: it is ended');
      this.kill();
      return;
    }
    const message = parsed.data;
    if (message.type === 'command' || message.type === 'command-ended') this.noteCall(message);
    this.options.onMessage(message);
  }

  private noteCall(message: Extract<ToParent, { type: 'command' | 'command-ended' }>): void {
    clearTimeout(this.deadline);
    this.call = message;
    if (message.type === 'command-ended') return;
    // Where this process was kept from running, the end of the call may have come in time and not been heard yet.
    const killUnlessEnded = (): void => void setImmediate(() => this.call === message && this.killMute());
    this.deadline = setTimeout(killUnlessEnded, message.deadlineMs + deadlineMarginMs);
  }

  private killMute(): void {
    this.options.log.error('the card\'s process hangs in the reader: it is ended');
    this.kill();
  }

  /** The exit may be known before the last words are heard: both are waited for. */
  private async end(): Promise<void> {
    const once = (event: 'exit' | 'disconnect'): Promise<void> => new Promise((resolve) => this.process.once(event, () => resolve()));
    const unborn = new Promise<void>((resolve) => this.process.once('error', () => this.process.pid === undefined && resolve()));
    await Promise.race([Promise.all([once('exit'), once('disconnect')]), unborn]);
    clearTimeout(this.deadline);
    this.call = undefined;
    this.options.onEnd();
  }
}
