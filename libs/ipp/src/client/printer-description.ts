// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition, PrinterState } from './printer-condition';

/** A printer as it describes itself. */
export type PrinterDescription = {
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
};
