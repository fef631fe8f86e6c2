// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  ApprovalsView,
  CallView,
  CaseView,
  CSRF_HEADER,
  DeskView,
  IDEMPOTENCY_KEY_HEADER,
  PaperOrderView,
  Problem,
  RevocationReceipt,
  RevocationView,
  SESSION_COOKIE,
  SessionView,
  type CloseCallRequest,
  type IdentificationRequest,
  type IdentifyByCipRequest,
  type OpenCaseRequest,
  type RecordRevocationRequest,
  type WriteCallRequest,
} from '@sportello/contracts';
import type { Declaration } from '@sportello/domain';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { HintStream } from './hint-stream';
import { RefusedByDesk } from './refused-by-desk';
import { StoryBroken } from './story-broken';

/** An operator at the public API, as the desk's page is one: session cookie, CSRF token, an idempotency key for each act. */
export class DeskClient {
  private constructor(
    private readonly address: URL,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(address: URL, username: string, password: string): Promise<DeskClient> {
    const response = await send(new URL('/api/session', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [IDEMPOTENCY_KEY_HEADER]: randomUUID() },
      body: JSON.stringify({ username, password }),
    });
    const session = await parsed(response, SessionView, 'The sign-in');
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith(`${SESSION_COOKIE}=`))?.split(';')[0];
    if (cookie === undefined) throw new StoryBroken('The sign-in set no session cookie.');
    return new DeskClient(address, cookie, session.csrfToken);
  }

  hints(): Promise<HintStream> {
    return HintStream.open('The desk', new URL('/api/desk/events', this.address), { cookie: this.cookie });
  }

  /** For whoever sees no desk. */
  sessionHints(): Promise<HintStream> {
    return HintStream.open('The session', new URL('/api/session/events', this.address), { cookie: this.cookie });
  }

  desk(): Promise<DeskView> {
    return this.read('/api/desk', DeskView, 'The desk');
  }

  case(id: string): Promise<CaseView> {
    return this.read(`/api/cases/${id}`, CaseView, 'The case');
  }

  openCase(insertionId: string, wish: Omit<OpenCaseRequest, 'insertionId'> = {}): Promise<CaseView> {
    return this.act('/api/cases', { insertionId, ...wish }, 'Opening the case');
  }

  /** A supervisor's answer to a case that waits for one; it shows what is left to answer. */
  async approve(caseId: string, revision: number): Promise<ApprovalsView> {
    return this.post(`/api/cases/${caseId}/approval/decision`, { revision, decision: 'approve', reason: null }, ApprovalsView, 'The approval');
  }

  /** A declaration, on paper to sign. */
  printDeclaration(caseId: string, declaration: Declaration): Promise<PaperOrderView> {
    return this.post(`/api/cases/${caseId}/papers`, { paper: 'self-declaration', language: 'it', declaration, signing: 'own-hand' }, PaperOrderView, 'The declaration');
  }

  identify(caseId: string, request: IdentificationRequest): Promise<CaseView> {
    return this.act(`/api/cases/${caseId}/identification`, request, 'The identification');
  }

  scan(caseId: string, text: string): Promise<CaseView> {
    return this.act(`/api/cases/${caseId}/scans`, { text }, 'The scan');
  }

  openCall(): Promise<CallView> {
    return this.post('/api/calls', { channel: 'phone', callerNumber: null }, CallView, 'The call');
  }

  call(id: string): Promise<CallView> {
    return this.read(`/api/calls/${id}`, CallView, 'The call');
  }

  writeCall(callId: string, request: WriteCallRequest): Promise<CallView> {
    return this.post(`/api/calls/${callId}/changes`, request, CallView, 'What the call is about');
  }

  identifyCaller(callId: string, request: IdentifyByCipRequest): Promise<CallView> {
    return this.post(`/api/calls/${callId}/identification`, request, CallView, 'The identification by CIP');
  }

  closeCall(callId: string, request: CloseCallRequest): Promise<CallView> {
    return this.post(`/api/calls/${callId}/closing`, request, CallView, 'Closing the call');
  }

  recordRevocation(request: RecordRevocationRequest): Promise<RevocationReceipt> {
    return this.post('/api/revocations', request, RevocationReceipt, 'The request for revocation');
  }

  revocation(id: string): Promise<RevocationView> {
    return this.read(`/api/revocations/${id}`, RevocationView, 'The request');
  }

  private async read<Schema extends z.ZodType>(path: string, schema: Schema, what: string): Promise<z.output<Schema>> {
    return parsed(await send(new URL(path, this.address), { headers: { cookie: this.cookie } }), schema, what);
  }

  private act(path: string, body: unknown, what: string): Promise<CaseView> {
    return this.post(path, body, CaseView, what);
  }

  private async post<Schema extends z.ZodType>(path: string, body: unknown, schema: Schema, what: string): Promise<z.output<Schema>> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie, [CSRF_HEADER]: this.csrfToken, [IDEMPOTENCY_KEY_HEADER]: randomUUID() };
    return parsed(await send(new URL(path, this.address), { method: 'POST', headers, body: JSON.stringify(body) }), schema, what);
  }
}

const send = async (address: URL, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init);
  } catch (error) {
    throw new StoryBroken(`Nobody answers at ${address.origin}.`, { cause: error });
  }
};

const parsed = async <Schema extends z.ZodType>(response: Response, schema: Schema, what: string): Promise<z.output<Schema>> => {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    throw problem.success ? new RefusedByDesk(what, problem.data.code) : new StoryBroken(`${what} was refused: HTTP ${response.status}.`);
  }
  const read = schema.safeParse(body);
  if (!read.success) throw new StoryBroken(`${what} was answered out of contract: ${z.prettifyError(read.error)}`);
  return read.data;
};
