// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process';

/** What the citizen reads inside an opened envelope, and the desk on its outside. */
export interface OpenedEnvelope {
  readonly pin: string;
  readonly puk: string;
  readonly cip: string;
  readonly outerCode: string;
}

/** Reads a printed envelope by poppler's `pdftotext`, a program of others. Page 1 is the outside, page 2 the inside. */
export async function readEnvelope(document: Uint8Array): Promise<OpenedEnvelope> {
  const [outside, inside] = await Promise.all([textOf(document, 1), textOf(document, 2)]);
  const after = (title: string): string => new RegExp(`^${title}\\n+([A-Z0-9 ]+)$`, 'm').exec(inside)?.[1]?.replace(/ /g, '') ?? '';
  return { pin: after('PIN'), puk: after('PUK'), cip: after('CIP'), outerCode: /\d{6}-[A-Z0-9]{6}/.exec(outside)?.[0] ?? '' };
}

function textOf(document: Uint8Array, page: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const reading = execFile('pdftotext', ['-f', String(page), '-l', String(page), '-', '-'], (error, stdout) => {
      if (error) reject(new Error('pdftotext (package poppler-utils) does not read the envelope', { cause: error }));
      else resolve(stdout);
    });
    reading.stdin?.end(document);
  });
}
