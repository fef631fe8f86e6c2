// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { JobReport, PrinterCondition } from '@sportello/contracts';
import { jsonLines } from '../pcsc/json-lines';

const agent = join(__dirname, '../../../apps/desk-agent/src/testing');

/** All that can be seen at a counter, and in what its station says and keeps. */
export type AtCounter = {
  readonly intents: number;
  readonly log: string;
  /** Everything that the API heard, heads and bodies. */
  readonly received: Buffer;
  /** What the world's own printers printed. */
  readonly printedHere: readonly Buffer[];
  readonly printers: { readonly envelopes: string; readonly forms: string };
  readonly stationDir: string;
  /** The station's, and those of its cards. */
  readonly processes: readonly number[];
};

/** A station as it really runs, with the printers that a suite gives it. Its card and its API are stand-ins; apps/desk-agent has them. */
export type Counter = {
  start(environment: Readonly<Record<string, string>>): Promise<void>;
  /** As a power cut ends it. */
  kill(): Promise<void>;
  /** What the program says to a command, such as `--check`. */
  run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<readonly string[]>;
  insert(): Promise<void>;
  print(what: 'envelope' | 'form'): Promise<string>;
  issueAgain(jobId: string): Promise<void>;
  submitted(jobId: string): Promise<void>;
  end(jobId: string): Promise<JobReport>;
  reports(jobId: string): Promise<readonly JobReport[]>;
  statusIs(of: 'envelopes' | 'forms', is: PrinterCondition): Promise<void>;
  freezeAtFirstByte(pid: number): Promise<void>;
  look(): Promise<AtCounter>;
  close(): Promise<void>;
};

export const openCounter = (): Counter => {
  const child = spawn(process.execPath, ['--require', join(__dirname, '../../../tools/build/from-sources.cjs'), join(agent, 'counter-process.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const wire = jsonLines(child.stdout, child.stdin);
  const take = async (order: object): Promise<unknown> => {
    wire.send(order);
    const outcome = await wire.next();
    if (outcome === undefined) throw new Error('the counter is gone');
    return outcome;
  };
  const act = async (order: object): Promise<void> => {
    await take(order);
  };
  return {
    start: (environment) => act({ do: 'start', environment }),
    kill: () => act({ do: 'kill' }),
    run: (args, environment) => take({ do: 'run', args, environment }) as Promise<readonly string[]>,
    insert: () => act({ do: 'insert' }),
    print: (what) => take({ do: 'print', what }) as Promise<string>,
    issueAgain: (jobId) => act({ do: 'issue-again', jobId }),
    submitted: (jobId) => act({ do: 'await-submitted', jobId }),
    end: (jobId) => take({ do: 'await-end', jobId }) as Promise<JobReport>,
    reports: (jobId) => take({ do: 'reports', jobId }) as Promise<readonly JobReport[]>,
    statusIs: (of, is) => act({ do: 'await-status', of, is }),
    freezeAtFirstByte: (pid) => act({ do: 'freeze-at-first-byte', pid }),
    look: async () => {
      const seen = (await take({ do: 'look' })) as Omit<AtCounter, 'received' | 'printedHere'> & { readonly received: string; readonly printedHere: readonly string[] };
      return { ...seen, received: Buffer.from(seen.received, 'base64'), printedHere: seen.printedHere.map((text) => Buffer.from(text, 'base64')) };
    },
    close: () => closed(child),
  };
};

const closed = async (child: ChildProcess): Promise<void> => {
  const exit = child.exitCode === null ? once(child, 'exit') : undefined;
  child.stdin?.end();
  await exit;
};
