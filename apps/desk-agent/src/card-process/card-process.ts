// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TranscriptEntry } from '@sportello/card-io';
import { assertNever, type RandomBytes } from '@sportello/domain';
import { readPrivateKeyFile } from '@sportello/seal';
import type { JobReport } from '@sportello/contracts';
import { printEnvelope } from '../jobs/print-envelope';
import { writeCard } from '../jobs/write-card';
import type { Logger } from '../log/logger';
import { createDocumentPrinter } from '../printer/document-printer';
import { openReader } from '../reader/open-reader';
import type { Clock } from '../time/clock';
import { CardStay } from './card-stay';
import { CardJobBench, type CardJobOrder, type RunningJob } from './job-bench';
import type { CardProcessSettings } from './messages';
import type { Order, ParentLink } from './parent-link';
import { serveCard } from './serve-card';

export interface CardProcessPorts {
  readonly parent: ParentLink;
  readonly log: Logger;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly random: RandomBytes;
}

export interface CardProcess {
  take(order: Exclude<Order, { type: 'start' }>): void;
  /** Resolves when the card is gone, the last job is over, and the parent has been told. Never, when there is no way to any reader. */
  readonly finished: Promise<void>;
}

export function startCardProcess(settings: CardProcessSettings, ports: CardProcessPorts): CardProcess {
  let closeReader = (): void => undefined;
  const bench = new CardJobBench({
    parent: ports.parent,
    log: ports.log,
    perform: (order, stay, running) => perform(order, stay, running, settings, ports),
    onConnectionLost: () => closeReader(),
  });

  const serve = async (): Promise<void> => {
    const opened = openReader(settings.reader);
    if (opened.kind === 'not-built') {
      ports.log.error(opened.remedy);
      ports.parent.tell({ type: 'reader', condition: 'no-binding' });
      return new Promise(() => undefined);
    }
    const { reader } = opened;
    closeReader = () => void reader.close();
    const { parent, clock, newId } = ports;
    const newStay = (removed: AbortSignal): CardStay =>
      new CardStay({ reader, removed, parent, clock, commandDeadlineMs: settings.commandDeadlineMs, transcript: (entry) => trace(ports.log, entry) });
    setTimeout(() => void loadEnvelope(), idleMs).unref();
    await serveCard({ reader, parent, clock, newId, bench, newStay });
    await bench.finish();
    await parent.flush();
  };

  return {
    finished: serve(),
    take(order) {
      if (order.type === 'abandon') bench.abandon(order.jobId);
      else bench.take(order);
    },
  };
}

/** A card that is in the reader already is recognised before this. */
const idleMs = 500;

async function perform(order: CardJobOrder, stay: CardStay, running: RunningJob, settings: CardProcessSettings, ports: CardProcessPorts): Promise<JobReport> {
  switch (order.type) {
    case 'print-envelope':
      return performPrint(order, stay, running, settings, ports);
    case 'write-card':
      return performWrite(order, stay, running, settings, ports);
    default:
      return assertNever(order);
  }
}

/** The drawing of a page takes a while to load: once the child has nothing better to do, and before it is wanted. */
const loadEnvelope = (): Promise<typeof import('@sportello/paper/envelope')> => import('@sportello/paper/envelope');

async function performPrint({ job }: CardJobOrder & { type: 'print-envelope' }, stay: CardStay, running: RunningJob, settings: CardProcessSettings, ports: CardProcessPorts): Promise<JobReport> {
  const { parent, clock, log, newId, random } = ports;
  return printEnvelope(job, {
    card: { removed: stay.removed, is: async (idCarta) => (await stay.sessionWith(idCarta)).kind === 'session' },
    recipients: settings,
    random,
    newId,
    clock,
    postIntent: (draft) => parent.run({ kind: 'post-intent', draft }),
    submitted: async () => {
      const answer = await parent.run({ kind: 'submitted', jobId: job.jobId });
      running.leaveCard();
      return answer;
    },
    render: async (data, codes) => (await loadEnvelope()).renderEnvelope(data, codes),
    printer: createDocumentPrinter({ printer: settings.envelopePrinter, clock, log, onCondition: (condition) => parent.tell({ type: 'printer', condition }) }),
  });
}

async function performWrite({ job, earlier }: CardJobOrder & { type: 'write-card' }, stay: CardStay, running: RunningJob, settings: CardProcessSettings, ports: CardProcessPorts): Promise<JobReport> {
  const { parent, clock } = ports;
  const { jobId, intentId } = job;
  const key = await readPrivateKeyFile(settings.sealingKeyFile);
  if (key.kind !== 'private-key') throw new Error('the sealing key cannot be read');
  return writeCard(job, {
    card: stay,
    stationId: settings.stationId,
    sealingPrivateKey: key.privateKey,
    earlier,
    report: (report) => parent.tell({ type: 'report', jobId, report }),
    journalPukAttempt: (attempt) => parent.run({ kind: 'puk-attempt', intentId, attempt }),
    journalPukAnswered: () => parent.run({ kind: 'puk-answered', intentId }),
    abandoned: running.abandoned,
    clock,
  });
}

/** Header, lengths and status word: never what was sent or received. */
function trace(log: Logger, { command, header, sent, received, sw }: TranscriptEntry): void {
  log.debug('apdu', { command, header, sent, received, sw: typeof sw === 'number' ? sw.toString(16).toUpperCase().padStart(4, '0') : sw });
}
