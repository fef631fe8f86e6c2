// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Told {
  readonly status?: number;
  readonly type?: string;
  readonly body: Uint8Array;
}

/** What becomes of one question: another answer, or none ('drop': the connection is cut; 'hang': nothing comes). */
export type Fate = (question: Buffer, ask: (question: Uint8Array) => Promise<Buffer>) => Promise<Told | 'drop' | 'hang'>;

/** Somebody in the middle of the road to a server, who passes on, alters, keeps or invents. */
export class Between {
  readonly questions: Buffer[] = [];
  readonly answers: Buffer[] = [];
  private readonly fates: Fate[] = [];

  private constructor(private readonly server: Server, public target: string, readonly type: string) {}

  static async start(target: string, type: string): Promise<Between> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const between = new Between(server, target, type);
    server.on('request', (request, response) => {
      void (async () => {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part as Buffer);
        const question = Buffer.concat(parts);
        between.questions.push(question);
        const fate: Fate = between.fates.shift() ?? (async (asked, ask) => ({ body: await ask(asked) }));
        const told = await fate(question, (asked) => between.ask(asked, request.method ?? 'POST', request.headers['content-type'])).catch(() => 'drop' as const);
        if (told === 'drop') request.socket.destroy();
        else if (told !== 'hang') response.writeHead(told.status ?? 200, { 'content-type': told.type ?? type }).end(told.body);
      })();
    });
    return between;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** What becomes of the next questions, one each; then all is passed on. */
  next(...fates: readonly Fate[]): void {
    this.fates.push(...fates);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async ask(question: Uint8Array, method: string, type = this.type): Promise<Buffer> {
    const response = await fetch(this.target, { method, headers: { connection: 'close', ...(method === 'POST' && { 'content-type': type }) }, ...(method === 'POST' && { body: Uint8Array.from(question) }) });
    const answer = Buffer.from(await response.arrayBuffer());
    this.answers.push(answer);
    return answer;
  }
}
