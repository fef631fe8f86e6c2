// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CmpAuthority } from '../platform/authority/cmp/cmp-authority';
import { FileAuthority } from '../platform/authority/files/file-authority';
import { NO_AUTHORITY, type RevocationAuthority } from '../platform/authority/revocation-authority';
import type { SigningCredential } from '../platform/authority/signing-credential';
import { type CertificateStatus, NO_STATUS } from '../platform/authority/status/certificate-status';
import { CrlStatus } from '../platform/authority/status/crl-status';
import { OcspStatus } from '../platform/authority/status/ocsp-status';
import { RememberedStatus } from '../platform/authority/status/remembered-status';
import { StartRefused } from './environment';
import type { ServeEnvironment } from './settings';

type AuthorityVariables = Pick<
  ServeEnvironment,
  'AUTHORITY_KIND' | 'AUTHORITY_CMP_URL' | 'AUTHORITY_REQUESTS_DIR' | 'AUTHORITY_ANSWERS_DIR' | 'AUTHORITY_CLIENT_KEY_FILE' | 'AUTHORITY_CLIENT_CERTIFICATE_FILE' | 'AUTHORITY_CERTIFICATE_FILE'
>;
type StatusVariables = Pick<ServeEnvironment, 'OCSP_URL' | 'OCSP_HASH' | 'CRL_URL' | 'CARD_ISSUER_CERTIFICATE_FILE'>;

/**
 * Whoever revokes; nobody is asked yet.
 *
 * @throws StartRefused when it is told in part, or a file holds nothing of use.
 */
export async function openRevocationAuthority(variables: AuthorityVariables): Promise<RevocationAuthority> {
  const { AUTHORITY_KIND: kind } = variables;
  if (kind === 'none') return NO_AUTHORITY;
  const need = (name: Exclude<keyof AuthorityVariables, 'AUTHORITY_KIND'>): string => told(variables, name, `AUTHORITY_KIND=${kind}`);
  const [[authority], signer] = await Promise.all([certificatesIn(need('AUTHORITY_CERTIFICATE_FILE'), 'AUTHORITY_CERTIFICATE_FILE'), credentialIn(need('AUTHORITY_CLIENT_KEY_FILE'), need('AUTHORITY_CLIENT_CERTIFICATE_FILE'))]);
  if (kind === 'cmp') return new CmpAuthority({ url: need('AUTHORITY_CMP_URL'), signer, authority, now: () => new Date() });
  return new FileAuthority({ requests: need('AUTHORITY_REQUESTS_DIR'), answers: need('AUTHORITY_ANSWERS_DIR'), signer, authority });
}

/**
 * Whoever says whether a certificate is revoked: OCSP first, then the list. Each certificate in the file is one issuer.
 *
 * @throws StartRefused when it is told in part, or the file holds no certificate.
 */
export async function openCertificateStatus(variables: StatusVariables): Promise<CertificateStatus> {
  const { OCSP_URL: ocsp, OCSP_HASH: certIdHash, CRL_URL: crl } = variables;
  const now = (): Date => new Date();
  if (ocsp === undefined && crl === undefined) return NO_STATUS;
  const issuers = await certificatesIn(told(variables, 'CARD_ISSUER_CERTIFICATE_FILE', ocsp === undefined ? 'CRL_URL' : 'OCSP_URL'), 'CARD_ISSUER_CERTIFICATE_FILE');
  const ways = issuers.flatMap((issuer) => [
    ...(ocsp === undefined ? [] : [new OcspStatus({ url: ocsp, issuer, certIdHash, now })]),
    ...(crl === undefined ? [] : [new CrlStatus({ url: crl, issuer, now })]),
  ]);
  return new RememberedStatus(ways, { now });
}

function told<Name extends string>(variables: { readonly [Key in Name]: string | undefined }, name: Name, by: string): string {
  const value = variables[name];
  if (value === undefined) throw new StartRefused(`The configuration is not right: ${name} is missing, and ${by} needs it.`);
  return value;
}

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

async function certificatesIn(file: string, name: string): Promise<readonly [X509Certificate, ...X509Certificate[]]> {
  const blocks = (await textOf(file, name)).match(PEM_BLOCK) ?? [];
  try {
    const [first, ...more] = blocks.map((pem) => new X509Certificate(pem));
    if (first) return [first, ...more];
  } catch {
    // OpenSSL's own words would add nothing for who has to mend the file.
  }
  throw new StartRefused(`${name} names a file without a certificate that can be read (PEM).`);
}

/** RSA or P-256, and the key of that very certificate. */
async function credentialIn(keyFile: string, certificateFile: string): Promise<SigningCredential> {
  const [certificate, ...chain] = await certificatesIn(certificateFile, 'AUTHORITY_CLIENT_CERTIFICATE_FILE');
  const key = keyIn(await textOf(keyFile, 'AUTHORITY_CLIENT_KEY_FILE'));
  if (!certificate.checkPrivateKey(key)) throw new StartRefused('AUTHORITY_CLIENT_KEY_FILE names a key that is not the one of the first certificate in AUTHORITY_CLIENT_CERTIFICATE_FILE.');
  return { key, certificate, chain };
}

function keyIn(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'ec') return key;
  } catch {
    // Node's own words may quote the file.
  }
  throw new StartRefused('AUTHORITY_CLIENT_KEY_FILE names a file without a private key of RSA or P-256 (PKCS #8, PEM).');
}

async function textOf(file: string, name: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new StartRefused(`${name} names a file that cannot be read.`);
  return text;
}
