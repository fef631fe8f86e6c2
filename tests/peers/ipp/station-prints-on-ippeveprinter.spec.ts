// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createIppClient, type IppClient, type PrinterCondition } from '@sportello/ipp';
import { dbusDaemon, describeWith, ippeveprinter } from './cups-utils';
import { type EvePrinter, startEvePrinter } from './eve-printer';

const document = Buffer.from('%PDF-1.7\nnot much of a page\n%%EOF\n');
const request = { jobName: 'lavoro 12', requestingUser: 'sportello', format: 'application/pdf', document } as const;

describeWith([ippeveprinter, dbusDaemon], 'the station and an IPP Everywhere printer', () => {
  let printer: EvePrinter;
  let client: IppClient;
  const clientFor = (scheme: 'ipp' | 'ipps', options: { readonly certificatePin?: string; readonly timeoutMs?: number } = {}): IppClient =>
    createIppClient({ uri: `${scheme}://localhost:${printer.port}${printer.path}`, ...options });
  const print = async (): Promise<number> => {
    const job = await client.printJob(request);
    if (job.kind !== 'job') throw new Error(`not printed: ${job.kind}`);
    return job.jobId;
  };
  /** A job that the printer has only taken in is another matter: ippeveprinter forgets that it was cancelled when it begins. */
  const isBeingPrinted = async (jobId: number): Promise<void> => {
    for (;;) {
      const job = await client.getJobAttributes(jobId);
      if (job.kind === 'job' && job.state === 'processing') return;
      await setTimeout(20);
    }
  };
  beforeAll(async () => {
    printer = await startEvePrinter();
    client = clientFor('ipp');
  });
  beforeEach(() => printer.mode('prints'));
  afterAll(() => printer.stop());

  it('the printer says what it is', async () => {
    const description = await client.getPrinterAttributes();
    expect(description).toMatchObject({ kind: 'printer', name: 'Buste', state: 'idle', conditions: ['ready'], isAcceptingJobs: true });
    expect(description).toHaveProperty('documentFormats', expect.arrayContaining(['application/pdf']));
    expect(description).toHaveProperty('media', expect.arrayContaining(['iso_a4_210x297mm']));
  });

  it('a document arrives as it was sent', async () => {
    const jobId = await print();
    expect(await client.waitForJob(jobId, { giveUpAfterMs: 50_000 })).toMatchObject({ kind: 'job', jobId, state: 'completed' });
    expect(await printer.printed()).toEqual(document);
  });

  it('what the printer cannot do is refused before a document is sent', async () => {
    const { jobName, requestingUser, format } = request;
    expect(await client.validateJob({ jobName, requestingUser, format })).toEqual({ kind: 'valid' });
    expect(await client.validateJob({ jobName, requestingUser, format, media: 'custom_none_1x1mm' })).toMatchObject({ kind: 'protocol' });
  });

  it('a job that fails in the printer is heard of as aborted', async () => {
    await printer.mode('aborts');
    expect(await client.waitForJob(await print(), { giveUpAfterMs: 50_000 })).toMatchObject({ state: 'aborted' });
  });

  it('a jam is heard of while the job goes on, and its end too', async () => {
    await printer.mode('jams');
    const heard: PrinterCondition[] = [];
    const outcome = client.waitForJob(await print(), {
      giveUpAfterMs: 50_000,
      onProgress: ({ conditions }) => {
        heard.push(...conditions);
        if (conditions.includes('media-jam')) void printer.letGo();
      },
    });
    expect(await outcome).toMatchObject({ state: 'completed' });
    expect(heard).toContain('media-jam');
    expect(await client.getPrinterAttributes()).toMatchObject({ conditions: ['ready'] });
  });

  it('a busy printer refuses, and nothing is in doubt', async () => {
    await printer.mode('is-slow');
    const jobId = await print();
    expect(await client.printJob(request)).toEqual({ kind: 'busy', document: 'refused' });
    await printer.letGo();
    expect(await client.waitForJob(jobId, { giveUpAfterMs: 50_000 })).toMatchObject({ state: 'completed' });
  });

  it('a job is cancelled while it prints, and only then', async () => {
    await printer.mode('is-slow');
    const jobId = await print();
    await isBeingPrinted(jobId);
    expect(await client.cancelJob(jobId, 'sportello')).toEqual({ kind: 'cancelled' });
    await printer.letGo();
    expect(await client.waitForJob(jobId, { giveUpAfterMs: 50_000 })).toMatchObject({ state: 'canceled' });
    expect(await client.cancelJob(jobId, 'sportello')).toEqual({ kind: 'not-possible' });
  });

  it('a job that the printer does not know is not found', async () => {
    expect(await client.getJobAttributes(4711)).toEqual({ kind: 'not-found' });
  });

  it('over ipps the printer is known by its pinned certificate', async () => {
    expect(await clientFor('ipps').getPrinterAttributes()).toEqual({ kind: 'certificate-mismatch' });
    const certificatePin = new X509Certificate(await printer.certificate()).fingerprint256;
    const job = await clientFor('ipps', { certificatePin }).printJob(request);
    expect(job).toMatchObject({ kind: 'job' });
    const other = clientFor('ipps', { certificatePin: certificatePin.replace(/^../, (first) => (first === '00' ? '01' : '00')) });
    expect(await other.printJob(request)).toEqual({ kind: 'certificate-mismatch', document: 'not-sent' });
  });

  it('a printer that hangs may have taken the document', async () => {
    process.kill(printer.pid, 'SIGSTOP');
    try {
      expect(await clientFor('ipp', { timeoutMs: 2_000 }).printJob(request)).toEqual({ kind: 'timeout', document: 'maybe-taken' });
    } finally {
      process.kill(printer.pid, 'SIGCONT');
    }
  });
});
