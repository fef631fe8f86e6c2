// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, PrintPaperJob } from '@sportello/contracts';
import type { PaperKind } from '@sportello/domain';
import type { PaperOrder } from '@sportello/paper';
import type { DocumentPrinter, PrintOrder } from '../printer/document-printer';

export interface PrintPaperPorts {
  readonly render: (order: PaperOrder) => Promise<Uint8Array>;
  readonly printer: Pick<DocumentPrinter, 'print' | 'obstacle'>;
  /** Journals and reports "submitted". */
  readonly submitted: () => Promise<void>;
}

/** Prints a paper that carries no code. Should no sheet come out, the desk decides whether it is wanted again. */
export async function printPaper(job: PrintPaperJob, { render, printer, submitted }: PrintPaperPorts): Promise<JobReport> {
  const obstacle = await printer.obstacle();
  if (obstacle) return { type: 'print-failed', reason: 'printer', condition: obstacle, wasSubmitted: false };
  const { language, head, text, issuedAt } = job;
  const document = await render({ language, head, text, date: new Date(issuedAt) });
  const taken = await printer.print({
    document,
    jobName: jobName(job),
    ...sidesOf(text.paper),
    onBeforeFirstByte: async () => {
      await submitted();
      return true;
    },
  });
  const outcome = taken.kind === 'taken' ? await taken.follow() : taken;
  if (outcome.kind === 'printed') return { type: 'completed' };
  return { type: 'print-failed', reason: 'printer', condition: outcome.condition, wasSubmitted: outcome.mayHaveComeOut };
}

/** Which paper, and its number where it has one: the printer's panel names nobody. */
function jobName({ text }: PrintPaperJob): string {
  const number = 'formNumber' in text ? text.formNumber : null;
  return number === null ? `modulo ${text.paper}` : `modulo ${number}`;
}

/** Two copies are two sheets, since one goes and one stays; a leaflet is one, and a printer that has no second side prints two. */
function sidesOf(paper: PaperKind): Pick<PrintOrder, 'sides'> {
  return paper === 'leaflet' ? {} : { sides: 'one-sided' };
}
