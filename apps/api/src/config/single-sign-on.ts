// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CALLBACK_PATH, SIGNED_OUT_PATH } from '../platform/single-sign-on/addresses';
import { type IdentityProvider, NO_PROVIDER } from '../platform/single-sign-on/identity-provider';
import { OpenIdProvider, type OpenIdProviderOptions } from '../platform/single-sign-on/openid-provider';
import { StartRefused } from './environment';
import type { ServeEnvironment } from './settings';

type Variables = Pick<ServeEnvironment, 'PUBLIC_ORIGIN' | 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET_FILE' | 'OIDC_CLIENT_KEY_FILE' | 'OIDC_NAME'>;

/**
 * The provider of single sign-on; nobody asks it yet.
 *
 * @throws StartRefused when it is told in part, or its file holds nothing of use.
 */
export async function openIdentityProvider(variables: Variables): Promise<IdentityProvider> {
  const { PUBLIC_ORIGIN: origin, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: secretFile, OIDC_CLIENT_KEY_FILE: keyFile, OIDC_NAME: name } = variables;
  if ([issuer, clientId, secretFile, keyFile, name].every((said) => said === undefined)) return NO_PROVIDER;
  const file = secretFile ?? keyFile;
  if (issuer === undefined || clientId === undefined || file === undefined || (secretFile !== undefined && keyFile !== undefined)) {
    throw new StartRefused('The configuration is not right: single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and one of OIDC_CLIENT_SECRET_FILE and OIDC_CLIENT_KEY_FILE, or none of them.');
  }
  const authentication = secretFile === undefined ? await keyIn(file) : await secretIn(file);
  return new OpenIdProvider({ issuer: new URL(issuer), clientId, authentication, name: name ?? null, redirectUri: `${origin}${CALLBACK_PATH}`, signedOutUri: `${origin}${SIGNED_OUT_PATH}`, now: () => new Date() });
}

type Authentication = OpenIdProviderOptions['authentication'];

async function secretIn(file: string): Promise<Authentication> {
  const secret = (await textOf(file, 'OIDC_CLIENT_SECRET_FILE')).trim();
  if (secret === '') throw new StartRefused('OIDC_CLIENT_SECRET_FILE names a file without a secret.');
  return { kind: 'secret', secret };
}

/** RSA signs RS256, P-256 signs ES256 (RFC 7523). */
async function keyIn(file: string): Promise<Authentication> {
  const pem = await textOf(file, 'OIDC_CLIENT_KEY_FILE');
  try {
    const key = createPrivateKey(pem);
    const algorithm = key.asymmetricKeyType === 'rsa' ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: 'P-256' };
    return { kind: 'key', key: key.toCryptoKey(algorithm, false, ['sign']) };
  } catch {
    // Node's own words may quote the file.
    throw new StartRefused('OIDC_CLIENT_KEY_FILE names a file without a private key of RSA or P-256 (PKCS #8, PEM).');
  }
}

async function textOf(file: string, name: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new StartRefused(`${name} names a file that cannot be read.`);
  return text;
}
