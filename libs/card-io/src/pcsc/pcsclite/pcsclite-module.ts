// SPDX-License-Identifier: AGPL-3.0-or-later

/** What `require('pcsclite')` gives: starts to watch PC/SC; throws when it is not running. */
export type PcscliteModule = () => NativeMonitor;

type Listener = (error: Error) => void;

/** Watches which readers there are. Its first word comes one turn of the event loop after it was made. */
export interface NativeMonitor {
  on(event: 'reader', listener: (reader: NativeReader) => void): unknown;
  /** PC/SC is gone, and this object of no use any more. */
  on(event: 'error', listener: Listener): unknown;
  /** Called by the module itself; told the readers' names after each change. An empty list is told here only. */
  start(told: (error: Error | undefined, names?: Buffer) => void): void;
  close(): void;
}

/** Watches one reader and, apart from that, connects to its card. Its calls come back by the callback. */
export interface NativeReader {
  readonly name: string;
  on(event: 'status', listener: (status: { readonly state: number; readonly atr?: Buffer }) => void): unknown;
  on(event: 'error', listener: Listener): unknown;
  on(event: 'end', listener: () => void): unknown;
  _connect(shareMode: number, protocols: number, done: (error: Error | undefined, protocol: number) => void): void;
  _transmit(command: Buffer, longestAnswer: number, protocol: number, done: (error: Error | undefined, answer: Buffer) => void): void;
  _disconnect(disposition: number, done: (error: Error | undefined) => void): void;
  /** Ends the watching; for a reader that was never watched it must not be called. */
  close(): void;
}

export type NativeReaderClass = new (name: string) => NativeReader;

/**
 * In the next turn of the event loop. Inside a callback of this binding nothing may be done: it holds the reader's lock, in which close() would wait for ever, and
 * promises that are settled there wait for the next event of another sort.
 */
export function later(act: () => void): void {
  setImmediate(act);
}
