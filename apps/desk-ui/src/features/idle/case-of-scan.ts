// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenCaseLine } from '@sportello/contracts';
import type { RecognisedScan } from '@sportello/domain';

/** The open case whose envelope or form was scanned. */
export function caseOfScan(scan: RecognisedScan, openCases: readonly OpenCaseLine[]): string | undefined {
  if (scan.kind === 'outer-code') return openCases.find((line) => line.controlNumber === scan.outerCode.controlNumber)?.id;
  if (scan.kind === 'form') return openCases.find((line) => line.number === scan.formNumber.caseNumber)?.id;
  return undefined;
}

/** The number of a paper that no open case of this desk waits for: spoiled, taken home already, or another desk's. */
export function strayPaper(scan: RecognisedScan, openCases: readonly OpenCaseLine[]): string | undefined {
  if (caseOfScan(scan, openCases) !== undefined) return undefined;
  if (scan.kind === 'outer-code') return scan.outerCode.controlNumber;
  return scan.kind === 'form' ? scan.formNumber.value : undefined;
}
