// SPDX-License-Identifier: AGPL-3.0-or-later
import { closeSync, openSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Head } from '../log/block';
import { isLogPublicKey } from '../log/log-key';
import { isHead } from './line-shapes';
import { LogVerifier, type VerifierOptions } from './log-verifier';
import { readLines } from './read-lines';
import type { Verdict } from './verdict';
import { sentenceOfLie, sentencesOfTruth } from './words';

const USAGE = `audit-verify FILE [--key PUBLIC-KEY] [--head FILE]

FILE   the export of a log; - reads it from the standard input
--key  the public key that the installation published, or a file with it
--head a file with heads that somebody else held, one JSON object a line, as stations keep them`;

export const EXIT = { ok: 0, lie: 1, notRead: 2 } as const;

/** What cannot be asked, or not be read: a sentence for whoever typed it. */
class NotAsked extends Error {}

/** @returns the exit code: 0 nothing lies, 1 something does, 2 nothing was verified. */
export function verifyByCommand(args: readonly string[], say: (line: string) => void): number {
  try {
    const { file, options } = asked(args);
    const verdict = verifyFile(file, options);
    for (const line of verdict.kind === 'ok' ? sentencesOfTruth(verdict.figures) : [sentenceOfLie(verdict.lie)]) say(line);
    return verdict.kind === 'ok' ? EXIT.ok : EXIT.lie;
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error;
    say(error.message);
    return EXIT.notRead;
  }
}

export function verifyFile(path: string, options: VerifierOptions): Verdict {
  const file = path === '-' ? 0 : opened(path);
  try {
    const verifier = new LogVerifier(options);
    return verifier.end(readLines(file, verifier));
  } finally {
    if (file !== 0) closeSync(file);
  }
}

function asked(args: readonly string[]): { readonly file: string; readonly options: VerifierOptions } {
  const { values, positionals } = parsed(args);
  const [file, another] = positionals;
  if (file === undefined || another !== undefined) throw new NotAsked(USAGE);
  return { file, options: { ...(values.key !== undefined && { key: keyIn(values.key) }), ...(values.head !== undefined && { heads: headsIn(values.head) }) } };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { key: { type: 'string' }, head: { type: 'string' } } });
  } catch {
    throw new NotAsked(USAGE);
  }
}

function keyIn(textOrFile: string): string {
  const key = isLogPublicKey(textOrFile) ? textOrFile : textOf(textOrFile).trim();
  if (!isLogPublicKey(key)) throw new NotAsked('--key is neither a public key (43 characters of base64url) nor a file with one.');
  return key;
}

function headsIn(path: string): readonly Head[] {
  const heads = textOf(path).split('\n').filter(Boolean).map(jsonIn);
  if (heads.length === 0 || !heads.every(isHead)) throw new NotAsked(`${path} does not hold heads of a log, one a line.`);
  return heads;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new NotAsked(`${path} cannot be read.`);
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch {
    throw new NotAsked(`${path} cannot be read.`);
  }
}
