// SPDX-License-Identifier: AGPL-3.0-or-later
import { attributesOf, booleanOf, numberOf, stringOf, stringsOf } from '../codec/attributes';
import type { IppMessage } from '../codec/message';
import { type PrinterState, printerStates } from '../codec/states';
import { nameOf } from '../codec/tags';
import type { IppFault } from './fault';
import { type PrinterCondition, printerConditionsOf } from './printer-condition';
import { judgeSpooling, queueAttributes, type SpoolingJudgement } from './spooling';

/** A printer as it describes itself. */
export type PrinterDescription = SpoolingJudgement & {
  readonly kind: 'printer';
  readonly name: string;
  readonly makeAndModel: string | null;
  /** `urn:uuid:…`, the same over restarts; null when the printer has none. */
  readonly uuid: string | null;
  readonly state: PrinterState;
  readonly stateReasons: readonly string[];
  /** The same in a closed list, worst first, never empty. */
  readonly conditions: readonly PrinterCondition[];
  readonly isAcceptingJobs: boolean;
  readonly queuedJobs: number;
  /** MIME types. */
  readonly documentFormats: readonly string[];
  /** PWG media names that the printer can take (`iso_a4_210x297mm`). */
  readonly media: readonly string[];
  /** `one-sided`, `two-sided-long-edge` …; empty when the printer does not say. */
  readonly sides: readonly string[];
};

/** The attributes that a description is read from. */
export const printerAttributes = [
  'printer-name', 'printer-make-and-model', 'printer-uuid', 'printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs', 'queued-job-count',
  'document-format-supported', 'media-supported', 'sides-supported', 'ipp-features-supported', ...queueAttributes,
] as const;

/** Reads a printer from an answer's printer group. */
export const readPrinterDescription = (answer: IppMessage): PrinterDescription | IppFault => {
  const attributes = attributesOf(answer, 'printer');
  const state = nameOf(printerStates, numberOf(attributes, 'printer-state') ?? 0);
  if (state === undefined) return { kind: 'protocol', detail: 'an answer without printer-state' };
  const stateReasons = stringsOf(attributes, 'printer-state-reasons').filter((reason) => reason !== 'none');
  const isAcceptingJobs = booleanOf(attributes, 'printer-is-accepting-jobs') ?? true;
  return {
    kind: 'printer',
    name: stringOf(attributes, 'printer-name') ?? '',
    makeAndModel: stringOf(attributes, 'printer-make-and-model') ?? null,
    uuid: stringOf(attributes, 'printer-uuid') ?? null,
    state,
    stateReasons,
    conditions: printerConditionsOf({ state, stateReasons, isAcceptingJobs }),
    isAcceptingJobs,
    queuedJobs: numberOf(attributes, 'queued-job-count') ?? 0,
    documentFormats: stringsOf(attributes, 'document-format-supported'),
    media: stringsOf(attributes, 'media-supported'),
    sides: stringsOf(attributes, 'sides-supported'),
    ...judgeSpooling(attributes),
  };
};
