// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrintEnvelopeJob } from '@sportello/contracts';
import { cipPattern, drawCip, drawOuterCodeSuffix, drawPin, drawPuk, outerCodeOf, parseControlNumber, parseLocalDate, type RandomBytes } from '@sportello/domain';

/** One envelope's codes, in clear. Whoever drew them wipes them. */
export interface DrawnCodes {
  readonly pin: Uint8Array;
  readonly puk: Uint8Array;
  readonly cip: Uint8Array;
  /** Control number and the six characters that only the paper will know. It opens nothing. */
  readonly outerCode: string;
  wipe(): void;
}

/** @throws TypeError when the job's dates, numbers or pattern are none: the API signed what its own rules refuse. */
export function drawCodes({ birthDate, controlNumber, cipPattern: pattern }: PrintEnvelopeJob, random: RandomBytes): DrawnCodes {
  const born = parseLocalDate(birthDate);
  const sheet = parseControlNumber(controlNumber);
  const cipRule = cipPattern(pattern.length, pattern.alphabet);
  if (!born.ok || !sheet.ok || !cipRule.ok) throw new TypeError('a print-envelope job that the rules refuse');
  const codes = { pin: drawPin(born.value, random), puk: drawPuk(born.value, random), cip: drawCip(cipRule.value, random) };
  return {
    ...codes,
    outerCode: outerCodeOf(sheet.value, drawOuterCodeSuffix(random)).value,
    wipe: () => Object.values(codes).forEach((code) => code.fill(0)),
  };
}
