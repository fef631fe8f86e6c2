// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IppQueueOptions, IppQueueSnapshot, PrintedDocument } from '../server';
import { PrinterQueue } from './printer-queue';

const path = '/ipp/print/buste';
const sheetMs = 100;
const document = (name: string): Uint8Array => Buffer.from(`%PDF ${name}`);

const printer = (options: Partial<IppQueueOptions> = {}) => {
  const out: PrintedDocument[] = [];
  const changes: IppQueueSnapshot[] = [];
  const queue = new PrinterQueue(
    { path, name: 'Buste', ...options },
    { onDocument: (paper) => out.push(paper), onChange: (change) => changes.push(change), sheetsOf: ({ length }) => length - '%PDF '.length, sheetMs, now: () => new Date() },
  );
  const submit = (name: string, copies = 1) => queue.submit(queue.open({ jobName: name, user: 'sportello', copies }), 'application/pdf', document(name));
  const states = () => queue.snapshot().jobs.map(({ jobName, state }) => `${jobName} ${state}`);
  return { queue, out, changes, submit, states, namesOut: () => out.map(({ jobName }) => jobName) };
};

describe('a simulated printer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('prints jobs in order, a sheet at a time', () => {
    const { queue, out, submit, states } = printer({ mediaSheets: 10 });
    submit('aa');
    submit('b', 2);
    expect(states()).toEqual(['aa processing', 'b pending']);
    jest.advanceTimersByTime(2 * sheetMs);
    expect(states()).toEqual(['aa completed', 'b processing']);
    jest.advanceTimersByTime(2 * sheetMs);
    expect(states()).toEqual(['aa completed', 'b completed']);
    expect(out).toEqual([
      { queue: path, jobId: 1, jobName: 'aa', format: 'application/pdf', copies: 1, sheets: 2, document: document('aa') },
      { queue: path, jobId: 2, jobName: 'b', format: 'application/pdf', copies: 2, sheets: 2, document: document('b') },
    ]);
    expect(queue.snapshot()).toMatchObject({ state: 'idle', mediaSheets: 6, sheetsCompleted: 4 });
  });

  it('forgets a document as soon as its job has ended', () => {
    const { queue, submit } = printer();
    submit('a');
    queue.cancel(submit('b'));
    jest.advanceTimersByTime(sheetMs);
    expect(queue.jobs.map(({ document: kept }) => kept)).toEqual([null, null]);
  });

  it.each(['door-open', 'stopped', 'media-empty'] as const)('stands still while %s lasts, and goes on by itself afterwards', (condition) => {
    const { queue, submit, states, namesOut } = printer();
    submit('a');
    queue.inject(condition);
    jest.advanceTimersByTime(10 * sheetMs);
    expect(states()).toEqual(['a processing-stopped']);
    expect(queue.snapshot().state).toBe('stopped');
    queue.clear(condition);
    jest.advanceTimersByTime(sheetMs);
    expect(namesOut()).toEqual(['a']);
  });

  it('loses the sheet that was on its way when it jams, and no other', () => {
    const { queue, submit, namesOut } = printer({ mediaSheets: 10 });
    submit('aa');
    jest.advanceTimersByTime(1.5 * sheetMs);
    queue.inject('media-jam');
    expect(queue.snapshot()).toMatchObject({ mediaSheets: 8, sheetsCompleted: 1 });
    queue.inject('media-jam');
    queue.clear('media-jam');
    jest.advanceTimersByTime(sheetMs);
    expect(namesOut()).toEqual(['aa']);
    expect(queue.snapshot()).toMatchObject({ mediaSheets: 7, sheetsCompleted: 2 });
  });

  it('runs out of paper, says so, and finishes when paper is loaded', () => {
    const { queue, submit, states, namesOut } = printer({ mediaSheets: 1 });
    submit('aa');
    jest.advanceTimersByTime(10 * sheetMs);
    expect(states()).toEqual(['aa processing-stopped']);
    expect(queue.stateReasons).toEqual(['media-empty-error']);
    queue.clear('media-empty');
    expect(queue.conditions).toEqual(['media-empty']);
    queue.loadSheets(5);
    jest.advanceTimersByTime(sheetMs);
    expect(namesOut()).toEqual(['aa']);
    expect(queue.snapshot()).toMatchObject({ conditions: [], mediaSheets: 4 });
  });

  it('can say completed while nothing comes out', () => {
    const { queue, submit, states, namesOut } = printer({ mediaSheets: 10 });
    queue.inject('nothing-comes-out');
    submit('a');
    jest.advanceTimersByTime(sheetMs);
    expect(states()).toEqual(['a completed']);
    expect(namesOut()).toEqual([]);
    expect(queue.snapshot()).toMatchObject({ mediaSheets: 10, sheetsCompleted: 0 });
    expect(queue.stateReasons).toEqual([]);
  });

  it('gives out no document of which a sheet is missing', () => {
    const { queue, submit, namesOut } = printer();
    submit('aa');
    jest.advanceTimersByTime(sheetMs);
    queue.inject('nothing-comes-out');
    jest.advanceTimersByTime(sheetMs);
    expect(namesOut()).toEqual([]);
  });

  it('prints on without a warning of low toner stopping it', () => {
    const { queue, submit, namesOut } = printer();
    queue.inject('toner-low');
    submit('a');
    jest.advanceTimersByTime(sheetMs);
    expect(namesOut()).toEqual(['a']);
    expect(queue.stateReasons).toEqual(['toner-low-warning']);
  });

  it('drops a cancelled job, printing or waiting, and goes on with the next', () => {
    const { queue, submit, states, namesOut } = printer();
    const [first, second] = [submit('a'), submit('b')];
    submit('c');
    queue.cancel(second);
    queue.cancel(first);
    jest.advanceTimersByTime(sheetMs);
    expect(states()).toEqual(['a canceled', 'b canceled', 'c completed']);
    expect(namesOut()).toEqual(['c']);
  });

  it('gives the next job a sheet of its own when one is cancelled half way', () => {
    const { queue, submit, namesOut } = printer();
    const first = submit('a');
    submit('b');
    jest.advanceTimersByTime(0.9 * sheetMs);
    queue.cancel(first);
    jest.advanceTimersByTime(0.9 * sheetMs);
    expect(namesOut()).toEqual([]);
    jest.advanceTimersByTime(0.1 * sheetMs);
    expect(namesOut()).toEqual(['b']);
  });

  it('keeps a job without its document waiting, and lets the next pass', () => {
    const { queue, submit, states } = printer();
    queue.open({ jobName: 'a', user: 'sportello', copies: 1 });
    submit('b');
    jest.advanceTimersByTime(sheetMs);
    expect(states()).toEqual(['a pending-held', 'b completed']);
  });

  it('remembers the last hundred finished jobs', () => {
    const { queue, submit } = printer();
    for (let count = 0; count < 105; count += 1) submit('a');
    jest.advanceTimersByTime(105 * sheetMs);
    expect(queue.jobs).toHaveLength(100);
    expect(queue.job(5)).toBeUndefined();
    expect(queue.job(6)?.state).toBe('completed');
  });

  it('tells every change', () => {
    const { queue, changes, submit } = printer();
    submit('a');
    jest.advanceTimersByTime(sheetMs);
    queue.inject('busy');
    expect(changes.map(({ state, conditions }) => [state, ...conditions])).toEqual([['processing'], ['idle'], ['idle', 'busy']]);
  });

  it('stops for good when it is disposed of', () => {
    const { queue, submit, namesOut } = printer();
    submit('a');
    queue.dispose();
    jest.advanceTimersByTime(10 * sheetMs);
    expect(namesOut()).toEqual([]);
    expect(queue.jobs).toEqual([]);
  });
});
