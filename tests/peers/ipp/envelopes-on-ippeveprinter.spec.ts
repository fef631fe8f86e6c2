// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { fetchCertificate } from '@sportello/ipp';
import { type Counter, openCounter } from '../../support/station/counter';
import { readEnvelope } from '../../support/paper/read-envelope';
import { dbusDaemon, describeWith, ippeveprinter } from './cups-utils';
import { type EvePrinter, startEvePrinter } from './eve-printer';

jest.setTimeout(150_000);

describeWith([ippeveprinter, dbusDaemon], 'an envelope on an IPP Everywhere printer, over ipps', () => {
  let printer: EvePrinter;
  let counter: Counter;
  let printers: Record<string, string>;
  beforeEach(async () => {
    printer = await startEvePrinter();
    counter = openCounter();
    printers = { ENVELOPE_PRINTER: `ipps://localhost:${printer.port}${printer.path}`, ENVELOPE_PRINTER_PIN: await pinOf(printer) };
    await counter.start(printers);
    await counter.insert();
  });
  afterEach(async () => {
    await counter.close();
    await printer.stop();
  });

  /** The job comes again, from an API that has not heard of its end: over the next stream, or the next start of the station. */
  const comesAgain = async (jobId: string): Promise<void> => {
    await counter.issueAgain(jobId);
    await counter.kill();
    await counter.start(printers);
    await counter.statusIs('envelopes', 'ready');
  };

  it('comes out once, though its job comes again and the station is started again', async () => {
    const jobId = await counter.print('envelope');
    expect(await counter.end(jobId)).toEqual({ type: 'completed' });
    expect((await readEnvelope(await printer.printed())).outerCode).toMatch(/^000419-[A-Z0-9]{6}$/);
    await comesAgain(jobId);
    expect(await printer.sheets()).toBe(1);
    expect((await counter.look()).intents).toBe(1);
  });

  it('is spoiled by a jam at once; what comes out of the repaired printer has dead codes, and it does not come twice', async () => {
    await printer.mode('jams');
    const jobId = await counter.print('envelope');
    expect(await counter.end(jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition: 'media-jam', wasSubmitted: true });
    await counter.statusIs('envelopes', 'media-jam');
    await printer.mode('prints');
    await printer.letGo();
    await counter.statusIs('envelopes', 'ready');
    await comesAgain(jobId);
    expect(await printer.sheets()).toBeLessThanOrEqual(1);
    expect(await counter.reports(jobId)).toEqual([{ type: 'submitted' }, expect.objectContaining({ type: 'print-failed', condition: 'media-jam' })]);

    const sheetsBefore = await printer.sheets();
    await counter.insert();
    expect(await counter.end(await counter.print('envelope'))).toEqual({ type: 'completed' });
    expect(await printer.sheets()).toBe(sheetsBefore + 1);
  });

  it('waits while somebody fills the tray, and then comes out once', async () => {
    await printer.mode('runs-out');
    const jobId = await counter.print('envelope');
    await counter.statusIs('envelopes', 'media-empty');
    await printer.letGo();
    expect(await counter.end(jobId)).toEqual({ type: 'completed' });
    expect(await printer.sheets()).toBe(1);
  });

  it('that the printer gives up may have come out: it is not printed again', async () => {
    await printer.mode('aborts');
    const jobId = await counter.print('envelope');
    expect(await counter.end(jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition: 'ready', wasSubmitted: true });
    await printer.mode('prints');
    await comesAgain(jobId);
    expect(await printer.sheets()).toBe(0);
  });

  it('waits for a busy printer (0x0507), which has taken nothing, and comes out once', async () => {
    await printer.mode('is-slow');
    const foreign = await counter.print('envelope');
    await printer.begun();
    const jobId = await counter.print('envelope');
    await counter.submitted(jobId);
    await printer.letGo();
    expect(await counter.end(foreign)).toEqual({ type: 'completed' });
    expect(await counter.end(jobId)).toEqual({ type: 'completed' });
    expect(await printer.sheets()).toBe(2);
  });

  it('that a mute printer took, and never answered for, may come out later, once, and is never sent again', async () => {
    await counter.freezeAtFirstByte(printer.pid);
    const jobId = await counter.print('envelope');
    expect(await counter.end(jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition: 'offline', wasSubmitted: true });
    expect(await printer.sheets()).toBe(0);
    process.kill(printer.pid, 'SIGCONT');
    await counter.statusIs('envelopes', 'ready');
    await comesAgain(jobId);
    expect(await printer.sheets()).toBeLessThanOrEqual(1);
  });

  it('whose printer is switched off in the middle is given up in the end, and does not come out when it is back', async () => {
    await printer.mode('is-slow');
    const jobId = await counter.print('envelope');
    await printer.begun();
    await printer.kill();
    await counter.statusIs('envelopes', 'offline');
    expect(await counter.end(jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition: 'offline', wasSubmitted: true });
    await printer.mode('prints');
    await printer.start();
    await counter.statusIs('envelopes', 'ready');
    await comesAgain(jobId);
    expect(await printer.sheets()).toBe(0);
  });

  it('whose station is killed in the middle comes out once, and the station that is back says that it may have', async () => {
    await printer.mode('is-slow');
    const jobId = await counter.print('envelope');
    await printer.begun();
    await counter.kill();
    await printer.letGo();
    await counter.start(printers);
    expect(await counter.end(jobId)).toEqual({ type: 'print-failed', reason: 'station-interrupted', condition: null, wasSubmitted: true });
    await comesAgain(jobId);
    expect(await printer.sheets()).toBe(1);
  });

  it('is not sent to a printer that shows another certificate: the desk, the check and the log say so', async () => {
    await printer.kill();
    await printer.start({ withNewCertificate: true });
    const jobId = await counter.print('envelope');
    expect(await counter.end(jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition: 'certificate-changed', wasSubmitted: false });
    await counter.statusIs('envelopes', 'certificate-changed');
    const { intents, log } = await counter.look();
    expect([intents, await printer.sheets()]).toEqual([0, 0]);
    expect(log).toContain('the printer shows a certificate that is not the expected one');
    expect((await counter.run(['--check'], printers)).find((line) => line.includes('envelope-printer'))).toMatch(/^NOT WELL.*certificate-mismatch.*Nothing is printed there/);
    const shown = await counter.run(['--pin-printer', printers['ENVELOPE_PRINTER'] ?? ''], printers);
    expect(shown.slice(0, 2)).toEqual(['Printer      Buste, Example Printer', 'Documents    printed by the device itself']);
    expect(shown).toContain('ENVELOPE_PRINTER_PIN expects another certificate: until it is written down anew, nothing is printed there.');
    const { pin } = JSON.parse(shown.at(-1) ?? '') as { pin: string };
    expect((await counter.run(['--check'], { ...printers, ENVELOPE_PRINTER_PIN: pin })).find((line) => line.includes('envelope-printer'))).toMatch(/^well/);
  });
});

describeWith([ippeveprinter, dbusDaemon], 'a printer that prints on one side only', () => {
  it('spends no sheet on an envelope, and the check says so before the first citizen comes', async () => {
    const printer = await startEvePrinter({ isOneSided: true });
    const counter = openCounter();
    try {
      const printers = { ENVELOPE_PRINTER: `ipp://localhost:${printer.port}${printer.path}` };
      await counter.start(printers);
      expect((await counter.run(['--check'], printers)).find((line) => line.includes('envelope-printer'))).toMatch(/^NOT WELL.*prints on one side only.*duplex/);
      await counter.insert();
      expect(await counter.end(await counter.print('envelope'))).toMatchObject({ type: 'print-failed', reason: 'printer', wasSubmitted: false });
      expect(await printer.sheets()).toBe(0);
    } finally {
      await counter.close();
      await printer.stop();
    }
  });
});

/** The printer makes its certificate when somebody speaks TLS to it for the first time. */
const pinOf = async (printer: EvePrinter): Promise<string> => {
  const shown = await fetchCertificate(`ipps://localhost:${printer.port}${printer.path}`);
  if (shown.kind !== 'certificate') throw new Error(shown.kind);
  expect(new X509Certificate(await printer.certificate()).fingerprint256).toBe(shown.fingerprint);
  return shown.fingerprint;
};
