// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Approval, approvalsPathOf, RewrapRequest, SIGNATURE_PURPOSES, type SignedVaultAnswer, VAULT_REWRAPS_PATH } from '@sportello/contracts';
import { type JsonValue, signDocument, type SigningKey } from '@sportello/seal';
import { errorCode } from '../process/error-code';
import type { Log } from '../process/logger';
import type { Refused, VaultDesk } from '../rewrap/vault-desk';
import type { VaultLog } from '../log/vault-log';
import type { Limits } from '../rewrap/limits';
import type { CallerCheck } from './caller-check';
import { readBody } from './read-body';

export interface VaultServerPorts {
  readonly desk: VaultDesk;
  readonly caller: CallerCheck;
  readonly signing: SigningKey;
  readonly auditLog: Pick<VaultLog, 'append'>;
  readonly limits: Pick<Limits, 'strangers'>;
  readonly now: () => Date;
  readonly log: Log;
}

const APPROVALS = /^\/rewraps\/([0-9a-f-]{36})\/approvals$/;
const STATUS = { 'invalid-request': 400, 'caller-unknown': 401, replayed: 401, 'too-many-requests': 429 } as const;

/** Two routes, for one caller. Every answer is signed over the nonce of its request: nobody in between answers for the vault. */
export function createVaultServer(ports: VaultServerPorts): Server {
  const server = createServer((request, response) => {
    answer(request, ports)
      .then((told) => send(response, ports.signing, told))
      .catch((error: unknown) => {
        ports.log('error', 'a request could not be answered', { because: errorCode(error) });
        response.writeHead(500).end();
      });
  });
  server.requestTimeout = 10_000;
  return server;
}

interface Told {
  readonly status: number;
  readonly nonce: string;
  readonly answer: object;
}

async function answer(request: IncomingMessage, { desk, caller, auditLog, limits: { strangers }, now, log }: VaultServerPorts): Promise<Told> {
  const body = await readBody(request);
  const { method = '', url: path = '', headers } = request;
  if (body === undefined) return told('', { refused: 'invalid-request' });
  const checked = await caller.check({ method, path, headers, body });
  if (checked.kind !== 'api') {
    log('warn', 'a caller was refused', { because: checked.kind });
    if (!strangers.isReached(now())) {
      strangers.count(now());
      await auditLog.append('refused', { because: checked.kind });
    }
    return told('', { refused: checked.kind });
  }
  const routed = route(method, path, jsonIn(body), desk);
  if (routed !== undefined) return told(checked.nonce, await routed);
  await auditLog.append('refused', { because: 'invalid-request' });
  return told(checked.nonce, { refused: 'invalid-request' } satisfies Refused);
}

/** Undefined: there is no such route, or what came is not of its shape. */
function route(method: string, path: string, body: unknown, desk: VaultDesk): Promise<object> | undefined {
  const requestId = APPROVALS.exec(path)?.[1];
  if (method === 'POST' && path === VAULT_REWRAPS_PATH) {
    const request = RewrapRequest.safeParse(body);
    if (request.success) return desk.ask(request.data);
  }
  if (method === 'POST' && requestId !== undefined && path === approvalsPathOf(requestId)) {
    const approval = Approval.safeParse(body);
    if (approval.success) return desk.approve(requestId, approval.data);
  }
  return undefined;
}

function told(nonce: string, answer: object): Told {
  const status = 'refused' in answer ? (STATUS[answer.refused as keyof typeof STATUS] ?? 409) : 200;
  return { status, nonce, answer };
}

async function send(response: ServerResponse, key: SigningKey, { status, nonce: inReplyTo, answer }: Told): Promise<void> {
  const signature = await signDocument({ inReplyTo, answer: answer as JsonValue }, { purpose: SIGNATURE_PURPOSES.vaultAnswer, key });
  const signed: SignedVaultAnswer = { inReplyTo, answer, signature };
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(signed));
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Not JSON is not of the agreed shape, which is all that the caller is told.
    return undefined;
  }
}
