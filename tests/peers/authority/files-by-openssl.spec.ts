// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the API’s adapters before a real authority: no package */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCertificateStatus, openRevocationAuthority } from '../../../apps/api/src/config/authority';
import { FileAuthority } from '../../../apps/api/src/platform/authority/files/file-authority';
import type { RevocationRequest } from '../../../apps/api/src/platform/authority/revocation-authority';
import { describeWithOpenssl } from '../timestamps/openssl-authority';
import { idOf, OpensslCa } from './openssl-ca';

describeWithOpenssl('An authority that is asked by signed files, by OpenSSL', () => {
  let folder: string;
  let ca: OpensslCa;
  let authority: FileAuthority;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sportello-files-'));
    ca = new OpensslCa(folder);
    for (const [name, section, kind] of [['card', 'card', 'ec'], ['sportello', 'signer', 'ec'], ['sportello-rsa', 'signer', 'rsa'], ['authority', 'signer', 'rsa']] as const) ca.issue(name, section, kind);
    authority = authorityOf('sportello');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const authorityOf = (name: string): FileAuthority => new FileAuthority({ requests: folder, answers: folder, signer: ca.credential(name), authority: ca.certificateOf('authority') });
  const requestOf = (): RevocationRequest => ({ certificate: idOf(ca.certificateOf('card')), reason: 1, transactionId: randomBytes(16).toString('hex'), at: new Date('2026-11-28T08:00:00Z') });
  const answer = ({ transactionId, certificate }: RevocationRequest, said: object, signer = 'authority'): void => {
    writeFileSync(ca.path('answer.json'), JSON.stringify({ format: 'sportello-revocation-answer-1', transactionId, serial: certificate.serial, ...said }));
    ca.run('cms', '-sign', '-binary', '-nodetach', '-in', 'answer.json', '-outform', 'DER', '-signer', `${signer}.pem`, '-inkey', `${signer}.key`, '-out', `${transactionId}.answer.p7m`);
  };

  it('lays down a request that the authority verifies, once', async () => {
    for (const name of ['sportello', 'sportello-rsa']) {
      const request = requestOf();
      expect(await authorityOf(name).revoke(request)).toEqual({ kind: 'waiting', pollAfterSeconds: 3600, ticket: '' });
      const file = `${request.transactionId}.request.p7m`;
      const said: unknown = JSON.parse(ca.run('cms', '-verify', '-inform', 'DER', '-in', file, '-CAfile', 'ca.pem', '-purpose', 'any'));
      expect(said).toEqual({ format: 'sportello-revocation-request-1', transactionId: request.transactionId, issuer: Buffer.from(request.certificate.issuer).toString('base64'), serial: request.certificate.serial, reason: 1, invalidityDate: '2026-11-28T08:00:00.000Z' });
      const before = readFileSync(ca.path(file));
      expect((await authorityOf(name).revoke(request)).kind).toBe('waiting');
      expect(readFileSync(ca.path(file)).equals(before)).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('reads the authority’s answer, and believes nobody else’s', async () => {
    const request = requestOf();
    await authority.revoke(request);
    const cases = [
      [{ result: 'accepted' }, { kind: 'accepted' }],
      [{ result: 'already-revoked' }, { kind: 'already-revoked' }],
      [{ result: 'rejected', reason: 'numero ignoto' }, { kind: 'rejected', reason: 'numero ignoto', failures: [] }],
      [{ result: 'forse' }, { kind: 'bad-answer', why: 'unreadable' }],
      [{ result: 'accepted', transactionId: '00' }, { kind: 'bad-answer', why: 'other-transaction' }],
      [{ result: 'accepted', serial: '00' }, { kind: 'bad-answer', why: 'other-certificate' }],
    ] as const;
    for (const [said, read] of cases) {
      answer(request, said);
      expect(await authority.poll(request)).toEqual(read);
    }
    answer(request, { result: 'accepted' }, 'sportello');
    expect(await authority.poll(request)).toEqual({ kind: 'bad-answer', why: 'signature-invalid' });
    writeFileSync(ca.path(`${request.transactionId}.answer.p7m`), 'accepted');
    expect(await authority.poll(request)).toEqual({ kind: 'bad-answer', why: 'unreadable' });
  });

  it('says that a folder is away', async () => {
    const away = new FileAuthority({ requests: join(folder, 'nowhere'), answers: folder, signer: ca.credential('sportello'), authority: ca.certificateOf('authority') });
    expect(await away.revoke(requestOf())).toEqual({ kind: 'silence', because: 'ENOENT' });
  });

  describe('as it is configured', () => {
    const nothing = { AUTHORITY_KIND: 'none', AUTHORITY_CMP_URL: undefined, AUTHORITY_REQUESTS_DIR: undefined, AUTHORITY_ANSWERS_DIR: undefined, AUTHORITY_CLIENT_KEY_FILE: undefined, AUTHORITY_CLIENT_CERTIFICATE_FILE: undefined, AUTHORITY_CERTIFICATE_FILE: undefined } as const;
    const cmp = (): Parameters<typeof openRevocationAuthority>[0] => ({ ...nothing, AUTHORITY_KIND: 'cmp', AUTHORITY_CMP_URL: 'http://127.0.0.1:1/', AUTHORITY_CLIENT_KEY_FILE: ca.path('sportello.key'), AUTHORITY_CLIENT_CERTIFICATE_FILE: ca.path('sportello.pem'), AUTHORITY_CERTIFICATE_FILE: ca.path('authority.pem') });

    it('may be left out, or be told whole', async () => {
      expect((await openRevocationAuthority(nothing)).kind).toBe('none');
      expect((await openRevocationAuthority(cmp())).kind).toBe('cmp');
      expect((await openRevocationAuthority({ ...cmp(), AUTHORITY_KIND: 'file', AUTHORITY_REQUESTS_DIR: folder, AUTHORITY_ANSWERS_DIR: folder })).kind).toBe('file');
    });

    it('keeps the program from starting when something is missing or of no use, by the variable’s name', async () => {
      await expect(openRevocationAuthority({ ...cmp(), AUTHORITY_CMP_URL: undefined })).rejects.toThrow(/AUTHORITY_CMP_URL is missing/);
      await expect(openRevocationAuthority({ ...cmp(), AUTHORITY_KIND: 'file' })).rejects.toThrow(/AUTHORITY_REQUESTS_DIR is missing/);
      await expect(openRevocationAuthority({ ...cmp(), AUTHORITY_CERTIFICATE_FILE: ca.path('sportello.key') })).rejects.toThrow(/^AUTHORITY_CERTIFICATE_FILE names a file without a certificate/);
      await expect(openRevocationAuthority({ ...cmp(), AUTHORITY_CLIENT_KEY_FILE: ca.path('sportello-rsa.key') })).rejects.toThrow(/^AUTHORITY_CLIENT_KEY_FILE names a key that is not the one/);
      await expect(openRevocationAuthority({ ...cmp(), AUTHORITY_CLIENT_KEY_FILE: ca.path('nessuno') })).rejects.toThrow(/^AUTHORITY_CLIENT_KEY_FILE names a file that cannot be read\.$/);
    });

    it('asks nobody about certificates unless it is told whom', async () => {
      const silent = { OCSP_URL: undefined, OCSP_HASH: 'sha1', CRL_URL: undefined, CARD_ISSUER_CERTIFICATE_FILE: undefined } as const;
      expect(await (await openCertificateStatus(silent)).statusOf(idOf(ca.certificateOf('card')))).toEqual({ kind: 'not-checked', why: 'not-configured' });
      await expect(openCertificateStatus({ ...silent, CRL_URL: 'http://127.0.0.1:1/' })).rejects.toThrow(/CARD_ISSUER_CERTIFICATE_FILE is missing, and CRL_URL needs it/);
      const status = await openCertificateStatus({ ...silent, OCSP_URL: 'http://127.0.0.1:1/', CARD_ISSUER_CERTIFICATE_FILE: ca.path('ca.pem') });
      expect(await status.statusOf(idOf(ca.certificateOf('card')))).toEqual({ kind: 'not-checked', why: 'silence' });
    });
  });
});
