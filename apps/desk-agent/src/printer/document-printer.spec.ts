// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import { createIppServer, type IppServer } from '@sportello/ipp/server';
import { createLogger } from '../log/logger';
import { systemClock } from '../time/clock';
import { createDocumentPrinter, type DocumentPrinter, type PrintOutcome, type PrintPatience } from './document-printer';

const path = '/ipp/print/buste';
const document = Buffer.from('%PDF-1.4 of a test');
let server: IppServer;
let cameOut: number;
let heard: PrinterCondition[];
let hear: (condition: PrinterCondition) => void;

beforeEach(async () => {
  cameOut = 0;
  heard = [];
  hear = (condition) => heard.push(condition);
  server = createIppServer({ queues: [{ path, name: 'Buste' }], sheetMs: 100, onDocument: () => (cameOut += 1) });
  await server.listen();
});
afterEach(async () => {
  await server.close();
});

/** Resolves when the printer is told as that, however often it was before. */
function isTold(condition: PrinterCondition): Promise<void> {
  return new Promise((resolve) => {
    hear = (told) => {
      heard.push(told);
      if (told === condition) resolve();
    };
  });
}

function printer(patience: Partial<PrintPatience> = {}): DocumentPrinter {
  return createDocumentPrinter({
    printer: { uri: server.uriOf(path), certificatePin: null, mayKeepOnDisk: false },
    clock: systemClock,
    log: createLogger({ level: 'error' }),
    onCondition: (condition) => hear(condition),
    patience: { busyMs: 30_000, hinderedMs: 30_000, jobMs: 30_000, ...patience },
  });
}

/** Sends a document and follows it to its end. */
async function printed(taken: ReturnType<DocumentPrinter['print']>): Promise<PrintOutcome> {
  const sheet = await taken;
  return sheet.kind === 'taken' ? sheet.follow() : sheet;
}

const order = (onBeforeFirstByte: () => Promise<boolean> = async () => true) => ({ document, jobName: 'busta 000419', onBeforeFirstByte });

/** In the last moment before the first byte. */
const emptyTray = async (): Promise<boolean> => {
  server.queue(path).inject('media-empty');
  return true;
};

describe('printing a document', () => {
  it('ends when the sheet lies in the tray', async () => {
    expect(await printed(printer().print(order()))).toEqual({ kind: 'printed' });
    expect(cameOut).toBe(1);
  });

  it('sends nothing when the last word is no', async () => {
    expect(await printed(printer().print(order(async () => false)))).toMatchObject({ kind: 'not-printed', mayHaveComeOut: false });
    expect(server.queue(path).snapshot().jobs).toEqual([]);
  });

  it('waits for a busy printer, and asks for the last word before each try', async () => {
    server.queue(path).inject('busy');
    let asked = 0;
    const freeAtTheSecondTry = async (): Promise<boolean> => {
      asked += 1;
      if (asked === 2) server.queue(path).clear('busy');
      return true;
    };
    expect(await printed(printer().print(order(freeAtTheSecondTry)))).toEqual({ kind: 'printed' });
    expect([asked, cameOut]).toEqual([2, 1]);
  });

  it('does not offer a document again that was called off while the printer was busy', async () => {
    server.queue(path).inject('busy');
    let asked = 0;
    const calledOffMeanwhile = async (): Promise<boolean> => {
      asked += 1;
      if (asked === 2) server.queue(path).clear('busy');
      return asked === 1;
    };
    expect(await printed(printer().print(order(calledOffMeanwhile)))).toMatchObject({ kind: 'not-printed', mayHaveComeOut: false });
    expect(cameOut).toBe(0);
  });

  it('gives a busy printer up in the end, and nothing has come out', async () => {
    server.queue(path).inject('busy');
    expect(await printed(printer({ busyMs: 0 }).print(order()))).toEqual({ kind: 'not-printed', condition: 'printing', mayHaveComeOut: false });
  });

  it('waits while somebody fills the tray', async () => {
    const hindered = isTold('media-empty');
    const printing = printed(printer().print(order(emptyTray)));
    await hindered;
    server.queue(path).clear('media-empty');
    expect(await printing).toEqual({ kind: 'printed' });
  });

  it('calls the document back when nobody fills the tray', async () => {
    const outcome = await printed(printer({ hinderedMs: 100 }).print(order(emptyTray)));
    expect(outcome).toEqual({ kind: 'not-printed', condition: 'media-empty', mayHaveComeOut: true });
    expect(server.queue(path).snapshot().jobs.map(({ state }) => state)).toEqual(['canceled']);
    expect(cameOut).toBe(0);
  });

  it('gives up a printer that went away in the middle, and says that it is away', async () => {
    const hindered = isTold('media-empty');
    const sheet = await printer({ hinderedMs: 4_000 }).print(order(emptyTray));
    if (sheet.kind !== 'taken') throw new Error('not taken');
    const following = sheet.follow();
    await hindered;
    server.queue(path).inject('offline');
    expect(await following).toEqual({ kind: 'not-printed', condition: 'offline', mayHaveComeOut: true });
    expect(heard).toContain('offline');
  });

  it('outlasts a printer that goes away and comes back', async () => {
    const sheet = await printer().print(order(emptyTray));
    if (sheet.kind !== 'taken') throw new Error('not taken');
    const following = sheet.follow();
    const away = isTold('offline');
    server.queue(path).inject('offline');
    await away;
    server.queue(path).clear('offline');
    server.queue(path).clear('media-empty');
    expect(await following).toEqual({ kind: 'printed' });
    expect(cameOut).toBe(1);
  });

  it('sends nothing to a printer that is not there', async () => {
    server.queue(path).inject('offline');
    expect(await printed(printer().print(order()))).toEqual({ kind: 'not-printed', condition: 'offline', mayHaveComeOut: false });
  });
});
