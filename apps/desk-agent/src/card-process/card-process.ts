// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TranscriptEntry } from '@sportello/card-io';
import type { Logger } from '../log/logger';
import { openReader } from '../reader/open-reader';
import { CardJobs, type CardJobsPorts } from './card-jobs';
import { CardStay } from './card-stay';
import { CardJobBench } from './job-bench';
import { OnlookersBench } from './onlookers-bench';
import type { CardProcessSettings } from './messages';
import type { Order } from './parent-link';
import { serveCard } from './serve-card';

export interface CardProcess {
  take(order: Exclude<Order, { type: 'start' }>): void;
  /** Resolves when the card is gone, the last job is over, and the parent has been told. Never, when there is no way to any reader. */
  readonly finished: Promise<void>;
}

/** A card that is in the reader already is recognised sooner: nothing that takes a while is done before. */
const idleAfterMs = 500;

export function startCardProcess(settings: CardProcessSettings, ports: CardJobsPorts): CardProcess {
  const { parent, log, clock, newId } = ports;
  let closeReader = (): void => undefined;
  const jobs = new CardJobs(settings, ports);
  const bench = settings.role === 'citizen' ? new CardJobBench({ parent, log, perform: jobs.perform, onConnectionLost: () => closeReader() }) : new OnlookersBench();

  const serve = async (): Promise<void> => {
    const opened = openReader(settings.reader, settings.readerBinding);
    if (opened.kind === 'not-built') {
      log.error(opened.remedy);
      parent.tell({ type: 'reader', condition: 'no-binding' });
      return new Promise(() => undefined);
    }
    const { reader } = opened;
    closeReader = () => void reader.close();
    if (settings.role === 'citizen') setTimeout(() => void jobs.prepare(), idleAfterMs).unref();
    const transcript = (entry: TranscriptEntry): void => trace(log, entry);
    const newStay = (removed: AbortSignal): CardStay => new CardStay({ reader, removed, parent, clock, commandDeadlineMs: settings.commandDeadlineMs, transcript });
    await serveCard({ role: settings.role, reader, parent, clock, newId, bench, newStay });
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

/** Header, lengths and status word: never what was sent or received. */
function trace(log: Logger, { command, header, sent, received, sw }: TranscriptEntry): void {
  log.debug('apdu', { command, header, sent, received, sw: typeof sw === 'number' ? sw.toString(16).toUpperCase().padStart(4, '0') : sw });
}
