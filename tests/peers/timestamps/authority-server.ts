// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpensslAuthority } from './openssl-authority';

export type Conduct = 'stamps' | 'stamps-another' | 'talks-garbage' | 'is-silent' | 'fails' | 'answers-the-one-before';

/** OpenSSL's authority behind HTTP (RFC 3161 §3.4), on loopback, which behaves as a test says. */
export class AuthorityServer {
  conduct: Conduct = 'stamps';
  readonly mediaTypes: (string | undefined)[] = [];
  private before: Buffer | undefined;

  private constructor(private readonly server: Server) {}

  static async start(authority: OpensslAuthority): Promise<AuthorityServer> {
    const server = createServer();
    const started = new AuthorityServer(server);
    server.on('request', (request, response) => void request.toArray().then((chunks: Buffer[]) => {
      started.mediaTypes.push(request.headers['content-type']);
      const answer = started.answer(authority, Buffer.concat(chunks));
      if (started.conduct === 'fails') response.writeHead(503);
      if (answer) response.end(answer);
    }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/tsa`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(authority: OpensslAuthority, request: Buffer): Buffer | undefined {
    if (this.conduct === 'is-silent') return undefined;
    if (this.conduct === 'talks-garbage') return Buffer.from('<html>Bad gateway</html>');
    if (this.conduct === 'answers-the-one-before') return this.before;
    // The digest's first byte follows the header of its OCTET STRING of 32 bytes.
    if (this.conduct === 'stamps-another') request[request.indexOf(Buffer.of(0x04, 0x20)) + 2]! ^= 1;
    return (this.before = authority.answer(request));
  }
}
