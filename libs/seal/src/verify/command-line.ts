// SPDX-License-Identifier: AGPL-3.0-or-later
import { closeSync, openSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Head } from '../log/block';
import { checkProof, PROOF_PREFIX } from '../log/inclusion-proof';
import { isLogPublicKey } from '../log/log-key';
import { stampingCertificateIn } from '../time-stamp/stamping-certificate';
import { judgeTimeStampToken } from '../time-stamp/time-stamp-token';
import { isHead } from './line-shapes';
import { LogVerifier, type VerifierOptions } from './log-verifier';
import { readLines } from './read-lines';
import type { StampJudge } from './side-lines';
import type { Verdict } from './verdict';
import { sentenceOfLie, sentenceOfNoProof, sentenceOfProof, sentencesOfTruth } from './words';

const USAGE = `audit-verify FILE [--key PUBLIC-KEY] [--head FILE] [--tsa FILE]
audit-verify --proof TEXT --key PUBLIC-KEY

FILE    the export of a log; - reads it from the standard input
--key   the public key that the installation published, or a file with it
--head  a file with heads that somebody else held, one JSON object a line, as stations keep them
--tsa   the certificate of the authority that stamped the log’s blocks (PEM or DER)
--proof what the QR code of a receipt says, or a file with it: that its act stands in the log`;

export const EXIT = { ok: 0, lie: 1, notRead: 2 } as const;

/** What cannot be asked, or not be read: a sentence for whoever typed it. */
class NotAsked extends Error {}

/** @returns the exit code: 0 nothing lies, 1 something does, 2 nothing was verified. */
export function verifyByCommand(args: readonly string[], say: (line: string) => void): number {
  try {
    const { values, positionals } = parsed(args);
    if (values.proof !== undefined) return checkByCommand(values, positionals, say);
    const { file, options } = asked(values, positionals);
    const verdict = verifyFile(file, options);
    for (const line of verdict.kind === 'ok' ? sentencesOfTruth(verdict.figures) : [sentenceOfLie(verdict.lie)]) say(line);
    return verdict.kind === 'ok' ? EXIT.ok : EXIT.lie;
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error;
    say(error.message);
    return EXIT.notRead;
  }
}

/** A proof stands by itself: no file of the log is needed. */
function checkByCommand({ proof = '', key, head, tsa }: Values, positionals: readonly string[], say: (line: string) => void): number {
  if (key === undefined || head !== undefined || tsa !== undefined || positionals.length > 0) throw new NotAsked(USAGE);
  const text = proof.startsWith(PROOF_PREFIX) ? proof : textOf(proof).trim();
  const verdict = checkProof(text, keyIn(key));
  say(verdict.kind === 'proven' ? sentenceOfProof(verdict) : sentenceOfNoProof(verdict.kind));
  return verdict.kind === 'proven' ? EXIT.ok : EXIT.lie;
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

interface Values {
  readonly key?: string | undefined;
  readonly head?: string | undefined;
  readonly tsa?: string | undefined;
  readonly proof?: string | undefined;
}

function asked(values: Values, positionals: readonly string[]): { readonly file: string; readonly options: VerifierOptions } {
  const [file, another] = positionals;
  if (file === undefined || another !== undefined) throw new NotAsked(USAGE);
  const { key, head, tsa } = values;
  return { file, options: { ...(key !== undefined && { key: keyIn(key) }), ...(head !== undefined && { heads: headsIn(head) }), ...(tsa !== undefined && { judgeStamp: judgeBy(tsa) }) } };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { key: { type: 'string' }, head: { type: 'string' }, tsa: { type: 'string' }, proof: { type: 'string' } } });
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

function judgeBy(path: string): StampJudge {
  const certificate = stampingCertificateIn(bytesOf(path));
  if (!certificate) throw new NotAsked(`${path} is no certificate that may stamp times, and nothing else (RFC 3161, 2.3).`);
  return ({ hash, token }) => {
    const der = Buffer.from(token, 'base64');
    return der.toString('base64') === token && judgeTimeStampToken(der, { hash, certificate }).kind === 'stamped';
  };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const textOf = (path: string): string => bytesOf(path).toString('utf8');

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
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
