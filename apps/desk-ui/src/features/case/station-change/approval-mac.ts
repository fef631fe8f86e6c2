// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ApprovalFacts, approvalText, bareApprovalCode } from '@sportello/domain';

/** HMAC-SHA-256 over what is approved, under the SHA-256 of the person's code, base64url. The code itself leaves the page never: the API only carries the MAC to the vault. */
export async function approvalMac(facts: ApprovalFacts, code: string): Promise<string> {
  const { subtle } = globalThis.crypto;
  const utf8 = new TextEncoder();
  const key = await subtle.digest('SHA-256', utf8.encode(bareApprovalCode(code)));
  const hmac = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = new Uint8Array(await subtle.sign('HMAC', hmac, utf8.encode(approvalText(facts))));
  return btoa(String.fromCharCode(...mac)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
