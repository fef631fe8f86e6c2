// SPDX-License-Identifier: AGPL-3.0-or-later
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { decodeMessage } from '../codec/decode';
import type { IppMessage } from '../codec/message';
import { systemCodeOf } from './system-code';
import type { IppFault } from './fault';
import type { PrinterAddress } from './printer-address';

/** No answer of a printer is larger; a document never comes back. */
const largestAnswer = 1 << 20;

export type Answered = { readonly kind: 'answered'; readonly message: IppMessage };

/**
 * One request and its answer over a standing connection, which it closes (RFC 8010 §4: POST, application/ipp). The document is written from the caller's memory,
 * not copied into the message.
 */
export const exchange = async (
  { socket, address, timeoutMs }: { readonly socket: Socket; readonly address: PrinterAddress; readonly timeoutMs: number },
  message: Uint8Array,
  document: Uint8Array = new Uint8Array(),
): Promise<Answered | IppFault> => {
  // The connection may have ended while nobody was looking; Node would wait for it for ever.
  if (socket.destroyed) return { kind: 'unreachable', code: 'ECONNRESET' };
  const post = request({
    createConnection: () => socket,
    method: 'POST',
    host: address.host,
    port: address.port,
    path: address.path,
    headers: { 'content-type': 'application/ipp', 'content-length': message.length + document.length, connection: 'close' },
  });
  try {
    const answer = responseTo(post);
    socket.setTimeout(timeoutMs, () => post.destroy(new Silence()));
    post.write(message);
    post.end(document);
    return await readAnswer(await answer);
  } catch (error) {
    return faultOf(error);
  } finally {
    post.destroy();
  }
};

/** The printer was silent for too long; thrown through Node's stream machinery and caught above. */
class Silence extends Error {}
class TooLarge extends Error {}

const responseTo = (post: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    post.once('response', resolve);
    // Stays: a printer that refuses early closes while the document is still being written, after its answer.
    post.on('error', reject);
  });

const readAnswer = async (response: IncomingMessage): Promise<Answered | IppFault> => {
  if (response.statusCode === 401 || response.statusCode === 403) return { kind: 'access-denied' };
  if (response.statusCode !== 200) return { kind: 'protocol', detail: `HTTP status ${response.statusCode}` };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestAnswer) throw new TooLarge();
    chunks.push(chunk);
  }
  const decoded = decodeMessage(Buffer.concat(chunks));
  return decoded.kind === 'message' ? { kind: 'answered', message: decoded.message } : { kind: 'protocol', detail: `not IPP: ${decoded.why} at ${decoded.at}` };
};

const faultOf = (error: unknown): IppFault => {
  if (error instanceof Silence) return { kind: 'timeout' };
  if (error instanceof TooLarge) return { kind: 'protocol', detail: 'an answer larger than 1 MiB' };
  const code = systemCodeOf(error);
  if (code === undefined) throw error;
  // llhttp's own codes: what answered does not speak HTTP.
  return code.startsWith('HPE_') ? { kind: 'protocol', detail: 'not HTTP' } : { kind: 'unreachable', code };
};
