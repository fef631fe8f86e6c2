// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenCaseLine } from '@sportello/contracts';
import type { RecognisedScan } from '@sportello/domain';

/** The open case whose envelope or form was scanned. */
export function caseOfScan(scan: RecognisedScan, openCases: readonly OpenCaseLine[]): string | undefined {
  if (scan.kind === 'outer-code') return openCases.find((line) => line.controlNumber === scan.outerCode.controlNumber)?.id;
  if (scan.kind === 'form') return openCases.find((line) => line.number === scan.formNumber.caseNumber)?.id;
  return undefined;
}
