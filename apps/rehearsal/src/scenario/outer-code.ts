// SPDX-License-Identifier: AGPL-3.0-or-later
import { createInterface } from 'node:readline/promises';

/** What is printed outside the envelope, typed by whoever holds the paper, or scanned by a reader that types. */
export const askOuterCode = async (controlNumber: string): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`Envelope ${controlNumber} is printed. Scan or type the code outside it: `)).trim();
  } finally {
    terminal.close();
  }
};
