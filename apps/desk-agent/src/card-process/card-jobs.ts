// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport } from '@sportello/contracts';
import { assertNever, type RandomBytes } from '@sportello/domain';
import { readPrivateKeyFile } from '@sportello/seal';
import { rehearseOpening } from '../jobs/rehearse-opening';
import { rehearseTalk } from '../jobs/rehearse-talk';
import { printEnvelope } from '../jobs/print-envelope';
import { writeCard } from '../jobs/write-card';
import type { Logger } from '../log/logger';
import { createDocumentPrinter } from '../printer/document-printer';
import type { Clock } from '../time/clock';
import type { CardStay } from './card-stay';
import type { CardJobBenchOptions, CardJobOrder, RunningJob } from './job-bench';
import { withThoseElsewhere } from '../jobs/attempts-elsewhere';
import type { CardProcessSettings } from './messages';
import type { ParentLink } from './parent-link';

export interface CardJobsPorts {
  readonly parent: ParentLink;
  readonly log: Logger;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly random: RandomBytes;
}

type PrintOrder = CardJobOrder & { readonly type: 'print-envelope' };
type WriteOrder = CardJobOrder & { readonly type: 'write-card' };

/** The library that draws a page. */
const loadEnvelope = (): Promise<typeof import('@sportello/paper/envelope')> => import('@sportello/paper/envelope');

/** Binds the jobs to what this process has at hand. */
export class CardJobs {
  private reading: ReturnType<typeof readPrivateKeyFile> | undefined;

  constructor(
    private readonly settings: CardProcessSettings,
    private readonly ports: CardJobsPorts,
  ) {}

  readonly perform: CardJobBenchOptions['perform'] = (order, stay, running) => {
    switch (order.type) {
      case 'print-envelope':
        return this.print(order, stay, running);
      case 'write-card':
        return this.write(order, stay, running);
      default:
        return assertNever(order);
    }
  };

  /** What takes a while is done before it is wanted: no code and no card is there yet. */
  async prepare(): Promise<void> {
    await Promise.allSettled([loadEnvelope(), this.warmUp()]);
  }

  private async warmUp(): Promise<void> {
    await rehearseTalk();
    await rehearseOpening({ sealingKey: this.settings.sealingKey, sealingPrivateKey: await this.sealingKey() });
  }

  private async sealingKey(): Promise<string> {
    this.reading ??= readPrivateKeyFile(this.settings.sealingKeyFile);
    const read = await this.reading;
    if (read.kind === 'private-key') return read.privateKey;
    this.ports.log.error('the sealing key cannot be used: no card can be written', { because: read.kind });
    throw new Error('no sealing key');
  }

  private print({ job }: PrintOrder, stay: CardStay, running: RunningJob): Promise<JobReport> {
    const { settings } = this;
    const { parent, clock, log, newId, random } = this.ports;
    return printEnvelope(job, {
      card: { removed: stay.removed, is: async (idCarta) => (await stay.sessionWith(idCarta)).kind === 'session' },
      recipients: settings,
      random,
      newId,
      clock,
      postIntent: (draft) => parent.run({ kind: 'post-intent', draft }),
      submitted: async () => {
        const answer = await parent.run({ kind: 'submitted', jobId: job.jobId });
        if (answer.kind === 'done') running.leaveCard();
        return answer;
      },
      render: async (text, codes) => (await loadEnvelope()).renderEnvelope({ ...text, stationery: settings.stationery }, codes),
      printer: createDocumentPrinter({ printer: settings.envelopePrinter, clock, log, onCondition: (condition) => parent.tell({ type: 'printer', condition }) }),
    });
  }

  private async write({ job }: WriteOrder, stay: CardStay, running: RunningJob): Promise<JobReport> {
    const { parent, clock } = this.ports;
    const { jobId, intentId } = job;
    const sealingPrivateKey = await this.sealingKey();
    return writeCard(job, {
      card: stay,
      stationId: this.settings.stationId,
      sealingPrivateKey,
      pukAttempts: async () => {
        const answer = await parent.run({ kind: 'puk-attempts', intentId });
        return answer.kind === 'puk-attempts' ? withThoseElsewhere(answer, job) : undefined;
      },
      report: (report) => parent.tell({ type: 'report', jobId, report }),
      journalPukAttempt: (attempt) => parent.run({ kind: 'puk-attempt', intentId, attempt }),
      journalPukAnswered: (triesLeft) => parent.run({ kind: 'puk-answered', intentId, triesLeft }),
      askCryptogram: (challenge) => parent.run({ kind: 'cryptogram', jobId, fence: job.fence, challenge }),
      forgoCryptogram: () => parent.run({ kind: 'no-cryptogram', jobId }),
      issuerPatienceMs: this.settings.issuerPatienceMs,
      abandoned: running.abandoned,
      clock,
    });
  }
}
