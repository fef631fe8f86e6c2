// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ApprovalDocument, approvalText, bareApprovalCode, type CaseView, type DeskView, type IdentificationRequest, type SessionView } from '@sportello/contracts';
import { createHash, createHmac, randomUUID } from 'node:crypto';

/** Nobody answers, or the server says that it cannot now: the page shows its strip and goes on by itself. */
export class Outage extends Error {
  override readonly name = 'Outage';
}

/** The page of one signed-in operator: each act has a key of its own, and a refusal changes nothing. */
export class Operator {
  private constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(address: string, { username, password }: { readonly username: string; readonly password: string }): Promise<Operator> {
    const response = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
    if (!response.ok) throw new Error(`no sign-in at the desk (${response.status})`);
    const { csrfToken } = (await response.json()) as SessionView;
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    return new Operator(address, cookie, csrfToken);
  }

  async desk(): Promise<DeskView> {
    return (await this.send('GET', '/api/desk')) as DeskView;
  }

  /** By the code that the station shows; false: refused. */
  async standAt(code: string): Promise<boolean> {
    return (await this.send('POST', '/api/session/station', { code })) !== undefined;
  }

  async case(id: string): Promise<CaseView> {
    return (await this.send('GET', `/api/cases/${id}`)) as CaseView;
  }

  /** Undefined: refused. */
  async open(insertionId: string): Promise<CaseView | undefined> {
    return (await this.send('POST', '/api/cases', { insertionId })) as CaseView | undefined;
  }

  /** Undefined: refused. */
  async act({ id }: Pick<CaseView, 'id'>, path: string, body: object): Promise<unknown> {
    return this.send('POST', `/api/cases/${id}/${path}`, body);
  }

  /** An act that is about no case. Undefined: refused. */
  async post(path: string, body: object): Promise<unknown> {
    return this.send('POST', path, body);
  }

  /** False: refused. */
  async askStationChange(view: CaseView, code: string): Promise<boolean> {
    const ticket = (await this.act(view, 'station-change/ticket', { revision: view.revision })) as ApprovalDocument | undefined;
    if (!ticket) return false;
    const request = { revision: view.revision, requestId: ticket.requestId, mac: macOf(ticket, code), reason: 'La postazione non c’è più' };
    return (await this.act(view, 'station-change', request)) !== undefined;
  }

  /** False: refused. */
  async confirmStationChange(view: CaseView, code: string): Promise<boolean> {
    const ticket = (await this.act(view, 'station-change/ticket', { revision: view.revision })) as ApprovalDocument | undefined;
    return ticket !== undefined && (await this.act(view, 'station-change/confirmation', { revision: view.revision, requestId: ticket.requestId, mac: macOf(ticket, code) })) !== undefined;
  }

  private async send(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const headers = { cookie: this.cookie, 'content-type': 'application/json', 'x-csrf-token': this.csrfToken, 'idempotency-key': randomUUID() };
    const response = await fetch(`${this.address}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }).catch((error: unknown) => {
      throw new Outage('nobody answers', { cause: error });
    });
    if (response.status >= 500) throw new Outage(`the server answers with ${response.status}`);
    return response.ok ? response.json() : undefined;
  }
}

/** What the page makes of an approval code. */
function macOf(document: ApprovalDocument, code: string): string {
  const key = createHash('sha256').update(bareApprovalCode(code)).digest();
  return createHmac('sha256', key).update(approvalText(document)).digest('base64url');
}

/** What an operator fills in for the holder that the chip names: a good document, and the same person on it. */
export function identificationOf({ revision, card }: CaseView): IdentificationRequest {
  const holder = card?.holder;
  if (!holder) throw new Error('nobody to identify: the card is not in the reader');
  return {
    revision,
    document: { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' },
    person: { surname: holder.surname, name: holder.name, birthDate: holder.birthDate, codiceFiscale: holder.codiceFiscale },
    accepted: [],
    isFaceConfirmed: true,
  };
}
