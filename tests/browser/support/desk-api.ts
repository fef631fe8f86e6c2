// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApprovalsView, CaseView, DeskView, PrinterCondition, SessionView } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';

const IN_ORDER: readonly PrinterCondition[] = ['ready', 'printing', 'unknown'];

/** The desk's API with an operator's session: what the stories set up and clear away without the page. */
export class DeskApi {
  private constructor(
    private readonly address: string,
    /** `name=value`, as it travels. */
    readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(address: string, { username, password }: { readonly username: string; readonly password: string }): Promise<DeskApi> {
    const response = await fetch(new URL('/api/session', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`no sign-in at the desk (${String(response.status)})`);
    const { csrfToken } = (await response.json()) as SessionView;
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    return new DeskApi(address, cookie, csrfToken);
  }

  desk(): Promise<DeskView> {
    return this.send('GET', '/api/desk');
  }

  case(id: string): Promise<CaseView> {
    return this.send('GET', `/api/cases/${id}`);
  }

  /** An act on a case, as the page would send it. */
  act(id: string, path: string, body: object): Promise<CaseView> {
    return this.send('POST', `/api/cases/${id}/${path}`, body);
  }

  /** Whether the desk knows of an empty reader and of printers that are not in trouble. */
  async isTidy(): Promise<boolean> {
    const { cardInReader, station } = await this.desk();
    return cardInReader === null && station !== null && IN_ORDER.includes(station.envelopes) && IN_ORDER.includes(station.forms);
  }

  /** Brings every open case to an end, whatever it takes. */
  async endOpenCases(): Promise<void> {
    for (const { id } of (await this.desk()).openCases) await this.end(await this.send('GET', `/api/cases/${id}`));
  }

  /** A supervisor approves what waits for it, on their own page. */
  async approvedBy(address: string, supervisor: { readonly username: string; readonly password: string }): Promise<void> {
    const theirs = await DeskApi.signIn(address, supervisor);
    const { waiting } = await theirs.send<ApprovalsView>('GET', '/api/approvals');
    for (const { caseId } of waiting) {
      const { revision } = await theirs.send<CaseView>('GET', `/api/cases/${caseId}`);
      await theirs.send('POST', `/api/cases/${caseId}/approval/decision`, { revision, decision: 'approve', reason: null });
    }
  }

  private async end({ id, revision, acts, formNumber }: CaseView): Promise<void> {
    if (acts.includes('void-envelope')) await this.end(await this.send('POST', `/api/cases/${id}/envelope/void`, { revision, reason: 'sheet-damaged' }));
    else if (acts.includes('abandon')) await this.send('POST', `/api/cases/${id}/abandonment`, { revision });
    else if (acts.includes('scan')) await this.send('POST', `/api/cases/${id}/scans`, { text: formNumber });
  }

  private async send<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    const headers = { cookie: this.cookie, 'content-type': 'application/json', 'x-csrf-token': this.csrfToken, 'idempotency-key': randomUUID() };
    const response = await fetch(new URL(path, this.address), { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`the desk refused ${path} (${String(response.status)})`);
    return (await response.json()) as Answer;
  }
}
