// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the API’s adapters before a real authority: no package */
import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateIdOf } from '../../../apps/api/src/platform/revocation/certificate-id-of';
import type { CertificateId } from '../../../apps/api/src/platform/authority/certificate-id';
import type { SigningCredential } from '../../../apps/api/src/platform/authority/signing-credential';
import { openssl } from '../timestamps/openssl-authority';

const CONFIGURATION = `
[req]
distinguished_name = name
prompt = no
[name]
CN = not used
[ca]
default_ca = cittadini
[cittadini]
new_certs_dir = .
database = index.txt
serial = serial
crlnumber = crlnumber
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_days = 30
default_crl_days = 1
policy = anything
copy_extensions = none
[anything]
commonName = supplied
[root]
basicConstraints = critical,CA:TRUE
subjectKeyIdentifier = hash
keyUsage = critical,keyCertSign,cRLSign,digitalSignature
[card]
extendedKeyUsage = clientAuth
[signer]
keyUsage = critical,digitalSignature
subjectKeyIdentifier = hash
[only_ca]
issuingDistributionPoint = critical,@point
[point]
onlyCA = TRUE
[ocsp]
extendedKeyUsage = OCSPSigning
`;

export type Section = 'card' | 'signer' | 'ocsp';

/** OpenSSL's small certification authority (`openssl ca`), in a folder. */
export class OpensslCa {
  readonly certificate: X509Certificate;

  constructor(readonly folder: string, name = 'Regione di prova - CA Cittadini') {
    writeFileSync(this.path('ca.cnf'), CONFIGURATION);
    writeFileSync(this.path('index.txt'), '');
    // Eight bytes, the first of which needs a zero before it: as serials are.
    writeFileSync(this.path('serial'), 'C0FFEE0000000001');
    writeFileSync(this.path('crlnumber'), '01');
    this.run('req', '-x509', '-utf8', '-config', 'ca.cnf', '-extensions', 'root', '-subj', `/C=IT/O=Prova/CN=${name}`, ...keyOf('rsa'), '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30');
    this.certificate = this.certificateOf('ca');
  }

  /** A certificate, in `NAME.pem` and `NAME.key`. */
  issue(name: string, section: Section, kind: 'rsa' | 'ec' = 'ec', dates: readonly string[] = []): X509Certificate {
    this.run('req', '-new', '-utf8', '-config', 'ca.cnf', '-subj', `/CN=${name}`, ...keyOf(kind), '-keyout', `${name}.key`, '-out', `${name}.csr`);
    this.run('ca', '-batch', '-notext', '-config', 'ca.cnf', '-extensions', section, '-in', `${name}.csr`, '-out', `${name}.pem`, ...dates);
    return this.certificateOf(name);
  }

  credential(name: string): SigningCredential {
    return { key: createPrivateKey(readFileSync(this.path(`${name}.key`))), certificate: this.certificateOf(name), chain: [] };
  }

  revoke(name: string, reason = 'keyCompromise'): void {
    this.run('ca', '-config', 'ca.cnf', '-revoke', `${name}.pem`, '-crl_reason', reason);
  }

  /** The list of those revoked, DER. */
  crl(...options: readonly string[]): Buffer {
    this.run('ca', '-gencrl', '-config', 'ca.cnf', '-out', 'crl.pem', ...options);
    this.run('crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der');
    return readFileSync(this.path('crl.der'));
  }

  certificateOf(name: string): X509Certificate {
    return new X509Certificate(readFileSync(this.path(`${name}.pem`)));
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  run(...args: readonly string[]): string {
    return execFileSync(openssl, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  }
}

export const idOf = (certificate: X509Certificate): CertificateId => certificateIdOf(certificate.raw);

const keyOf = (kind: 'rsa' | 'ec'): readonly string[] => ['-newkey', ...(kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']), '-nodes'];
