// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes, type X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeTimeStampResponse, judgeTimeStampToken, lineText, stampingCertificateIn, timeStampRequest } from '@sportello/seal';
import { sampleLog } from '@sportello/seal/testing';
import { EXIT, verifyByCommand } from '@sportello/seal/verify';
import { describeWithOpenssl, OpensslAuthority } from './openssl-authority';

const RSA = ['rsa:2048'];
const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];

describeWithOpenssl('OpenSSL’s time-stamping authority', () => {
  const folders: string[] = [];
  const authorityOf = (options: ConstructorParameters<typeof OpensslAuthority>[1]): OpensslAuthority => {
    const folder = mkdtempSync(join(tmpdir(), 'sportello-tsa-'));
    folders.push(folder);
    return new OpensslAuthority(folder, options);
  };
  const certificateOf = ({ certificate }: OpensslAuthority): X509Certificate => {
    const read = stampingCertificateIn(certificate);
    if (!read) throw new Error('an authority’s certificate may stamp');
    return read;
  };
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const [hash, nonce] = [hashOf('a block'), randomBytes(8)];
  let authority: OpensslAuthority;
  let certificate: X509Certificate;
  let response: Buffer;

  beforeAll(() => {
    authority = authorityOf({ key: EC });
    certificate = certificateOf(authority);
    response = authority.answer(timeStampRequest({ hash, nonce }));
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('reads our question as it is meant', () => {
    const text = authority.textOf(timeStampRequest({ hash, nonce: Buffer.alloc(8, 0xff) }));
    expect(text).toMatch(/Hash Algorithm: sha256[^]*Nonce: 0x7FFFFFFFFFFFFFFF[^]*Certificate required: yes/);
  });

  it('stamps a block’s hash, by RSA and by ECDSA, and its own verifier believes the token that we keep', () => {
    for (const [one, its] of [[authority, response], [authorityOf({ key: RSA }), undefined]] as const) {
      const answer = judgeTimeStampResponse(its ?? one.answer(timeStampRequest({ hash, nonce })), { hash, nonce, certificate: certificateOf(one) });
      if (answer.kind !== 'stamped') throw new Error(answer.kind);
      expect(Math.abs(answer.stampedAt.getTime() - Date.now())).toBeLessThan(600_000);
      expect(one.verifies(answer.token, Buffer.from(hash, 'base64url').toString('hex'))).toBe(true);
      expect(judgeTimeStampToken(answer.token, { hash, certificate: certificateOf(one) })).toMatchObject({ kind: 'stamped', stampedAt: answer.stampedAt });
    }
  });

  it('is not believed about another hash, nor when it answers another question', () => {
    expect(judgeTimeStampResponse(response, { hash: hashOf('another'), nonce, certificate })).toEqual({ kind: 'other-imprint' });
    expect(judgeTimeStampResponse(response, { hash, nonce: randomBytes(8), certificate })).toEqual({ kind: 'other-nonce' });
  });

  it('is not believed for another authority of the same name', () => {
    expect(judgeTimeStampResponse(response, { hash, nonce, certificate: certificateOf(authorityOf({ key: EC })) })).toEqual({ kind: 'signature-invalid' });
  });

  it('may say no, and why', () => {
    const asked = timeStampRequest({ hash, nonce });
    // SHA-512 in the place of SHA-256, whose digest has another length: the authority takes SHA-256 alone.
    const other = Buffer.from(asked.toString('hex').replace('0609608648016503040201', '0609608648016503040203'), 'hex');
    expect(judgeTimeStampResponse(authority.answer(other), { hash, nonce, certificate })).toEqual({ kind: 'not-granted', status: 2, failures: ['badAlg'] });
  });

  it('is believed in no changed bit of what it signed, and nothing throws', () => {
    const answer = judgeTimeStampResponse(response, { hash, nonce, certificate });
    if (answer.kind !== 'stamped') throw new Error(answer.kind);
    const { token, stampedAt, serial } = answer;
    let refused = 0;
    for (let at = 0; at < token.length; at += 13) {
      const changed = Buffer.from(token);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const judged = judgeTimeStampToken(changed, { hash, certificate });
      // The authority's certificate that travels along, and the name of who signed, are not signed: the one we were given counts. What is believed is the same.
      if (judged.kind === 'stamped') expect([judged.stampedAt, judged.serial]).toEqual([stampedAt, serial]);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(token.length / 13 / 4);
    const signature = Buffer.from(token);
    signature[token.length - 1] = (signature[token.length - 1] ?? 0) ^ 1;
    expect(judgeTimeStampToken(signature, { hash, certificate }).kind).toBe('signature-invalid');
  });

  it('is told apart from what is no answer at all, cut or drawn out', () => {
    for (const garbage of [Buffer.alloc(0), Buffer.from('<html>Bad gateway</html>'), response.subarray(0, 40), randomBytes(500)]) {
      expect(judgeTimeStampResponse(garbage, { hash, nonce, certificate }).kind).toMatch(/unreadable$/);
      expect(judgeTimeStampToken(garbage, { hash, certificate })).toEqual({ kind: 'token-unreadable' });
    }
    const answer = judgeTimeStampResponse(response, { hash, nonce, certificate });
    if (answer.kind !== 'stamped') throw new Error(answer.kind);
    expect(judgeTimeStampToken(Buffer.concat([answer.token, Buffer.of(0)]), { hash, certificate })).toEqual({ kind: 'token-unreadable' });
  });

  it('needs a certificate for stamping times and for nothing else, marked as critical (RFC 3161 §2.3)', () => {
    for (const section of ['not-critical', 'two-purposes']) expect([section, stampingCertificateIn(authorityOf({ key: EC, section }).certificate)]).toEqual([section, undefined]);
    expect(stampingCertificateIn('no certificate')).toBeUndefined();
  });

  it('stamps the newest block of an export, and the verifier judges it by the certificate alone that it is given', async () => {
    const { lines, head } = await sampleLog({ name: 'acts', blocks: [1, 3] });
    const answer = judgeTimeStampResponse(authority.answer(timeStampRequest({ hash: head.hash, nonce })), { hash: head.hash, nonce, certificate });
    if (answer.kind !== 'stamped') throw new Error(answer.kind);
    const folder = folders[0] ?? '';
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const whole = file('log.jsonl', `${[...lines, lineText({ stamp: { number: head.number, hash: head.hash, token: answer.token.toString('base64') } })].join('\n')}\n`);
    const run = (...args: string[]): readonly [number, string] => {
      const said: string[] = [];
      return [verifyByCommand(args, (line) => said.push(line)), said.join('\n')];
    };
    expect(run(whole)).toEqual([EXIT.ok, expect.stringContaining('were not judged')]);
    expect(run(whole, '--tsa', file('its.pem', authority.certificate))).toEqual([EXIT.ok, expect.stringMatching(/1 time stamp(?![^]*not judged)/)]);
    expect(run(whole, '--tsa', file('other.pem', authorityOf({ key: EC }).certificate))).toEqual([EXIT.lie, expect.stringContaining('stamp-invalid')]);
    expect(run(whole, '--tsa', whole)[0]).toBe(EXIT.notRead);
  });
});
