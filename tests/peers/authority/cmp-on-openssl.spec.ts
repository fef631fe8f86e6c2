// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the API’s adapters before a real authority: no package */
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CmpAuthority } from '../../../apps/api/src/platform/authority/cmp/cmp-authority';
import { CertId, CertIds, ErrorMsgContent, PkiBody, PkiFreeText, PkiHeader, PkiMessage, PkiStatusInfo, PkiStatusInfos, PollRepContent, PollReply, RevRepContent } from '../../../apps/api/src/platform/authority/cmp/cmp-messages';
import { nameOf, protectedBytes } from '../../../apps/api/src/platform/authority/cmp/protected-message';
import { revocationBody } from '../../../apps/api/src/platform/authority/cmp/revocation-body';
import type { RevocationAnswer, RevocationRequest } from '../../../apps/api/src/platform/authority/revocation-authority';
import { signBy, type SigningCredential } from '../../../apps/api/src/platform/authority/signing-credential';
import { describeWithOpenssl } from '../timestamps/openssl-authority';
import { Between, type Fate } from './between';
import { idOf, OpensslCa } from './openssl-ca';
import { OpensslServer } from './openssl-server';

const PKIXCMP = 'application/pkixcmp';

describeWithOpenssl('OpenSSL’s CMP authority', () => {
  let [folder, elsewhere] = ['', ''];
  let ca: OpensslCa;
  let server: OpensslServer;
  let between: Between;
  let authority: CmpAuthority;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sportello-cmp-'));
    ca = new OpensslCa(folder);
    ca.issue('card', 'card');
    ca.issue('other', 'card');
    ca.issue('authority', 'signer', 'rsa');
    ca.issue('sportello', 'signer');
    ca.issue('sportello-rsa', 'signer', 'rsa');
    server = await OpensslServer.start(folder, 'cmp', '-port', 'PORT', '-srv_cert', 'authority.pem', '-srv_key', 'authority.key', '-srv_trusted', 'ca.pem', '-rsp_cert', 'card.pem');
    between = await Between.start(`http://127.0.0.1:${server.port}/`, PKIXCMP);
    authority = authorityOf();
  });
  afterAll(async () => {
    await between.stop();
    await server.stop();
    for (const each of [folder, elsewhere]) if (each) rmSync(each, { recursive: true });
  });

  const authorityOf = (options: Partial<ConstructorParameters<typeof CmpAuthority>[0]> = {}): CmpAuthority =>
    new CmpAuthority({ url: between.url, signer: ca.credential('sportello'), authority: ca.certificateOf('authority'), now: () => new Date(), patienceMs: 2_000, ...options });

  const requestOf = (name = 'card'): RevocationRequest => ({ certificate: idOf(ca.certificateOf(name)), reason: 1, transactionId: randomBytes(16).toString('hex'), at: new Date() });

  /** OpenSSL's own answer, altered, and signed anew with the authority's key: what an authority might say that this one never does. */
  const saying = (alter: { readonly header?: Partial<PkiHeader>; readonly body?: Partial<PkiBody> }, signer: SigningCredential = ca.credential('authority')): Fate => async (question, ask) => {
    const real = AsnConvert.parse(await ask(question), PkiMessage);
    const header = alter.header ? AsnConvert.serialize(Object.assign(AsnConvert.parse(real.header, PkiHeader), alter.header)) : real.header;
    const body = alter.body ? AsnConvert.serialize(new PkiBody(alter.body)) : real.body;
    const protection = Uint8Array.from(await signBy(signer, protectedBytes({ header, body }))).buffer;
    return { body: Buffer.from(AsnConvert.serialize(new PkiMessage({ header, body, protection, ...(real.extraCerts && { extraCerts: real.extraCerts }) }))) };
  };
  const status = (info: Partial<PkiStatusInfo>): Partial<PkiBody> => ({ rp: new RevRepContent({ status: new PkiStatusInfos([new PkiStatusInfo(info)]) }) });
  const failing = (bit: number): ArrayBuffer => {
    const bits = Buffer.alloc(4);
    bits[bit >> 3] = 0x80 >> (bit & 7);
    return Uint8Array.from(bits).buffer;
  };
  const headerOf = (message: Buffer): PkiHeader => AsnConvert.parse(AsnConvert.parse(message, PkiMessage).header, PkiHeader);

  it('revokes what it is asked to by our signature, of P-256 and of RSA, and reads the request as it is meant', async () => {
    expect(await authority.revoke(requestOf())).toEqual({ kind: 'accepted' });
    expect(await authorityOf({ signer: ca.credential('sportello-rsa') }).revoke(requestOf())).toEqual({ kind: 'accepted' });
    const text = ca.run('asn1parse', '-inform', 'DER', '-in', write('question.der', between.questions[0] ?? Buffer.alloc(0)));
    expect(text).toMatch(/cont \[ 11 \][^]*X509v3 CRL Reason Code[^]*Invalidity Date/);
  });

  it('says no, with its reason, to a certificate that is not its own', async () => {
    expect(await authority.revoke(requestOf('other'))).toMatchObject({ kind: 'error', reason: expect.stringMatching(/wrong certificate|request not accepted/i) as string });
  });

  it('believes no signature but that of those it trusts', async () => {
    elsewhere = mkdtempSync(join(tmpdir(), 'sportello-cmp-'));
    const stranger = new OpensslCa(elsewhere, 'Un’altra CA');
    stranger.issue('sportello', 'signer');
    // OpenSSL's server ends over it, without a word.
    expect((await authorityOf({ signer: stranger.credential('sportello') }).revoke(requestOf())).kind).toBe('silence');
    await server.again();
    // And its own is believed only under the certificate that we were given, though another of the same authority comes along.
    expect(await authorityOf({ authority: ca.certificateOf('sportello-rsa') }).revoke(requestOf())).toEqual({ kind: 'bad-answer', why: 'signature-invalid' });
    expect(await authorityOf({ authority: ca.certificateOf('sportello') }).revoke(requestOf())).toEqual({ kind: 'bad-answer', why: 'signature-invalid' });
  });

  it('makes one wait, and is asked again about the same until it knows', async () => {
    const request = requestOf();
    between.next(saying({ body: { error: new ErrorMsgContent({ pKIStatusInfo: new PkiStatusInfo({ status: 3 }) }) }, header: { senderNonce: new OctetString(Buffer.alloc(16, 7)) } }));
    const waiting = await authority.revoke(request);
    if (waiting.kind !== 'waiting') throw new Error(waiting.kind);
    expect(waiting.ticket).toBe('07'.repeat(16));
    const asked = between.questions.at(-1) ?? Buffer.alloc(0);
    between.next(
      answering(asked, saying({ body: { pollRep: new PollRepContent([new PollReply({ checkAfter: 90 })]) } })),
      answering(asked, saying({ body: status({ status: 0 }) })),
    );
    const still = await authority.poll(request, waiting.ticket);
    if (still.kind !== 'waiting') throw new Error(still.kind);
    expect(still.pollAfterSeconds).toBe(90);
    const poll = between.questions.at(-1) ?? Buffer.alloc(0);
    expect(Buffer.from(headerOf(poll).recipNonce?.buffer ?? new ArrayBuffer()).toString('hex')).toBe(waiting.ticket);
    expect(AsnConvert.parse(AsnConvert.parse(poll, PkiMessage).body, PkiBody).pollReq?.map(({ certReqId }) => certReqId)).toEqual([-1]);
    expect(await authority.poll(request, still.ticket)).toEqual({ kind: 'accepted' });
  });

  it.each<[string, Partial<PkiStatusInfo>, RevocationAnswer]>([
    ['granted with modifications', { status: 1 }, { kind: 'accepted' }],
    ['a notification that it is done', { status: 5 }, { kind: 'accepted' }],
    ['rejected, in words that no page should print', { status: 2, failInfo: failing(23), statusString: new PkiFreeText(['non\u0007 autorizzato']) }, { kind: 'rejected', reason: 'non  autorizzato', failures: ['notAuthorized'] }],
    ['a status that is none of a revocation', { status: 6 }, { kind: 'bad-answer', why: 'unexpected-body' }],
  ])('may answer: %s', async (_, info, answer) => {
    between.next(saying({ body: status(info), header: { senderNonce: new OctetString(Buffer.alloc(16, 9)) } }));
    expect(await authority.revoke(requestOf())).toEqual(answer);
  });

  it.each<[string, readonly string[], RevocationAnswer]>([
    ['rejected', ['-pkistatus', '2', '-failure', '23', '-statusstring', 'non autorizzato'], { kind: 'rejected', reason: 'non autorizzato', failures: ['notAuthorized'] }],
    ['revoked before', ['-pkistatus', '2', '-failure', '10'], { kind: 'already-revoked' }],
    ['waiting, by the older way', ['-pkistatus', '3'], { kind: 'waiting', pollAfterSeconds: 30, ticket: expect.stringMatching(/^[0-9a-f]{32}$/) as string }],
  ])('answers of itself: %s', async (_, words, answer) => {
    await server.again(...words);
    try {
      expect(await authority.revoke(requestOf())).toEqual(answer);
    } finally {
      await server.again();
    }
  });

  it('is not believed about another request, another certificate, or in another version', async () => {
    const kept: Fate = async (question, ask) => ({ body: await ask(question) });
    const request = requestOf();
    between.next(kept);
    await authority.revoke(request);
    const old = between.answers.at(-1) ?? Buffer.alloc(0);
    // Its own true answer of before, played again to the same transaction.
    between.next(() => Promise.resolve({ body: old }));
    expect(await authority.revoke(request)).toEqual({ kind: 'bad-answer', why: 'other-nonce' });
    between.next(() => Promise.resolve({ body: old }));
    expect(await authority.revoke(requestOf())).toEqual({ kind: 'bad-answer', why: 'other-transaction' });
    const { issuer, serial } = idOf(ca.certificateOf('other'));
    const revCerts = new CertIds([new CertId({ issuer: nameOf(issuer), serialNumber: Uint8Array.from(Buffer.from(serial, 'hex')).buffer })]);
    between.next(saying({ body: { rp: new RevRepContent({ status: new PkiStatusInfos([new PkiStatusInfo()]), revCerts }) } }), saying({ header: { pvno: 1 } }), saying({ body: revocationBody(request) }));
    expect(await authority.revoke(requestOf())).toEqual({ kind: 'bad-answer', why: 'other-certificate' });
    expect(await authority.revoke(requestOf())).toEqual({ kind: 'bad-answer', why: 'other-version' });
    expect(await authority.revoke(requestOf())).toEqual({ kind: 'bad-answer', why: 'unexpected-body' });
  });

  it('is believed in no changed bit, and nothing throws', async () => {
    const verdicts = new Set<string>();
    const request = requestOf();
    for (let part = 0; part < 40; part += 1) {
      between.next(async (question, ask) => {
        const changed = await ask(question);
        const { header, body } = AsnConvert.parse(changed, PkiMessage);
        // Up to the signature and into it: the certificates that follow are not looked at.
        const end = header.byteLength + body.byteLength + 200;
        const at = Math.floor((end * part) / 40);
        changed[at] = (changed[at] ?? 0) ^ (1 << (part % 8));
        return { body: changed };
      });
      const answer = await authority.revoke(request);
      verdicts.add(answer.kind === 'bad-answer' ? answer.why : answer.kind);
    }
    expect([...verdicts].filter((each) => !/^(unreadable|signature-invalid|algorithm-not-supported|not-protected|other-version)$/.test(each))).toEqual([]);
    expect(verdicts).toContain('signature-invalid');
  });

  it('is told apart from a silence, after which the same transaction is asked again', async () => {
    const request = requestOf();
    between.next(async (question, ask) => (await ask(question)) && 'drop', () => Promise.resolve('hang'), () => Promise.resolve({ status: 502, type: 'text/html', body: Buffer.from('<html>') }));
    expect((await authority.revoke(request)).kind).toBe('silence');
    expect(await authorityOf({ patienceMs: 100 }).revoke(request)).toEqual({ kind: 'silence', because: 'TimeoutError' });
    expect(await authority.revoke(request)).toEqual({ kind: 'silence', because: 'http-502' });
    expect(await authority.revoke(request)).toEqual({ kind: 'accepted' });
    const last = between.questions.slice(-4).map(headerOf);
    expect(new Set(last.map(({ transactionID }) => Buffer.from(transactionID?.buffer ?? new ArrayBuffer()).toString('hex')))).toEqual(new Set([request.transactionId]));
    expect(new Set(last.map(({ senderNonce }) => Buffer.from(senderNonce?.buffer ?? new ArrayBuffer()).toString('hex'))).size).toBe(4);
  });

  it('is told apart from garbage', async () => {
    for (const garbage of [Buffer.alloc(0), Buffer.from('<html>'), randomBytes(400), (between.answers[0] ?? Buffer.alloc(0)).subarray(0, 100), Buffer.concat([between.answers[0] ?? Buffer.alloc(0), Buffer.of(0)])]) {
      between.next(() => Promise.resolve({ body: garbage }));
      expect(await authority.revoke(requestOf())).toEqual({ kind: 'bad-answer', why: 'unreadable' });
    }
    between.next(() => Promise.resolve({ body: Buffer.alloc(300_000) }));
    expect(await authority.revoke(requestOf())).toEqual({ kind: 'silence', because: 'too-long' });
  });

  it('may be away, and start anew, and fail inside: whoever is not protected is not believed', async () => {
    const request = requestOf();
    await server.stop();
    expect((await authority.revoke(request)).kind).toBe('silence');
    await server.again();
    expect(await authority.revoke(request)).toEqual({ kind: 'accepted' });
    await server.again('-send_error');
    expect(await authority.revoke(request)).toEqual({ kind: 'error', reason: expect.stringContaining('error processing message') as string, failures: ['badRequest'] });
    await server.again('-send_unprotected');
    expect(await authority.revoke(request)).toEqual({ kind: 'bad-answer', why: 'not-protected' });
    await server.again();
  });

  /** OpenSSL's server knows no polls of revocations: it is asked the first question again, and the answer carries the poll's nonce. */
  const answering = (first: Buffer, fate: Fate): Fate => async (question, ask) => {
    const { senderNonce, transactionID } = headerOf(question);
    if (!senderNonce || !transactionID) throw new Error('a question has both');
    const told = await fate(first, ask);
    if (typeof told === 'string') return told;
    return saying({ header: { recipNonce: senderNonce } })(first, () => Promise.resolve(Buffer.from(told.body)));
  };

  const write = (name: string, bytes: Uint8Array): string => {
    const path = ca.path(name);
    writeFileSync(path, bytes);
    return path;
  };
});
