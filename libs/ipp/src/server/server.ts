// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a test or the rehearsal's page can do to a queue. `nothing-comes-out`: jobs read completed and no sheet is taken, as when a printer eats its queue.
 * `busy`: new jobs are refused with server-error-busy. `offline`: the printer's port refuses connections and breaks those that stand; what was taken prints on.
 * A jam takes the sheet that was on its way.
 */
export type QueueCondition = 'media-jam' | 'media-empty' | 'door-open' | 'toner-low' | 'offline' | 'busy' | 'stopped' | 'nothing-comes-out';

/** What came out of the printer: in the hand of whoever stands in front of it, and nowhere else. */
export type PrintedDocument = {
  readonly queue: string;
  readonly jobId: number;
  readonly jobName: string;
  readonly format: string;
  readonly copies: number;
  readonly sheets: number;
  readonly document: Uint8Array;
};

export type IppQueueOptions = {
  /** `/ipp/print/…` */
  readonly path: string;
  readonly name: string;
  readonly info?: string;
  /** Each printer is a machine of its own with a port of its own on 127.0.0.1; a free one unless given. */
  readonly port?: number;
  /** How many sheets lie in the tray; without end unless given. */
  readonly mediaSheets?: number;
};

export type IppQueueSnapshot = {
  readonly path: string;
  readonly name: string;
  readonly conditions: readonly QueueCondition[];
  readonly state: 'idle' | 'processing' | 'stopped';
  readonly mediaSheets: number;
  /** Sheets that came out since the start. */
  readonly sheetsCompleted: number;
  readonly jobs: readonly { readonly jobId: number; readonly jobName: string; readonly state: string }[];
};

/** One printer of the simulated world. Printing goes on by itself once what hindered it is cleared. */
export interface IppQueue {
  inject(condition: QueueCondition): void;
  clear(condition: QueueCondition): void;
  loadSheets(count: number): void;
  snapshot(): IppQueueSnapshot;
}

export type IppServerOptions = {
  readonly queues: readonly IppQueueOptions[];
  /** Called with each document when its last sheet lies in the tray; never for one that did not come out. */
  readonly onDocument?: (printed: PrintedDocument) => void;
  /** Called whenever a queue's snapshot changed. */
  readonly onChange?: (queue: IppQueueSnapshot) => void;
  /** How many sheets a document takes per copy; one unless given. */
  readonly sheetsOf?: (document: Uint8Array) => number;
  /** How long a sheet takes; 0 unless given. */
  readonly sheetMs?: number;
  /** With a key and a certificate (PEM) the server speaks ipps, without them ipp. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly now?: () => Date;
};

export interface IppServer {
  listen(): Promise<void>;
  /** The queue's `ipp://` or `ipps://` address, once listening. */
  uriOf(path: string): string;
  /** @throws RangeError when there is no queue at this path. */
  queue(path: string): IppQueue;
  close(): Promise<void>;
}
