// SPDX-License-Identifier: AGPL-3.0-or-later
import { CSRF_HEADER, IDEMPOTENCY_KEY_HEADER, type RecordRevocationRequest, type RevocationReceipt } from '@sportello/contracts';
import { effectsToRead } from '@sportello/domain';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
/* eslint-disable-next-line @nx/enforce-module-boundaries -- an operator's page in the API's tests: no package */
import { OperatorClient } from '../../../apps/api/src/testing/operator-client';
import type { Citizen } from './citizens';

/** What a desk was told when somebody's request was recorded. */
export type Recorded = { readonly kind: 'recorded'; readonly number: string; readonly ms: number; readonly tries: number } | { readonly kind: 'refused'; readonly because: string };

const PASSWORD = 'una parola lunga';
const DESKS = ['MS-1', 'MS-2', 'CA-1', 'CA-2', 'AU-1', 'AU-2', 'PO-1', 'PO-2'];
const BODY = 'Azienda sanitaria di esempio';

/** A body with its desks, and an operator at each. */
export const SET_UP = {
  bodies: [{ name: BODY, kind: 'asl' }],
  desks: DESKS.map((code) => ({ code, name: `Sportello ${code}`, place: 'Massa', body: BODY, kind: 'asl' })),
  operators: DESKS.map((desk) => ({ username: desk.toLowerCase(), password: PASSWORD, displayName: `Banco ${desk}`, roles: ['operator'], desk })),
};

/** After an answer that tells nothing of the request, the page offers to send it again. */
const AGAIN_MS = 1_000;
const MOST_TRIES = 30;

/** Operators before whom citizens stand with their documents: each at their own page, which one of the copies of the API serves. */
export class Desks {
  private constructor(private readonly pages: readonly { readonly url: string; readonly operator: OperatorClient }[]) {}

  static async open(urls: readonly string[]): Promise<Desks> {
    return new Desks(
      await Promise.all(
        SET_UP.operators.map(async ({ username }, index) => {
          const url = urls[index % urls.length] ?? '';
          return { url, operator: await OperatorClient.signIn(url, username, PASSWORD) };
        }),
      ),
    );
  }

  get someOperator(): string {
    return this.pages[0]?.operator.session.operator.id ?? '';
  }

  /** `isSentTwice`: the page sends the same again, as it does when it heard no answer; both have to be told the same number. */
  async record(index: number, citizen: Citizen, isSentTwice: boolean): Promise<Recorded> {
    const begun = performance.now();
    const key = randomUUID();
    const body = JSON.stringify(lossOf(citizen));
    const [first, second = first] = await Promise.all(Array.from({ length: isSentTwice ? 2 : 1 }, () => this.untilTold(index, body, key)));
    const ms = performance.now() - begun;
    for (const answer of [first, second]) {
      if (answer?.status !== 201) return { kind: 'refused', because: (answer?.body as { readonly code?: string } | undefined)?.code ?? `http-${answer?.status}` };
    }
    const [number, other] = [first, second].map((answer) => (answer?.body as RevocationReceipt).number);
    return number !== undefined && number === other ? { kind: 'recorded', number, ms, tries: first?.tries ?? 1 } : { kind: 'refused', because: 'two-numbers-for-one-act' };
  }

  private async untilTold(index: number, body: string, key: string): Promise<{ readonly status: number; readonly body: unknown; readonly tries: number }> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.send(index, body, key);
      if (answer.status < 500 || tries === MOST_TRIES) return { ...answer, tries };
      await setTimeout(AGAIN_MS);
    }
  }

  private async send(index: number, body: string, key: string): Promise<{ readonly status: number; readonly body: unknown }> {
    const page = this.pages[index % this.pages.length];
    if (!page) throw new Error('no desk is open');
    const { url, operator } = page;
    const headers = { 'content-type': 'application/json', cookie: operator.cookie, [CSRF_HEADER]: operator.session.csrfToken, [IDEMPOTENCY_KEY_HEADER]: key };
    const answer = await fetch(`${url}/api/revocations`, { method: 'POST', headers, body });
    return { status: answer.status, body: await answer.json() };
  }
}

function lossOf({ idCarta, surname, name, birthDate, codiceFiscale }: Citizen): RecordRevocationRequest {
  return {
    act: 'revocation',
    reason: 'loss',
    asker: 'holder',
    caseKind: null,
    identified: {
      by: 'document',
      document: { type: 'cie', number: 'CA12345AB', issuer: 'Comune di Massa', issuedOn: '2020-03-05', expiresOn: '2030-01-01', source: 'typed' },
      person: { surname, name, birthDate, codiceFiscale },
      isFaceConfirmed: true,
      papers: [],
      declarations: [],
      decree: null,
      delegation: null,
    },
    idCarta,
    happenedAt: new Date().toISOString(),
    proof: { kind: 'self-declaration', isSigned: true },
    confirmedEffects: [...effectsToRead('revocation', 'loss', false)],
    notes: null,
  };
}
