// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID, type X509Certificate } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type RevocationAnswer, RevocationAuthority, type RevocationRequest } from '../revocation-authority';
import type { SigningCredential } from '../signing-credential';
import { AnswerText, requestText } from './request-file';
import { openSignedFile, signFile } from './signed-file';

export interface FileAuthorityOptions {
  /** Where requests are laid down, and where answers are looked for: the same, or two. */
  readonly requests: string;
  readonly answers: string;
  readonly signer: SigningCredential;
  /** Whose answers are believed. */
  readonly authority: X509Certificate;
}

/** People carry the files: nobody answers sooner. */
const POLL_AFTER_SECONDS = 3600;

/** An authority without CMP: a signed file for each request, `TRANSACTION.request.p7m`, and its signed answer, `TRANSACTION.answer.p7m`. */
export class FileAuthority extends RevocationAuthority {
  override readonly kind = 'file';

  constructor(private readonly options: FileAuthorityOptions) {
    super();
  }

  override async revoke(request: RevocationRequest): Promise<RevocationAnswer> {
    const { requests, signer } = this.options;
    try {
      await layDown(requests, `${request.transactionId}.request.p7m`, await signFile(Buffer.from(requestText(request)), signer));
    } catch (error) {
      return { kind: 'silence', because: codeOf(error) };
    }
    return this.poll(request);
  }

  override async poll({ transactionId, certificate }: RevocationRequest): Promise<RevocationAnswer> {
    const { answers, authority } = this.options;
    let file: Buffer;
    try {
      file = await readFile(join(answers, `${transactionId}.answer.p7m`));
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? { kind: 'waiting', pollAfterSeconds: POLL_AFTER_SECONDS, ticket: '' } : { kind: 'silence', because: codeOf(error) };
    }
    const opened = openSignedFile(file, authority);
    if (opened.kind !== 'signed') return { kind: 'bad-answer', why: opened.kind };
    const read = AnswerText.safeParse(jsonIn(opened.content));
    if (!read.success) return { kind: 'bad-answer', why: 'unreadable' };
    if (read.data.transactionId !== transactionId) return { kind: 'bad-answer', why: 'other-transaction' };
    if (read.data.serial !== certificate.serial) return { kind: 'bad-answer', why: 'other-certificate' };
    const { result, reason } = read.data;
    return result === 'rejected' ? { kind: result, reason: reason.replace(/\p{Cc}+/gu, ' '), failures: [] } : { kind: result };
  }
}

/** Whole or not at all, and once: a request that lies there is not written anew. */
async function layDown(folder: string, name: string, content: Uint8Array): Promise<void> {
  const draft = join(folder, `.${randomUUID()}.part`);
  const file = await open(draft, 'wx', 0o640);
  try {
    await file.writeFile(content);
    await file.sync();
    await link(draft, join(folder, name));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await file.close();
    await unlink(draft);
  }
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}

function jsonIn(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    // Not JSON is no answer.
    return undefined;
  }
}
