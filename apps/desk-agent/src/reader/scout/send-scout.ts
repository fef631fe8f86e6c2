// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork } from 'node:child_process';
import type { PcscBindingName } from '@sportello/card-io/pcsc';
import { childEnvironment } from '../../card-process/child-environment';
import type { ChildProgram } from '../../card-process/child-handle';
import { ScoutReport } from './messages';

export interface ScoutOptions {
  readonly program: ChildProgram;
  readonly binding: PcscBindingName;
}

/** `silent`: the binding or PC/SC hung, or the process fell, and was ended. */
export type ReadersSeen = Exclude<ScoutReport, { type: 'slot' }> | { readonly type: 'silent' };

const patienceMs = 10_000;

/** Which readers PC/SC lists at this moment. */
export function lookAtReaders(options: ScoutOptions, longestMs = patienceMs): Promise<ReadersSeen> {
  return new Promise((resolve) => {
    const scout = send(options, false, {
      onReport: (report) => {
        if (report.type !== 'slot') end(report);
      },
      onEnd: () => end({ type: 'silent' }),
    });
    const end = (seen: ReadersSeen): void => {
      clearTimeout(impatience);
      scout.recall();
      resolve(seen);
    };
    const impatience = setTimeout(() => end({ type: 'silent' }), longestMs);
  });
}

/** What comes and goes in all readers, until recall(). */
export function watchReaders(options: ScoutOptions, heard: { readonly onReport: (report: ScoutReport) => void; readonly onEnd: () => void }): { recall(): void } {
  return send(options, true, heard);
}

function send({ program, binding }: ScoutOptions, isToWatch: boolean, heard: Parameters<typeof watchReaders>[1]): { recall(): void } {
  const child = fork(program.path, [], { execArgv: [...program.execArgv], env: childEnvironment(process.env), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.on('message', (received) => {
    const report = ScoutReport.safeParse(received);
    if (report.success) heard.onReport(report.data);
  });
  child.once('error', () => heard.onEnd());
  child.once('exit', () => heard.onEnd());
  child.send({ binding, isToWatch });
  return { recall: () => void child.kill('SIGKILL') };
}
