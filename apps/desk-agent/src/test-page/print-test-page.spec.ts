// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { CannotStart } from '../config/cannot-start';
import { queues, TestWorld } from '../testing/test-world';
import { systemClock } from '../time/clock';
import { printTestPage, readTestPage, type TestPage } from './print-test-page';

describe('the test page', () => {
  let world: TestWorld;
  const said: string[] = [];
  const print = (page: TestPage): Promise<boolean> => {
    const printer = (queue: string) => ({ uri: world.printer.uriOf(queue), certificatePin: null, mayKeepOnDisk: false });
    const settings = { envelopePrinter: printer(queues.envelopes), formPrinter: printer(queues.forms), stationery: 'peel-label-mailer', logLevel: 'error' } as const;
    return printTestPage({ page, settings, clock: systemClock, say: (line) => said.push(line) });
  };
  beforeEach(async () => {
    said.length = 0;
    world = await TestWorld.open({ sheetMs: 10 });
  });
  afterEach(() => world.close());

  it.each([
    ['envelopes', queues.envelopes, 'con etichetta da sollevare'],
    ['forms', queues.forms, 'Margini'],
  ] as const)('of the %s comes out of their printer, and tells no secret', async (page, queue, words) => {
    expect(await print(page)).toBe(true);
    expect(world.printed.map((printed) => printed.queue)).toEqual([queue]);
    const text = spawnSync('pdftotext', ['-', '-'], { input: world.printed[0]?.document }).stdout.toString('utf8');
    expect(text).toContain(words);
    expect(text).toContain('non contiene codici');
    expect(said.join()).toContain('is out');
  });

  it('that does not come out is said with what the printer has', async () => {
    world.printer.queue(queues.envelopes).inject('offline');
    expect(await print('envelopes')).toBe(false);
    expect(said.join()).toMatch(/did not come out: offline\..*--check/);
  });

  it('is of a printer that is named', () => {
    expect(readTestPage('forms')).toBe('forms');
    for (const other of ['labels', null]) expect(() => readTestPage(other)).toThrow(CannotStart);
  });
});
