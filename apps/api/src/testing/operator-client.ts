// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, DeskView, IdentificationRequest, OpenCaseRequest, SessionView } from '@sportello/contracts';
import { CSRF_HEADER, IDEMPOTENCY_KEY_HEADER } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import supertest, { type Response } from 'supertest';
import { SseClient } from './sse-client';

/** The page of one signed-in operator. */
export class OperatorClient {
  private constructor(
    private readonly url: string,
    readonly cookie: string,
    readonly session: SessionView,
  ) {}

  static async signIn(url: string, username: string, password: string): Promise<OperatorClient> {
    const response = await supertest(url).post('/api/session').send({ username, password }).expect(200);
    const cookie = response.get('set-cookie')?.[0]?.split(';')[0] ?? '';
    return new OperatorClient(url, cookie, response.body as SessionView);
  }

  get(path: string) {
    return supertest(this.url).get(path).set('cookie', this.cookie);
  }

  /** An act: with the token against forged requests and a key of its own. */
  post(path: string, body: object | undefined, key: string = randomUUID()) {
    return supertest(this.url).post(path).set('cookie', this.cookie).set(CSRF_HEADER, this.session.csrfToken).set(IDEMPOTENCY_KEY_HEADER, key).send(body);
  }

  /** An act whose body is bytes. */
  postBytes(path: string, bytes: Uint8Array, key: string = randomUUID()) {
    return this.post(path, undefined, key).type('application/octet-stream').send(Buffer.from(bytes));
  }

  events(): Promise<SseClient> {
    return SseClient.open(`${this.url}/api/desk/events`, { cookie: this.cookie });
  }

  /** Of whoever sees no desk. */
  sessionEvents(): Promise<SseClient> {
    return SseClient.open(`${this.url}/api/session/events`, { cookie: this.cookie });
  }

  async desk(): Promise<DeskView> {
    return (await this.get('/api/desk').expect(200)).body as DeskView;
  }

  async case(id: string): Promise<CaseView> {
    return (await this.get(`/api/cases/${id}`).expect(200)).body as CaseView;
  }

  /** Opens the case of the card that the desk shows. */
  async open(insertionId: string, wish: Partial<Omit<OpenCaseRequest, 'insertionId'>> = {}): Promise<CaseView> {
    const response = await this.post('/api/cases', { insertionId, ...wish });
    if (response.status !== 201 && response.status !== 200) throw new Error(`not opened: ${response.text}`);
    return response.body as CaseView;
  }

  /** An act on a case that has to be accepted. */
  async act(view: Pick<CaseView, 'id' | 'revision'>, path: string, body: object = {}): Promise<CaseView> {
    const response = await this.post(`/api/cases/${view.id}/${path}`, { revision: view.revision, ...body });
    if (response.status !== 200) throw new Error(`${path} was refused: ${response.text}`);
    return response.body as CaseView;
  }

  /** A scan that has to be accepted. */
  async scan(view: Pick<CaseView, 'id'>, text: string): Promise<CaseView> {
    const response = await this.post(`/api/cases/${view.id}/scans`, { text });
    if (response.status !== 200) throw new Error(`the scan was refused: ${response.text}`);
    return response.body as CaseView;
  }

  identify(view: CaseView, wish: Partial<Omit<IdentificationRequest, 'revision'>> = {}): Promise<CaseView> {
    return this.act(view, 'identification', identification(view, wish));
  }
}

/** What an operator fills in for the holder that the chip names: a good document, and the same person on it. */
export function identification(view: Pick<CaseView, 'revision' | 'card'>, wish: Partial<Omit<IdentificationRequest, 'revision'>> = {}): IdentificationRequest {
  const holder = view.card?.holder;
  if (!holder) throw new Error('nobody to identify: the card is not in the reader');
  return {
    revision: view.revision,
    document: { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' },
    person: { surname: holder.surname, name: holder.name, birthDate: holder.birthDate, codiceFiscale: holder.codiceFiscale },
    accepted: [],
    isFaceConfirmed: true,
    ...wish,
  };
}

export function codeOf(response: Response): string {
  return (response.body as { readonly code: string }).code;
}
