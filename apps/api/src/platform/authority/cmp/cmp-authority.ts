// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, type X509Certificate } from 'node:crypto';
import { exchange } from '../http-exchange';
import { subjectOf } from '../names';
import { type RevocationAnswer, RevocationAuthority, type RevocationRequest } from '../revocation-authority';
import type { SigningCredential } from '../signing-credential';
import type { PkiBody } from './cmp-messages';
import { judgeAnswer } from './judge-answer';
import { type MessageIds, protectedMessage } from './protected-message';
import { readVerdict } from './read-verdict';
import { pollBody, revocationBody } from './revocation-body';

export interface CmpAuthorityOptions {
  readonly url: string;
  readonly signer: SigningCredential;
  /** Whose signature is believed, and no other. */
  readonly authority: X509Certificate;
  readonly now: () => Date;
  readonly patienceMs?: number;
}

/** RFC 9811 §3.3. */
const PKIXCMP = 'application/pkixcmp';
const PATIENCE_MS = 10_000;
const MOST_BYTES = 256 * 1024;
const NONCE_BYTES = 16;

/** An authority that speaks CMP (RFC 4210, RFC 9810) over HTTP (RFC 9811). */
export class CmpAuthority extends RevocationAuthority {
  override readonly kind = 'cmp';

  constructor(private readonly options: CmpAuthorityOptions) {
    super();
  }

  override revoke(request: RevocationRequest): Promise<RevocationAnswer> {
    return this.ask(revocationBody(request), request);
  }

  override poll(request: RevocationRequest, ticket: string): Promise<RevocationAnswer> {
    return this.ask(pollBody(), request, Buffer.from(ticket, 'hex'));
  }

  private async ask(body: PkiBody, request: RevocationRequest, recipNonce?: Uint8Array): Promise<RevocationAnswer> {
    const { url, signer, authority, now, patienceMs = PATIENCE_MS } = this.options;
    const ids: MessageIds = { transactionId: Buffer.from(request.transactionId, 'hex'), senderNonce: randomBytes(NONCE_BYTES), ...(recipNonce?.length && { recipNonce }) };
    const message = await protectedMessage(body, { ids, recipient: subjectOf(authority), now: now() }, signer);
    const exchanged = await exchange({ url, patienceMs, mostBytes: MOST_BYTES, posted: { type: PKIXCMP, body: message }, answerType: PKIXCMP });
    if (exchanged.kind === 'silence') return exchanged;
    const judged = await judgeAnswer(exchanged.body, { ...ids, authority, now: now() });
    return judged.kind === 'believed' ? readVerdict(judged.body, request.certificate, judged.nonce) : judged;
  }
}
