// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { generateSigningKeyPair } from '../signing/sign-bytes';
import { signingKeyOf } from '../signing/signing-key';
import { type RequestToVerify, signRequest, verifyRequest } from './request-signature';

const now = new Date('2026-03-02T09:30:00.750Z');
const request = { method: 'POST', path: '/api/station/reports?job=7', body: '{"type":"submitted"}', sequence: 41 };

const signed = async () => {
  const key = signingKeyOf((await generateSigningKeyPair()).privateKey);
  const headers = await signRequest({ ...request, key, now, nonce: 'bm9uY2U' });
  const keyOf = (keyId: string): string | undefined => (keyId === key.keyId ? key.publicKey : undefined);
  const verify = (change: Partial<RequestToVerify> = {}) => verifyRequest({ ...request, headers, keyOf, now, maxSkewSeconds: 60, ...change });
  return { key, headers, verify };
};

describe('a signed request', () => {
  it('is verified with its key, sequence and time', async () => {
    const { key, verify } = await signed();
    expect(await verify()).toEqual({ kind: 'verified', keyId: key.keyId, sequence: 41, created: new Date('2026-03-02T09:30:00Z'), nonce: 'bm9uY2U' });
  });

  it('carries the fields of RFC 9421 and RFC 9530', async () => {
    const { key, headers } = await signed();
    expect(headers).toEqual({
      'content-digest': 'sha-256=:MC4WDPy97UG7P27qxa87DO/Z7PFEcDq0981BEkPj+Cg=:',
      'station-sequence': '41',
      'signature-input': `sig=("@method" "@path" "@query" "content-digest" "station-sequence");created=1772443800;nonce="bm9uY2U";keyid="${key.keyId}";alg="ecdsa-p256-sha256"`,
      signature: expect.stringMatching(/^sig=:[A-Za-z0-9+/]{86}==:$/) as string,
    });
  });

  it('is verified whatever the case of the field names, from bytes as from text', async () => {
    const { headers, verify } = await signed();
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    expect((await verify({ headers: shouted, body: Buffer.from(request.body) })).kind).toBe('verified');
  });

  it('without a body and a query covers that there is none', async () => {
    const key = signingKeyOf((await generateSigningKeyPair()).privateKey);
    const plain = { method: 'GET', path: '/api/station/jobs', sequence: 0 };
    const headers = await signRequest({ ...plain, key, now });
    const verify = (change: object) => verifyRequest({ ...plain, headers, keyOf: () => key.publicKey, now, maxSkewSeconds: 60, ...change });
    expect((await verify({})).kind).toBe('verified');
    expect((await verify({ path: '/api/station/jobs?' })).kind).toBe('malformed');
    expect((await verify({ path: '/api/station/jobs?all=1' })).kind).toBe('malformed');
    expect((await verify({ body: 'x' })).kind).toBe('digest-mismatch');
  });

  it.each([
    ['method', { method: 'PUT' }, 'bad-signature'],
    ['path', { path: '/api/station/report?job=7' }, 'bad-signature'],
    ['query', { path: '/api/station/reports?job=8' }, 'bad-signature'],
    ['query, gone', { path: '/api/station/reports' }, 'malformed'],
    ['body', { body: '{"type":"completed"}' }, 'digest-mismatch'],
    ['body, gone', { body: '' }, 'digest-mismatch'],
  ])('with another %s is not believed', async (_, change, kind) => {
    const { verify } = await signed();
    expect((await verify(change)).kind).toBe(kind);
  });

  it('with any of its fields changed is not believed', async () => {
    const { headers, verify } = await signed();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...(Object.keys(headers) as (keyof typeof headers)[])), fc.nat(), fc.string({ minLength: 1, maxLength: 2 }), async (name, position, text) => {
        const value = headers[name];
        const at = position % value.length;
        const changed = `${value.slice(0, at)}${text}${value.slice(at + 1)}`;
        fc.pre(changed.trim() !== value);
        expect((await verify({ headers: { ...headers, [name]: changed } })).kind).not.toBe('verified');
      }),
      { numRuns: 300 },
    );
  });

  it('with any other target or body is not believed', async () => {
    const { verify } = await signed();
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), fc.string(), async (path, query, body) => {
        const target = `/${path.replace(/^\//, '')}?${query}`;
        fc.pre(target !== request.path && body !== request.body);
        expect((await verify({ path: target })).kind).not.toBe('verified');
        expect((await verify({ body })).kind).toBe('digest-mismatch');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [60, 'verified'],
    [61, { kind: 'clock-skew', seconds: -61 }],
    [-60, 'verified'],
    [-61, { kind: 'clock-skew', seconds: 61 }],
  ])('received %d seconds later is judged by the clock', async (seconds, expected) => {
    const { verify } = await signed();
    const answer = await verify({ now: new Date(Date.parse('2026-03-02T09:30:00Z') + seconds * 1000) });
    expect(typeof expected === 'string' ? answer.kind : answer).toEqual(expected);
  });

  it('of a key that is not enrolled is told so, before anything else is believed', async () => {
    const { key, verify } = await signed();
    expect(await verify({ keyOf: () => undefined, body: 'x' })).toEqual({ kind: 'unknown-key', keyId: key.keyId });
    const other = await generateSigningKeyPair();
    expect((await verify({ keyOf: async () => other.publicKey })).kind).toBe('bad-signature');
  });

  it.each(['signature', 'signature-input'])('without %s, or with two of them, has no signature', async (name) => {
    const { headers, verify } = await signed();
    const value = headers[name as keyof typeof headers];
    expect(await verify({ headers: { ...headers, [name]: undefined } })).toEqual({ kind: 'missing-signature' });
    expect(await verify({ headers: { ...headers, [name]: [value, value] } })).toEqual({ kind: 'missing-signature' });
    expect(await verify({ headers: { ...headers, [name.toUpperCase()]: value } })).toEqual({ kind: 'missing-signature' });
  });

  it.each([
    ['a digest', { 'content-digest': undefined }],
    ['a sequence', { 'station-sequence': undefined }],
    ['one sequence', { 'station-sequence': ['41', '42'] }],
  ])('without %s is malformed', async (_, change) => {
    const { headers, verify } = await signed();
    expect(await verify({ headers: { ...headers, ...change } })).toEqual({ kind: 'malformed' });
  });

  it('has one text for its signature: stray bits at the end are malformed', async () => {
    const { headers, verify } = await signed();
    const stray = headers.signature.replace(/(.)==:$/, (_, last: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}==:`);
    expect(Buffer.from(stray.slice(5, -1), 'base64')).toEqual(Buffer.from(headers.signature.slice(5, -1), 'base64'));
    expect(await verify({ headers: { ...headers, signature: stray } })).toEqual({ kind: 'malformed' });
  });

  it('that covers less, more, or in another order is malformed, even if the signature holds', async () => {
    const { headers, verify } = await signed();
    const input = headers['signature-input'];
    for (const changed of [
      input.replace(' "content-digest"', ''),
      input.replace('"@method" "@path"', '"@path" "@method"'),
      input.replace('"@path"', '"@path" "date"'),
      input.replace('"@path"', '"@path";req'),
      input.replace('"@path" ', '"@path"  '),
      input.replace(';alg="ecdsa-p256-sha256"', ''),
      input.replace('ecdsa-p256-sha256', 'hmac-sha256'),
      input.replace('created=', 'created=0'),
      `${input};expires=1`,
      `${input}, other=()`,
      input.replace('sig=', 'other='),
    ]) {
      expect(await verify({ headers: { ...headers, 'signature-input': changed } })).toEqual({ kind: 'malformed' });
    }
  });

  it('is not made for what is no request target or no sequence', async () => {
    const { key } = await signed();
    for (const path of ['', 'api', 'https://host/api', '/a b', '/a#b', '/è', '/a\r\nx: y']) {
      await expect(signRequest({ ...request, path, key, now })).rejects.toThrow(TypeError);
    }
    for (const sequence of [-1, 1.5, NaN, Infinity, 1e21]) await expect(signRequest({ ...request, sequence, key, now })).rejects.toThrow(TypeError);
  });

  it('is signed under the name by which the receiver knows the key', async () => {
    const { key } = await signed();
    const headers = await signRequest({ ...request, key, keyId: 'enrolment', now });
    const verify = (name: string) => verifyRequest({ ...request, headers, keyOf: (keyId) => (keyId === name ? key.publicKey : undefined), now, maxSkewSeconds: 60 });
    expect(await verify('enrolment')).toMatchObject({ kind: 'verified', keyId: 'enrolment' });
    expect(await verify(key.keyId)).toEqual({ kind: 'unknown-key', keyId: 'enrolment' });
    await expect(signRequest({ ...request, key, keyId: 'a"b', now })).rejects.toThrow('not a key id or nonce');
    await expect(signRequest({ ...request, key, nonce: '', now })).rejects.toThrow('not a key id or nonce');
  });

  it('has a nonce of its own each time', async () => {
    const { key } = await signed();
    const [first, second] = [await signRequest({ ...request, key, now }), await signRequest({ ...request, key, now })];
    expect(first['signature-input']).not.toBe(second['signature-input']);
  });
});
