// SPDX-License-Identifier: AGPL-3.0-or-later
import { isFinalJobState, type JobState } from '../../codec/states';

/** What a client says about a job before its document comes. */
export type QueueTicket = { readonly jobName: string; readonly user: string; readonly copies: number };

/** A job in a printer's memory. The document is dropped as soon as the job ends. */
export type QueueJob = QueueTicket & {
  readonly id: number;
  readonly format: string;
  readonly document: Uint8Array | null;
  readonly state: JobState;
  readonly stateReasons: readonly string[];
  /** Sheets of all copies; 0 until the document is there. */
  readonly sheets: number;
  /** Sheets that the printer says it printed. */
  readonly sheetsPrinted: number;
  /** Sheets that lie in the output tray: fewer when nothing comes out. */
  readonly sheetsOut: number;
  readonly createdAt: Date;
  readonly processingAt: Date | null;
  readonly completedAt: Date | null;
};

export const isOver = ({ state }: QueueJob): boolean => isFinalJobState(state);
