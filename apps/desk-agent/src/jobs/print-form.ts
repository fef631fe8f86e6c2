// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, PrintFormJob } from '@sportello/contracts';
import type { ActivationFormData } from '@sportello/paper';
import type { DocumentPrinter } from '../printer/document-printer';
import { formData } from './form-data';

export interface PrintFormPorts {
  readonly render: (data: ActivationFormData) => Promise<Uint8Array>;
  readonly printer: Pick<DocumentPrinter, 'print' | 'obstacle'>;
  /** Journals and reports "submitted". */
  readonly submitted: () => Promise<void>;
}

/** Prints the single form, which carries no code. Should no sheet come out, the desk decides whether it is wanted again. */
export async function printForm(job: PrintFormJob, { render, printer, submitted }: PrintFormPorts): Promise<JobReport> {
  const obstacle = await printer.obstacle();
  if (obstacle) return { type: 'print-failed', reason: 'printer', condition: obstacle, wasSubmitted: false };
  const document = await render(formData(job));
  const taken = await printer.print({
    document,
    jobName: `modulo ${job.text.formNumber}`,
    sides: 'one-sided',
    onBeforeFirstByte: async () => {
      await submitted();
      return true;
    },
  });
  const outcome = taken.kind === 'taken' ? await taken.follow() : taken;
  if (outcome.kind === 'printed') return { type: 'completed' };
  return { type: 'print-failed', reason: 'printer', condition: outcome.condition, wasSubmitted: outcome.mayHaveComeOut };
}
