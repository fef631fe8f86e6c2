// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';

/** What the citizen reads inside an opened envelope, and the desk on its outside. */
export interface EnvelopeInHand {
  readonly pin: string;
  readonly puk: string;
  readonly cip: string;
  readonly outerCode: string;
}

/** Reads a printed envelope by poppler's `pdftotext`, a program of others. */
export function readEnvelope(document: Uint8Array): EnvelopeInHand {
  const inside = textOf(document, 2);
  const after = (title: string): string => new RegExp(`^${title}\\n+([A-Z0-9 ]+)$`, 'm').exec(inside)?.[1]?.replace(/ /g, '') ?? '';
  return { pin: after('PIN'), puk: after('PUK'), cip: after('CIP'), outerCode: /\d{6}-[A-Z0-9]{6}/.exec(textOf(document, 1))?.[0] ?? '' };
}

function textOf(document: Uint8Array, page: number): string {
  const { status, stdout, error } = spawnSync('pdftotext', ['-f', String(page), '-l', String(page), '-', '-'], { input: document });
  if (error || status !== 0) throw new Error('pdftotext (package poppler-utils) does not read the envelope');
  return stdout.toString('utf8');
}
