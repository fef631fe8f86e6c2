// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the API’s adapters before a real authority: no package */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertificateStanding } from '../../../apps/api/src/platform/authority/status/certificate-status';
import { CrlStatus } from '../../../apps/api/src/platform/authority/status/crl-status';
import { OcspStatus, type OcspStatusOptions } from '../../../apps/api/src/platform/authority/status/ocsp-status';
import { RememberedStatus } from '../../../apps/api/src/platform/authority/status/remembered-status';
import { askStanding } from '../../../apps/api/src/platform/revocation/ask-standing';
import { describeWithOpenssl } from '../timestamps/openssl-authority';
import { Between } from './between';
import { idOf, OpensslCa } from './openssl-ca';
import { OpensslServer } from './openssl-server';

const DAY_MS = 24 * 3600_000;

/** As OpenSSL reads times: YYYYMMDDHHMMSSZ. */
const inSeconds = (seconds: number): string => `${new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;

describeWithOpenssl('OpenSSL’s authority, asked whether a certificate is revoked', () => {
  const folders: string[] = [];
  const folder = (): string => {
    folders.push(mkdtempSync(join(tmpdir(), 'sportello-status-')));
    return folders.at(-1) ?? '';
  };
  let ca: OpensslCa;
  let stranger: OpensslCa;
  const [good, lost, later] = ['good', 'lost', 'later'];

  beforeAll(() => {
    ca = new OpensslCa(folder());
    stranger = new OpensslCa(folder());
    for (const name of [good, lost, later]) ca.issue(name, 'card');
    ca.issue('responder', 'ocsp');
    ca.issue('not-entitled', 'signer');
    ca.revoke(lost);
    stranger.issue('responder', 'ocsp');
  });
  afterAll(() => {
    for (const each of folders) rmSync(each, { recursive: true });
  });
  const id = (name: string): ReturnType<typeof idOf> => idOf(ca.certificateOf(name));
  const because = (why: string): CertificateStanding => ({ kind: 'not-checked', why }) as CertificateStanding;

  describe('by OCSP', () => {
    let server: OpensslServer;
    let between: Between;
    const responder = (...args: readonly string[]): Promise<OpensslServer> => OpensslServer.start(ca.folder, 'ocsp', '-port', 'PORT', '-index', 'index.txt', '-CA', 'ca.pem', ...args);
    const ask = (name: string, options: Partial<OcspStatusOptions> = {}): Promise<CertificateStanding> => statusOf(options).statusOf(id(name));
    const statusOf = (options: Partial<OcspStatusOptions> = {}): OcspStatus => new OcspStatus({ url: between.url, issuer: ca.certificate, certIdHash: 'sha1', now: () => new Date(), ...options });

    beforeAll(async () => {
      server = await responder('-rsigner', 'responder.pem', '-rkey', 'responder.key', '-multi', '1', '-nmin', '10');
      between = await Between.start(`http://127.0.0.1:${server.port}/`, 'application/ocsp-response');
    });
    afterAll(async () => {
      await between.stop();
      await server.stop();
    });

    it('says good, or since when and why it is revoked, by both hashes', async () => {
      for (const certIdHash of ['sha1', 'sha256'] as const) {
        expect(await ask(good, { certIdHash })).toEqual({ kind: 'good', until: expect.any(Date) as Date });
        expect(await ask(lost, { certIdHash })).toMatchObject({ kind: 'revoked', reason: 1, at: expect.any(Date) as Date });
      }
      expect(await statusOf().statusOf({ ...id(good), serial: '0102' })).toEqual(because('unknown-to-responder'));
      expect(await statusOf({ issuer: stranger.certificateOf('responder') }).statusOf(id(good))).toEqual(because('other-issuer'));
    });

    it('says it of several by one answer; and a responder that hears one alone is asked one by one from then on', async () => {
      const status = statusOf();
      const kinds = async () => (await status.statusesOf([id(good), { issuer: Buffer.from('3000', 'hex'), serial: '01' }, id(lost)])).map((standing) => (standing.kind === 'not-checked' ? standing.why : standing.kind));
      between.questions.length = 0;
      expect(await kinds()).toEqual(['good', 'other-issuer', 'revoked']);
      expect(between.questions).toHaveLength(1);
      // malformedRequest (RFC 6960 §4.2.1).
      between.next(() => Promise.resolve({ body: Buffer.from('30030a0101', 'hex') }));
      expect(await kinds()).toEqual(['good', 'other-issuer', 'revoked']);
      expect(await kinds()).toEqual(['good', 'other-issuer', 'revoked']);
      expect(between.questions).toHaveLength(1 + 3 + 2);
    });

    it('sees a certificate revoked once it is', async () => {
      expect((await ask(later)).kind).toBe('good');
      ca.revoke(later, 'cessationOfOperation');
      // The responder reads its list anew while it answers.
      await ask(later);
      expect(await ask(later)).toMatchObject({ kind: 'revoked', reason: 5 });
    });

    it('is not believed with another’s answer, an old one, or one that was altered', async () => {
      const kept = between.answers[0] ?? Buffer.alloc(0);
      between.next(() => Promise.resolve({ body: kept }));
      expect(await ask(good)).toEqual(because('other-nonce'));
      between.next(() => Promise.resolve({ body: kept }));
      expect(await ask(lost)).toEqual(because('other-certificate'));
      expect(await ask(good, { now: () => new Date(Date.now() + DAY_MS) })).toEqual(because('not-current'));
      expect(await ask(good, { now: () => new Date(Date.now() - DAY_MS) })).toEqual(because('responder-not-entitled'));
      for (let part = 0; part < 30; part += 1) {
        const altered = Buffer.from(kept);
        // Not the certificate that travels along: it is judged by itself.
        const at = Math.floor((400 * part) / 30);
        altered[at] = (altered[at] ?? 0) ^ (1 << (part % 8));
        between.next(() => Promise.resolve({ body: altered }));
        expect((await ask(good)).kind).toBe('not-checked');
      }
    });

    it('is not believed under a certificate that nobody entitled to it', async () => {
      const others = await Promise.all([
        responder('-rsigner', 'not-entitled.pem', '-rkey', 'not-entitled.key'),
        responder('-rsigner', stranger.path('responder.pem'), '-rkey', stranger.path('responder.key')),
        responder('-rsigner', 'ca.pem', '-rkey', 'ca.key', '-resp_no_certs'),
      ]);
      const [plain, strange, own] = await Promise.all(others.map(({ port }) => ask(good, { url: `http://127.0.0.1:${port}/` })));
      expect([plain, strange]).toEqual([because('responder-not-entitled'), because('responder-not-entitled')]);
      // The authority itself, which says of no next update: believed for our nonce, and not kept.
      expect(own).toEqual({ kind: 'good', until: null });
      for (const each of others) await each.stop();
    });

    it('says honestly that it was not asked', async () => {
      between.next(() => Promise.resolve('hang'), () => Promise.resolve('drop'), () => Promise.resolve({ body: Buffer.from('<html>') }), () => Promise.resolve({ body: Buffer.of(0x30, 3, 0x0a, 1, 3) }), () => Promise.resolve({ body: randomBytes(300) }));
      expect(await ask(good, { patienceMs: 100 })).toEqual(because('silence'));
      expect(await ask(good)).toEqual(because('silence'));
      expect(await ask(good)).toEqual(because('unreadable'));
      expect(await ask(good)).toEqual(because('no-answer'));
      expect(await ask(good)).toEqual(because('unreadable'));
      const nobody = new RememberedStatus([statusOf({ url: 'http://127.0.0.1:1/' })], { now: () => new Date() });
      expect(await nobody.statusOf(id(good))).toEqual(because('silence'));
    });
  });

  describe('by its list', () => {
    let between: Between;
    let now: Date;
    let list: Buffer;
    beforeAll(async () => {
      between = await Between.start('http://127.0.0.1:1/', 'application/pkix-crl');
      list = ca.crl();
      now = new Date();
    });
    afterAll(() => between.stop());
    const told = (...lists: readonly Buffer[]): void => between.next(...lists.map((body) => () => Promise.resolve({ body })));
    const listed = (issuer = ca.certificate): CrlStatus => new CrlStatus({ url: between.url, issuer, now: () => now });

    it('knows who is on it, and asks for it once until it is due', async () => {
      told(list);
      const [status, before] = [listed(), between.questions.length];
      const [one, other] = await Promise.all([status.statusOf(id(good)), status.statusOf(id(lost))]);
      expect(one).toEqual({ kind: 'good', until: expect.any(Date) as Date });
      expect(other).toMatchObject({ kind: 'revoked', reason: 1, at: expect.any(Date) as Date });
      expect(await status.statusOf(idOf(stranger.certificateOf('responder')))).toMatchObject({ kind: 'good' });
      expect(between.questions.length - before).toBe(1);
      // A day later the list is due, and nobody gives another.
      now = new Date(now.getTime() + 2 * DAY_MS);
      expect(await status.statusOf(id(good))).toEqual(because('not-current'));
      now = new Date();
    });

    it('is not believed from another authority, altered, for some certificates only, or when it is none', async () => {
      const altered = Buffer.from(list);
      altered[100] = (altered[100] ?? 0) ^ 1;
      const cases: readonly (readonly [Buffer, string])[] = [
        [altered, 'signature-invalid'],
        [stranger.crl(), 'signature-invalid'],
        [Buffer.from('<html>'), 'unreadable'],
        [list.subarray(0, 200), 'unreadable'],
        [Buffer.alloc(0), 'unreadable'],
        [ca.crl('-crlexts', 'only_ca'), 'list-not-whole'],
      ];
      for (const [body, why] of cases) {
        told(body);
        expect([why, await listed().statusOf(id(good))]).toEqual([why, because(why)]);
      }
    });

    it('goes not back to an older list, and answers where OCSP does not', async () => {
      const old = list;
      ca.issue('newly', 'card');
      ca.revoke('newly');
      told(ca.crl('-crl_lastupdate', inSeconds(1), '-crl_nextupdate', inSeconds(86_400)), old);
      const status = listed();
      expect((await status.statusOf(id('newly'))).kind).toBe('revoked');
      now = new Date(now.getTime() + 60_000);
      expect((await status.statusOf(id('newly'), { isFresh: true })).kind).toBe('revoked');
      const asked = between.questions.length;
      const both = new RememberedStatus([new OcspStatus({ url: 'http://127.0.0.1:1/', issuer: ca.certificate, certIdHash: 'sha1', now: () => now }), status], { now: () => now });
      expect((await both.statusOf(id('newly'))).kind).toBe('revoked');
      expect(between.questions.length).toBe(asked);
      // One that takes the question and says nothing is given up while a desk still waits for the list.
      const mute = createServer(() => undefined).listen(0, '127.0.0.1');
      await once(mute, 'listening');
      const hanging = new OcspStatus({ url: `http://127.0.0.1:${(mute.address() as AddressInfo).port}/`, issuer: ca.certificate, certIdHash: 'sha1', now: () => now });
      expect(await askStanding(new RememberedStatus([hanging, status], { now: () => now }), id('newly'), now)).toMatchObject({ status: 'revoked', by: 'crl' });
      mute.closeAllConnections();
      mute.close();
    });
  });
});
