// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IppFault, PrintFault } from './fault';
import type { JobStatus } from './job-status';
import type { PrinterCondition } from './printer-condition';
import type { PrinterDescription } from './printer-description';

/** What a job is printed with. Only what is given is asked for, and what is asked for is binding: the printer refuses rather than print it otherwise. */
export type JobTicket = {
  /** Shown on the printer's panel and in its log: it carries a job's number, never a person's name nor a card's. */
  readonly jobName: string;
  readonly requestingUser: string;
  readonly format: 'application/pdf';
  readonly copies?: number;
  /** A PWG media name. */
  readonly media?: string;
  readonly sides?: 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';
  /** `none` keeps a form that is printed on prepared sheets in its place (PWG 5100.16). */
  readonly printScaling?: 'none' | 'auto' | 'fit';
};

export type PrintRequest = JobTicket & {
  /** Read from memory, neither kept nor logged; the caller wipes it. */
  readonly document: Uint8Array;
  /**
   * Awaited when the connection stands and the printer's certificate is verified, before the first byte leaves: the place to journal "submitted". When it throws,
   * nothing is sent and the error comes out of `printJob`.
   */
  readonly onBeforeFirstByte?: () => Promise<void> | void;
};

export type WaitOptions = {
  readonly giveUpAfterMs: number;
  readonly signal?: AbortSignal;
  /** Told at the start and at each change. */
  readonly onProgress?: (progress: JobProgress) => void;
};

/** A jam is in the printer's conditions, not in the job; a printer that no longer answers is `offline`, and `job` is the last thing heard of it. */
export type JobProgress = { readonly job: JobStatus | null; readonly conditions: readonly PrinterCondition[] };

/** Time was up, or the signal said stop, before the job ended; `last` is the last thing heard of it. */
export type NotFinished = { readonly kind: 'not-finished'; readonly last: JobStatus | null };

/** One printer, spoken to directly: IPP/2.0 over a connection per request (RFC 8010, RFC 8011, PWG 5100.14). */
export interface IppClient {
  getPrinterAttributes(): Promise<PrinterDescription | IppFault>;
  /** Whether the printer would take a job like this; no document is sent. */
  validateJob(ticket: JobTicket): Promise<{ readonly kind: 'valid' } | IppFault>;
  printJob(request: PrintRequest): Promise<JobStatus | PrintFault>;
  getJobAttributes(jobId: number): Promise<JobStatus | IppFault>;
  cancelJob(jobId: number, requestingUser: string): Promise<{ readonly kind: 'cancelled' } | IppFault>;
  /**
   * Follows a job to its end. IPP Everywhere does not oblige a printer to offer events (RFC 3995), so this asks, at growing intervals and up to a limit. Breaks of the
   * connection are outlasted; a printer forgets a finished job after a minute or so, then the answer is `not-found`.
   */
  waitForJob(jobId: number, options: WaitOptions): Promise<JobStatus | IppFault | NotFinished>;
}

/** The client's view of time, in milliseconds. */
export interface Clock {
  now(): number;
  /** Resolves early when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export type IppClientOptions = {
  /** `ipp://host[:port]/path` or `ipps://…` (port 631 unless given). */
  readonly uri: string;
  /** SHA-256 of the printer's certificate (DER) in hex, colons allowed. Printers sign their own certificates, so the pin is how ipps knows its printer. */
  readonly certificatePin?: string;
  /** How long the printer may stay silent; 10 s unless given. */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
};
