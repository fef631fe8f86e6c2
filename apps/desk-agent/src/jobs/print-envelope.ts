// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, PrintEnvelopeJob, PrinterCondition } from '@sportello/contracts';
import { type RandomBytes, USUAL_ENVELOPE_STYLE } from '@sportello/domain';
import type { EnvelopeCodes, EnvelopeData } from '@sportello/paper/envelope';
import type { ErrandAnswer, IntentDraft } from '../card-process/messages';
import type { DocumentPrinter, NotPrinted, PrintOutcome, TakenDocument } from '../printer/document-printer';
import type { Clock } from '../time/clock';
import { type DrawnCodes, drawCodes } from './draw-codes';
import { type Recipients, sealIntent } from './seal-intent';

/** The card in the reader, as this job looks at it. */
export interface PresentCard {
  /** Whether it is this one: as read in the connection that still stands, or read again. */
  is(idCarta: string): Promise<boolean>;
  /** Aborts when it is gone. */
  readonly removed: AbortSignal;
}

/** What an envelope says; what it is printed on is the station's to know. */
export type EnvelopeText = Omit<EnvelopeData, 'stationery'>;

export interface PrintEnvelopePorts {
  readonly card: PresentCard;
  readonly recipients: Recipients;
  readonly random: RandomBytes;
  readonly newId: () => string;
  readonly postIntent: (draft: IntentDraft) => Promise<ErrandAnswer>;
  /** Journals and reports "submitted", and brings the API's answer: an envelope that was voided meanwhile must not come out. May be asked again. */
  readonly submitted: () => Promise<ErrandAnswer>;
  readonly render: (text: EnvelopeText, codes: EnvelopeCodes) => Promise<Uint8Array>;
  readonly printer: DocumentPrinter;
  readonly clock: Clock;
}

type Failure = Extract<JobReport, { type: 'print-failed' }>;

/** The codes do not lie in memory any longer than this while the API is silent. */
const apiPatienceMs = 60_000;

/** Draws the codes of one envelope, has the intent recorded, and prints the sheet. The codes exist in clear from the drawing until the printer has the sheet's page. */
export async function printEnvelope(job: PrintEnvelopeJob, ports: PrintEnvelopePorts): Promise<JobReport> {
  const { removed } = ports.card;
  const isRightCard = await ports.card.is(job.idCarta);
  if (removed.aborted) return failure('card-removed');
  if (!isRightCard) return failure('wrong-card');
  // A printer that cannot print is found out before there are codes, and costs neither a sheet nor an intent.
  const obstacle = await unlessAborted(removed, ports.printer.obstacle());
  if (removed.aborted) return failure('card-removed');
  if (obstacle) return failure('printer', obstacle);
  const taken = await drawAndPrint(job, ports);
  if (!('follow' in taken)) return taken;
  return reportOf(await taken.follow(async () => (await ports.submitted()).kind !== 'refused'));
}

async function drawAndPrint(job: PrintEnvelopeJob, ports: PrintEnvelopePorts): Promise<TakenDocument | Failure> {
  const codes = drawCodes(job, ports.random);
  try {
    return (await recordIntent(job, codes, ports)) ?? (await printSheet(job, codes, ports));
  } finally {
    codes.wipe();
  }
}

/** Undefined: the API has it, durably. */
async function recordIntent(job: PrintEnvelopeJob, codes: DrawnCodes, ports: PrintEnvelopePorts): Promise<Failure | undefined> {
  const { newId, recipients, postIntent, card } = ports;
  const draft = await sealIntent({ job, intentId: newId(), codes, recipients });
  const answer = await answerInTime(postIntent(draft), ports);
  if (card.removed.aborted) return failure('card-removed');
  return answer?.kind === 'done' ? undefined : failure('intent-refused');
}

/** Undefined: the first byte may leave. Asked as often as the document is offered, for meanwhile the envelope may have been voided. */
async function whyNotNow(ports: PrintEnvelopePorts): Promise<Failure | undefined> {
  const { removed } = ports.card;
  if (removed.aborted) return failure('card-removed');
  const answer = await answerInTime(ports.submitted(), ports);
  if (answer?.kind === 'done') return undefined;
  if (removed.aborted) return failure('card-removed');
  return failure(answer?.kind === 'refused' ? 'intent-refused' : 'station-interrupted');
}

/** Undefined when the card goes first, or the API is silent for too long. */
async function answerInTime(asked: Promise<ErrandAnswer>, { card: { removed }, clock }: PrintEnvelopePorts): Promise<ErrandAnswer | undefined> {
  const over = new AbortController();
  const tooLate = clock.sleep(apiPatienceMs, over.signal).then(() => undefined);
  const answer = await unlessAborted(removed, Promise.race([asked, tooLate]));
  over.abort();
  return answer;
}

async function printSheet(job: PrintEnvelopeJob, codes: DrawnCodes, ports: PrintEnvelopePorts): Promise<TakenDocument | Failure> {
  const document = await ports.render(envelopeText(job, codes.outerCode), codes);
  let stop: Failure | undefined;
  try {
    const taken = await ports.printer.print({
      document,
      jobName: `busta ${job.controlNumber}`,
      sides: 'two-sided-long-edge',
      onBeforeFirstByte: async () => {
        stop = await whyNotNow(ports);
        return stop === undefined;
      },
    });
    return taken.kind === 'taken' ? taken : (stop ?? notPrinted(taken));
  } finally {
    document.fill(0);
  }
}

function reportOf(outcome: PrintOutcome): JobReport {
  return outcome.kind === 'printed' ? { type: 'completed' } : notPrinted(outcome);
}

function notPrinted({ condition, mayHaveComeOut }: NotPrinted): Failure {
  return { ...failure('printer', condition), wasSubmitted: mayHaveComeOut };
}

/** Undefined when the signal comes first. */
async function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T | undefined> {
  if (signal.aborted) return undefined;
  let settle = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => (settle = () => resolve(undefined)));
  signal.addEventListener('abort', settle);
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', settle));
}

function envelopeText({ text: { style = USUAL_ENVELOPE_STYLE, ...text }, controlNumber }: PrintEnvelopeJob, outerCode: string): EnvelopeText {
  return { ...text, ...style, controlNumber, outerCode };
}

function failure(reason: Failure['reason'], condition: PrinterCondition | null = null): Failure {
  return { type: 'print-failed', reason, condition, wasSubmitted: false };
}
