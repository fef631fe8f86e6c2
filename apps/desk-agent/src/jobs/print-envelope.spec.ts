// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, randomUUID } from 'node:crypto';
import type { PrintEnvelopeJob } from '@sportello/contracts';
import type { EnvelopeCodes } from '@sportello/paper/envelope';
import { generateSealingKeyPair } from '@sportello/seal';
import type { DocumentPrinter, PrintOrder } from '../printer/document-printer';
import { systemClock } from '../time/clock';
import { printEnvelope, type PrintEnvelopePorts } from './print-envelope';

const job: PrintEnvelopeJob = {
  type: 'print-envelope',
  jobId: randomUUID(),
  caseId: randomUUID(),
  stationId: randomUUID(),
  issuedAt: '2026-11-20T10:00:00Z',
  idCarta: '6090010000000007',
  birthDate: '1980-01-01',
  controlNumber: '000419',
  cipPattern: { length: 10, alphabet: '0123456789' },
  text: { body: '', deskName: '', place: '', date: '2026-11-20', recipient: '', cardType: null, isTest: true },
};

let sealingKey: string;
let seen: EnvelopeCodes[];
let document: Uint8Array;
let firstBytes: number;

beforeAll(async () => {
  ({ publicKey: sealingKey } = await generateSealingKeyPair());
});
beforeEach(() => {
  seen = [];
  document = Buffer.from('%PDF with codes');
  firstBytes = 0;
});

const printer = (print: (order: PrintOrder) => ReturnType<DocumentPrinter['print']>): DocumentPrinter => ({ ask: async () => 'ready', obstacle: async () => undefined, print });

const printing = printer(async ({ onBeforeFirstByte }) => {
  if (!(await onBeforeFirstByte())) return { kind: 'not-printed', condition: 'ready', mayHaveComeOut: false };
  firstBytes += 1;
  return { kind: 'taken', follow: async () => ({ kind: 'printed' }) };
});

function ports(change: Partial<PrintEnvelopePorts> = {}): PrintEnvelopePorts {
  return {
    card: { is: async () => true, removed: new AbortController().signal },
    recipients: { stationId: job.stationId, sealingKey, vaultSealingKey: sealingKey, apiSealingKey: sealingKey },
    random: randomBytes,
    newId: randomUUID,
    postIntent: async () => ({ kind: 'done' }),
    submitted: async () => ({ kind: 'done' }),
    render: async (_, codes) => {
      seen.push(codes);
      return document;
    },
    printer: printing,
    clock: systemClock,
    ...change,
  };
}

function expectNothingLeft(): void {
  expect(seen).toHaveLength(1);
  for (const { pin, puk, cip } of seen) expect([...pin, ...puk, ...cip].some((byte) => byte !== 0)).toBe(false);
  expect(document.every((byte) => byte === 0)).toBe(true);
}

describe('the codes of an envelope, and its page', () => {
  it('are wiped when it is printed', async () => {
    expect(await printEnvelope(job, ports())).toEqual({ type: 'completed' });
    expectNothingLeft();
  });

  it('are wiped as soon as the printer has the page, however long it prints', async () => {
    let finish = (): void => undefined;
    const slow = printer(async () => ({ kind: 'taken', follow: () => new Promise((resolve) => (finish = () => resolve({ kind: 'printed' }))) }));
    const report = printEnvelope(job, ports({ printer: slow }));
    while (document.some((byte) => byte !== 0)) await systemClock.sleep(5);
    expectNothingLeft();
    finish();
    expect(await report).toEqual({ type: 'completed' });
  });

  it('are wiped when it is not printed', async () => {
    const report = await printEnvelope(job, ports({ printer: printer(async () => ({ kind: 'not-printed', condition: 'stopped', mayHaveComeOut: true })) }));
    expect(report).toEqual({ type: 'print-failed', reason: 'printer', condition: 'stopped', wasSubmitted: true });
    expectNothingLeft();
  });

  it('are wiped when something unforeseen happens', async () => {
    const failing = printer(async () => Promise.reject(new Error('unforeseen')));
    await expect(printEnvelope(job, ports({ printer: failing }))).rejects.toThrow('unforeseen');
    expectNothingLeft();
  });
});

describe('the first byte of an envelope', () => {
  it('does not leave before it is journalled as submitted', async () => {
    expect(await printEnvelope(job, ports({ submitted: async () => ({ kind: 'failed' }) }))).toEqual({
      type: 'print-failed',
      reason: 'station-interrupted',
      condition: null,
      wasSubmitted: false,
    });
    expect(firstBytes).toBe(0);
  });

  it('does not leave when the API has voided the envelope meanwhile, nor while it has not answered', async () => {
    const voided = await printEnvelope(job, ports({ submitted: async () => ({ kind: 'refused', code: 'intent-voided' }) }));
    expect(voided).toEqual({ type: 'print-failed', reason: 'intent-refused', condition: null, wasSubmitted: false });
    expectNothingLeft();
    seen = [];
    const impatient = { ...systemClock, sleep: async (_: number, signal?: AbortSignal) => systemClock.sleep(20, signal) };
    const unheard = await printEnvelope(job, ports({ submitted: () => new Promise(() => undefined), clock: impatient }));
    expect(unheard).toMatchObject({ reason: 'station-interrupted', wasSubmitted: false });
    expectNothingLeft();
    expect(firstBytes).toBe(0);
  });

  it('does not leave when the card is pulled in the last moment', async () => {
    const removal = new AbortController();
    const card = { is: async () => true, removed: removal.signal };
    const render: PrintEnvelopePorts['render'] = async (_, codes) => {
      seen.push(codes);
      removal.abort();
      return document;
    };
    expect(await printEnvelope(job, ports({ card, render }))).toMatchObject({ reason: 'card-removed', wasSubmitted: false });
    expect(firstBytes).toBe(0);
    expectNothingLeft();
  });

  it('does not leave when the API is silent for too long', async () => {
    const hasty = { ...systemClock, sleep: async () => undefined };
    expect(await printEnvelope(job, ports({ postIntent: () => new Promise(() => undefined), clock: hasty }))).toMatchObject({ reason: 'intent-refused', wasSubmitted: false });
    expect([firstBytes, seen.length]).toEqual([0, 0]);
  });
});

describe('the envelope of a job', () => {
  const textOf = async (change: Partial<PrintEnvelopeJob['text']>) => {
    const texts: unknown[] = [];
    const render: PrintEnvelopePorts['render'] = async (text) => {
      texts.push({ language: text.language, layout: text.layout });
      return document;
    };
    await printEnvelope({ ...job, text: { ...job.text, ...change } }, ports({ render }));
    return texts;
  };

  it('is in the language and layout that the desk chose', async () => {
    expect(await textOf({ style: { language: 'de', layout: 'large-print' } })).toEqual([{ language: 'de', layout: 'large-print' }]);
  });

  it('is in Italian, as usual, where the desk says nothing', async () => {
    expect(await textOf({})).toEqual([{ language: 'it', layout: 'normal' }]);
  });

  it('is one sheet, printed on both sides', async () => {
    const orders: PrintOrder[] = [];
    const noting = printer((order) => {
      orders.push(order);
      return printing.print(order);
    });
    await printEnvelope(job, ports({ printer: noting }));
    expect(orders.map(({ sides }) => sides)).toEqual(['two-sided-long-edge']);
  });
});
