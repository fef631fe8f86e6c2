// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const openssl = '/usr/bin/openssl';

/** A suite that needs OpenSSL; where it is not installed it is shown as skipped, with what to install. */
export const describeWithOpenssl = (title: string, suite: () => void): void => {
  if (existsSync(openssl)) describe(title, suite);
  else describe.skip(`${title} (not run: install openssl)`, suite);
};

const CONFIGURATION = `
[req]
distinguished_name = name
prompt = no
[name]
CN = Autorità di prova
[tsa]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping
[not-critical]
extendedKeyUsage = timeStamping
[two-purposes]
extendedKeyUsage = critical,timeStamping,emailProtection
[stamps]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
`;

/** OpenSSL's own time-stamping authority, in a folder. */
export class OpensslAuthority {
  readonly certificate: string;

  constructor(private readonly folder: string, { key, section = 'tsa' }: { readonly key: readonly string[]; readonly section?: string }) {
    writeFileSync(join(folder, 'tsa.cnf'), CONFIGURATION);
    writeFileSync(join(folder, 'serial'), '01');
    this.run('req', '-x509', '-utf8', '-config', 'tsa.cnf', '-extensions', section, '-newkey', ...key, '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.pem', '-days', '30');
    this.certificate = readFileSync(join(folder, 'tsa.pem'), 'utf8');
  }

  /** The TimeStampResp to a TimeStampReq, both DER. */
  answer(request: Uint8Array): Buffer {
    writeFileSync(join(this.folder, 'request.tsq'), request);
    this.run('ts', '-reply', '-config', 'tsa.cnf', '-section', 'stamps', '-queryfile', 'request.tsq', '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', 'response.tsr');
    return readFileSync(join(this.folder, 'response.tsr'));
  }

  /** What OpenSSL reads in a request. */
  textOf(request: Uint8Array): string {
    writeFileSync(join(this.folder, 'request.tsq'), request);
    return this.run('ts', '-query', '-in', 'request.tsq', '-text');
  }

  /** OpenSSL's own verdict on a token that we kept, over the SHA-256 in hex. */
  verifies(token: Uint8Array, digest: string): boolean {
    writeFileSync(join(this.folder, 'token.der'), token);
    return this.run('ts', '-verify', '-digest', digest, '-in', 'token.der', '-token_in', '-CAfile', 'tsa.pem').includes('Verification: OK');
  }

  private run(...args: readonly string[]): string {
    return execFileSync(openssl, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  }
}
