// SPDX-License-Identifier: AGPL-3.0-or-later
import { PrinterDoor } from './printer-door';
import { PrinterQueue } from './queue/printer-queue';
import type { IppQueueOptions, IppServer, IppServerOptions } from './server';

type Printer = { readonly queue: PrinterQueue; readonly door: PrinterDoor };

/** Printers that exist only in memory, behind real IPP: documents end in `onDocument` and nowhere else. */
export const createIppServer = (options: IppServerOptions): IppServer => {
  const printers: ReadonlyMap<string, Printer> = new Map(options.queues.map((queue) => [queue.path, createPrinter(queue, options)]));
  const printerAt = (path: string): Printer => {
    const printer = printers.get(path);
    if (printer === undefined) throw new RangeError(`no queue at ${path}`);
    return printer;
  };
  return {
    listen: async () => {
      await Promise.all([...printers.values()].map(({ door }) => door.open()));
    },
    uriOf: (path) => printerAt(path).door.uri,
    queue: (path) => printerAt(path).queue,
    close: async () => {
      for (const { queue } of printers.values()) queue.dispose();
      await Promise.all([...printers.values()].map(({ door }) => door.close()));
    },
  };
};

const createPrinter = (queueOptions: IppQueueOptions, options: IppServerOptions): Printer => {
  const queue = new PrinterQueue(queueOptions, {
    onDocument: options.onDocument ?? (() => undefined),
    onChange: (snapshot) => {
      door.follow(snapshot.conditions.includes('offline'));
      options.onChange?.(snapshot);
    },
    sheetsOf: options.sheetsOf ?? (() => 1),
    sheetMs: options.sheetMs ?? 0,
    now: options.now ?? (() => new Date()),
  });
  const door = new PrinterDoor(queue, { port: queueOptions.port ?? 0, tls: options.tls });
  return { queue, door };
};
