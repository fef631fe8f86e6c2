// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PaperLanguage, PaperText, PrintPaperJob } from '@sportello/contracts';
import { JobRepository } from '../activation/job.repository';
import type { StationAtDesk } from '../activation/situation';
import type { Transaction } from '../database/transaction';
import { PaperHeads } from './paper-heads';

/** A paper, and where it is printed. */
export interface PaperToPrint {
  readonly text: PaperText;
  readonly language: PaperLanguage;
  /** Null: no case's. */
  readonly caseId: string | null;
  readonly deskId: string;
  readonly station: StationAtDesk;
}

/** Orders a paper from a station that was chosen. */
@Injectable()
export class PaperJobs {
  constructor(private readonly heads: PaperHeads) {}

  async order(transaction: Transaction, { text, language, caseId, deskId, station }: PaperToPrint): Promise<PrintPaperJob> {
    const job: PrintPaperJob = {
      type: 'print-paper',
      jobId: transaction.newId(),
      caseId,
      stationId: station.id,
      issuedAt: transaction.now.toISOString(),
      language,
      head: await this.heads.ofDesk(transaction, deskId, language, station.isTest),
      text,
    };
    const jobs = transaction.repository(JobRepository);
    // Of the same paper only the newer comes out, at whatever station the older one waits.
    if (caseId !== null) await jobs.cancelPaperOf(caseId, text, transaction.now);
    await jobs.order(job, transaction.now);
    transaction.notify({ to: 'station', stationId: station.id });
    return job;
  }
}
