// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createIppServer } from '../server/create-ipp-server';
import type { IppServer, PrintedDocument } from '../server/server';
import type { JobTicket, PrintRequest } from './client';
import { createIppClient } from './create-ipp-client';

const path = '/ipp/print/buste';
const document = Buffer.from('%PDF-1.7\nfive digits and eight\n');
const ticket: JobTicket = { jobName: 'lavoro 12', requestingUser: 'sportello', format: 'application/pdf' };
const request: PrintRequest = { ...ticket, document };

describe('a printer client', () => {
  let server: IppServer;
  let printed: PrintedDocument[];
  beforeEach(async () => {
    printed = [];
    server = createIppServer({ queues: [{ path, name: 'Buste' }], onDocument: (paper) => printed.push(paper) });
    await server.listen();
  });
  afterEach(() => server.close());
  const client = () => createIppClient({ uri: server.uriOf(path), timeoutMs: 2000 });

  it('hears how the printer is', async () => {
    expect(await client().getPrinterAttributes()).toMatchObject({
      kind: 'printer', name: 'Buste', state: 'idle', conditions: ['ready'], isAcceptingJobs: true, queuedJobs: 0, documentFormats: ['application/pdf'],
      media: ['iso_a4_210x297mm'], sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
    });
    server.queue(path).inject('media-jam');
    expect(await client().getPrinterAttributes()).toMatchObject({ state: 'stopped', stateReasons: ['media-jam-error'], conditions: ['media-jam'] });
  });

  it('prints, and hears when it is done', async () => {
    const job = await client().printJob({ ...request, copies: 2, media: 'iso_a4_210x297mm', sides: 'one-sided', printScaling: 'none' });
    expect(job).toMatchObject({ kind: 'job', jobId: 1, jobUri: `${server.uriOf(path)}/1` });
    expect(await client().waitForJob(1, { giveUpAfterMs: 5000 })).toMatchObject({ state: 'completed', stateReasons: ['job-completed-successfully'] });
    expect(printed).toEqual([{ queue: path, jobId: 1, jobName: 'lavoro 12', format: 'application/pdf', copies: 2, sheets: 2, document }]);
  });

  it('asks before it sends, and leaves no job behind', async () => {
    expect(await client().validateJob(ticket)).toEqual({ kind: 'valid' });
    expect(await client().validateJob({ ...ticket, media: 'na_letter_8.5x11in' })).toEqual({ kind: 'protocol', detail: 'client-error-attributes-or-values-not-supported' });
    expect(server.queue(path).snapshot().jobs).toEqual([]);
  });

  it('cancels a job that has not come out, once', async () => {
    server.queue(path).inject('media-empty');
    await client().printJob(request);
    expect(await client().cancelJob(1, 'sportello')).toEqual({ kind: 'cancelled' });
    expect(await client().cancelJob(1, 'sportello')).toEqual({ kind: 'not-possible' });
    expect(await client().getJobAttributes(1)).toMatchObject({ state: 'canceled' });
    server.queue(path).clear('media-empty');
    expect(await client().waitForJob(1, { giveUpAfterMs: 1000 })).toMatchObject({ state: 'canceled' });
    expect(printed).toEqual([]);
  });

  it('hears that a job is unknown', async () => {
    expect(await client().getJobAttributes(99)).toEqual({ kind: 'not-found' });
  });

  it('says that a busy printer refused the document', async () => {
    server.queue(path).inject('busy');
    expect(await client().printJob(request)).toEqual({ kind: 'busy', document: 'refused' });
  });

  it('says that a document which is no PDF was refused', async () => {
    expect(await client().printJob({ ...request, document: Buffer.from('hello') })).toEqual({ kind: 'unsupported-format', document: 'refused' });
  });

  it('says that nothing was sent to a printer that is off, and does not journal a sending', async () => {
    server.queue(path).inject('offline');
    const onBeforeFirstByte = jest.fn();
    expect(await client().printJob({ ...request, onBeforeFirstByte })).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED', document: 'not-sent' });
    expect(onBeforeFirstByte).not.toHaveBeenCalled();
    expect(await client().getPrinterAttributes()).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
    server.queue(path).clear('offline');
    expect(await client().getPrinterAttributes()).toMatchObject({ kind: 'printer' });
  });

  it('sends nothing until the sending is journalled, and nothing at all when it cannot be', async () => {
    const seen: number[] = [];
    const jobs = () => server.queue(path).snapshot().jobs.length;
    await client().printJob({ ...request, onBeforeFirstByte: () => void seen.push(jobs()) });
    const full = new Error('disk full');
    await expect(client().printJob({ ...request, onBeforeFirstByte: () => Promise.reject(full) })).rejects.toBe(full);
    expect(seen).toEqual([0]);
    expect(jobs()).toBe(1);
  });

  it('says that nothing was sent when the printer goes off while the sending is journalled', async () => {
    const goesOff = async (): Promise<void> => {
      server.queue(path).inject('offline');
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    expect(await client().printJob({ ...request, onBeforeFirstByte: goesOff })).toMatchObject({ kind: 'unreachable', document: 'not-sent' });
  });

  it.each(['http://127.0.0.1/ipp', 'ipp://'])('is not made for %s', (uri) => {
    expect(() => createIppClient({ uri })).toThrow(TypeError);
  });

  it('is not made with a pin that nothing would check', () => {
    expect(() => createIppClient({ uri: 'ipp://127.0.0.1/ipp', certificatePin: 'ab'.repeat(32) })).toThrow('a certificate pin needs an ipps address');
  });
});

describe('a printer that does not behave', () => {
  let misbehaving: Server;
  let sockets: Socket[];
  const clientOf = async (onData: (socket: Socket, data: Buffer) => void) => {
    sockets = [];
    misbehaving = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (data) => onData(socket, data));
    });
    await new Promise<void>((resolve) => misbehaving.listen(0, '127.0.0.1', resolve));
    return createIppClient({ uri: `ipp://127.0.0.1:${(misbehaving.address() as AddressInfo).port}/ipp`, timeoutMs: 200 });
  };
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => misbehaving.close(resolve));
  });
  const answers = (text: string) => (socket: Socket) => void socket.end(text);

  it.each<[string, (socket: Socket) => void, object]>([
    ['is silent', () => undefined, { kind: 'timeout' }],
    ['hangs up', (socket) => void socket.resetAndDestroy(), { kind: 'unreachable', code: 'ECONNRESET' }],
    ['speaks another language', answers('220 smtp ready\r\n'), { kind: 'protocol', detail: 'not HTTP' }],
    ['has another page there', answers('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n'), { kind: 'protocol', detail: 'HTTP status 404' }],
    ['asks for a password', answers('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n'), { kind: 'access-denied' }],
    ['answers with half a message', answers('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nABCD'), { kind: 'protocol', detail: 'not IPP: cut short at 4' }],
    ['promises more than it sends', answers('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nABCD'), { kind: 'unreachable', code: 'ECONNRESET' }],
    ['never ends', answers(`HTTP/1.1 200 OK\r\ncontent-length: 2000000\r\n\r\n${'A'.repeat(2_000_000)}`), { kind: 'protocol', detail: 'an answer larger than 1 MiB' }],
    ['has no job to show', answers(`HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n\x02\x00\x00\x00\x00\x00\x00\x01\x03`), { kind: 'protocol', detail: 'an answer without job-id and job-state' }],
  ])('and %s may have taken the document', async (_, behave, fault) => {
    const client = await clientOf(behave);
    expect(await client.printJob(request)).toEqual({ ...fault, document: 'maybe-taken' });
    expect(await client.getJobAttributes(1)).toEqual(fault);
  });
});
