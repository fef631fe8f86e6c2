// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import type { DemoCa } from '@sportello/card-io/simulator';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRevocation } from './cmp-answer';
import { answerStatus } from './ocsp-answer';
import type { RevokedRegister } from './revoked-register';

export type AuthorityServer = { readonly port: number; close(): Promise<void> };

export type AuthorityOptions = {
  readonly port: number;
  readonly authority: DemoCa;
  /** Whose requests are heard, DER. */
  readonly clientDer: Uint8Array;
  readonly register: RevokedRegister;
  readonly now: () => Date;
  readonly heard?: (transactionId: string, serial: string) => void;
};

const mostBytes = 65_536;

/** The demo authority on loopback: CMP at `/cmp`, OCSP at `/ocsp`. It revokes whatever serial the client that it knows signs for. */
export const serveAuthority = async ({ port, authority, clientDer, register, now, heard }: AuthorityOptions): Promise<AuthorityServer> => {
  const key = createPrivateKey({ key: Buffer.from(authority.privateKeyDer), format: 'der', type: 'pkcs8' });
  const name = new Uint8Array(AsnConvert.serialize(AsnConvert.parse(authority.certificateDer, Certificate).tbsCertificate.subject));
  const client = new X509Certificate(clientDer).publicKey;
  const answers: Readonly<Record<string, { readonly type: string; readonly answer: (asked: Uint8Array) => Promise<Buffer | undefined> }>> = {
    '/cmp': { type: 'application/pkixcmp', answer: (asked) => answerRevocation(asked, { register, key, client, now, ...(heard && { heard }) }) },
    '/ocsp': { type: 'application/ocsp-response', answer: (asked) => Promise.resolve(answerStatus(asked, { register, key, name, now })) },
  };
  const server = createServer((request, response) => {
    const found = request.method === 'POST' ? answers[request.url ?? ''] : undefined;
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    bodyOf(request)
      .then((asked) => found.answer(asked))
      .then(
        (answer) => (answer ? response.writeHead(200, { 'content-type': found.type }).end(answer) : response.writeHead(403).end()),
        // Whatever the parser did not like.
        () => response.writeHead(400).end(),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) throw new RangeError('the question is too long');
    parts.push(part);
  }
  return Buffer.concat(parts);
};
