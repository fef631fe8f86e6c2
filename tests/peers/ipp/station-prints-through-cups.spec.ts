// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnvelope } from '../../support/paper/read-envelope';
import { type Counter, openCounter } from '../../support/station/counter';
import { type CupsServer, startCups } from './cups-server';
import { cupsd, dbusDaemon, describeWith, ippeveprinter } from './cups-utils';
import { type EvePrinter, startEvePrinter } from './eve-printer';

jest.setTimeout(120_000);

describeWith([cupsd, ippeveprinter, dbusDaemon], 'a station whose printer is a queue of CUPS', () => {
  let printer: EvePrinter;
  let cups: CupsServer;
  let counter: Counter;
  beforeEach(async () => {
    printer = await startEvePrinter();
    cups = await startCups('Moduli', `ipp://localhost:${printer.port}${printer.path}`);
    counter = openCounter();
  });
  afterEach(async () => {
    await counter.close();
    await cups.stop();
    await printer.stop();
  });

  it('prints forms there', async () => {
    await counter.start({ FORM_PRINTER: cups.uri });
    await counter.statusIs('forms', 'ready');
    expect(await counter.end(await counter.print('form'))).toEqual({ type: 'completed' });
    expect(await printer.sheets()).toBe(1);
    expect((await printer.printed()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('prints no envelope there: no code is drawn, and the desk, the check and the log tell why', async () => {
    await counter.start({ ENVELOPE_PRINTER: cups.uri });
    await counter.statusIs('envelopes', 'spools-to-disk');
    await counter.insert();
    expect(await counter.end(await counter.print('envelope'))).toEqual({ type: 'print-failed', reason: 'printer', condition: 'spools-to-disk', wasSubmitted: false });
    const { intents, log } = await counter.look();
    expect([intents, await printer.sheets(), await cups.spooled()]).toEqual([0, 0, []]);
    expect(log).toMatch(/no envelope is printed there: it is a queue that keeps what it prints on a disk.*"toldBy":"cups-version, device-uri/);
    const line = (await counter.run(['--check'], { ENVELOPE_PRINTER: cups.uri })).find((each) => each.includes('envelope-printer'));
    expect(line).toMatch(/^NOT WELL.*Moduli: a queue that keeps what it prints on a disk \(told by cups-version, .*ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK=true/);
  });

  it('prints envelopes there once an administrator wrote that their codes may lie on a disk; and that is where they lie', async () => {
    const allowed = { ENVELOPE_PRINTER: cups.uri, ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK: 'true' };
    await printer.mode('is-slow');
    await counter.start(allowed);
    await counter.statusIs('envelopes', 'ready');
    await counter.insert();
    const jobId = await counter.print('envelope');
    await printer.begun();
    const [inClear] = await cups.spooled();
    expect((await readEnvelope(inClear ?? Buffer.of())).pin).toMatch(/^\d{5}$/);
    await printer.letGo();
    expect(await counter.end(jobId)).toEqual({ type: 'completed' });
    await counter.issueAgain(jobId);
    await sleep(500);
    expect(await printer.sheets()).toBe(1);
    expect((await counter.run(['--check'], allowed)).find((each) => each.includes('envelope-printer'))).toMatch(/^well .*a queue that keeps what it prints on a disk.*: allowed$/);
  });
});
