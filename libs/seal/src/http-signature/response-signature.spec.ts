// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateSigningKeyPair } from '../signing/sign-bytes';
import { signingKeyOf } from '../signing/signing-key';
import { type ResponseToVerify, signResponse, verifyResponse } from './response-signature';

const now = new Date('2026-03-02T09:30:00Z');
const response = { status: 200, body: '{"nonce":"AAAA"}', requestSignature: 'sig=:AAAA:' };

const signed = async () => {
  const key = signingKeyOf((await generateSigningKeyPair()).privateKey);
  const headers = await signResponse({ ...response, key, now });
  const verify = (change: Partial<ResponseToVerify> = {}) => verifyResponse({ ...response, headers, keyOf: () => key.publicKey, now, maxSkewSeconds: 60, ...change });
  return { key, headers, verify };
};

describe('a signed response', () => {
  it('is verified as the answer to its request', async () => {
    const { key, verify } = await signed();
    expect(await verify()).toMatchObject({ kind: 'verified', keyId: key.keyId, created: now });
  });

  it.each([
    ['another status', { status: 201 }, 'bad-signature'],
    ['another body', { body: '{"nonce":"AAAB"}' }, 'digest-mismatch'],
    ['the answer to another request', { requestSignature: 'sig=:AAAB:' }, 'bad-signature'],
    ['an old answer', { now: new Date(now.getTime() + 61_000) }, 'clock-skew'],
    ['an answer of an unknown key', { keyOf: () => undefined }, 'unknown-key'],
    ['an answer without fields', { headers: {} }, 'missing-signature'],
  ])('is not believed as %s', async (_, change, kind) => {
    const { verify } = await signed();
    expect((await verify(change)).kind).toBe(kind);
  });

  it('is not a request', async () => {
    const { headers, verify } = await signed();
    const asRequest = headers['signature-input'].replace('"@status"', '"@method"');
    expect(await verify({ headers: { ...headers, 'signature-input': asRequest } })).toEqual({ kind: 'malformed' });
  });
});
