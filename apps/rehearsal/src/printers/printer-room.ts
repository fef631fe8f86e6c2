// SPDX-License-Identifier: AGPL-3.0-or-later
import { createIppServer, type IppQueueSnapshot, type IppServer, type QueueCondition } from '@sportello/ipp/server';
import { OutputTray } from './output-tray';

/** The desk's two printers: blind sheets in one, plain paper in the other. */
export const QUEUES = {
  buste: { path: '/ipp/print/buste', name: 'Buste', sheets: 500 },
  moduli: { path: '/ipp/print/moduli', name: 'Moduli', sheets: 250 },
} as const;
export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = ['buste', 'moduli'] as const satisfies readonly QueueName[];

/** A laser printer's pace for one sheet, warm. */
export const REAL_SHEET_MS = 1500;

export class PrinterRoom {
  private readonly trays: Readonly<Record<QueueName, OutputTray>> = { buste: new OutputTray(), moduli: new OutputTray() };

  private constructor(private readonly server: IppServer) {}

  static async open(options: { readonly port: number; readonly sheetMs: number; readonly now: () => Date; readonly onChange: () => void }): Promise<PrinterRoom> {
    const portOf = (index: number): number => (options.port === 0 ? 0 : options.port + index);
    const server = createIppServer({
      queues: QUEUE_NAMES.map((name, index) => ({ path: QUEUES[name].path, name: QUEUES[name].name, mediaSheets: QUEUES[name].sheets, port: portOf(index) })),
      sheetMs: options.sheetMs,
      now: options.now,
      onChange: options.onChange,
      onDocument: ({ queue, jobId, document }) => {
        room.trayAt(queue).receive(String(jobId), document, options.now());
        options.onChange();
      },
    });
    const room = new PrinterRoom(server);
    await server.listen();
    return room;
  }

  uriOf(queue: QueueName): string {
    return this.server.uriOf(QUEUES[queue].path);
  }

  tray(queue: QueueName): OutputTray {
    return this.trays[queue];
  }

  snapshot(queue: QueueName): IppQueueSnapshot {
    return this.server.queue(QUEUES[queue].path).snapshot();
  }

  has(queue: QueueName, condition: QueueCondition): boolean {
    return this.snapshot(queue).conditions.includes(condition);
  }

  set(queue: QueueName, condition: QueueCondition, isOn: boolean): void {
    const printer = this.server.queue(QUEUES[queue].path);
    if (isOn) printer.inject(condition);
    else printer.clear(condition);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private trayAt(path: string): OutputTray {
    const name = QUEUE_NAMES.find((queue) => QUEUES[queue].path === path);
    if (name === undefined) throw new RangeError(`no tray under ${path}`);
    return this.trays[name];
  }
}
