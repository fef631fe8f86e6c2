// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { ScriptedStatus } from '../../../testing/scripted-authority';
import { demoCa } from '../../../testing/test-cards';
import { subjectOf } from '../names';
import { CrlStatus } from './crl-status';
import { RememberedStatus } from './remembered-status';

const CERTIFICATE = { issuer: Buffer.from('3000', 'hex'), serial: '01' };
const NOW = new Date('2026-11-24T09:00:00Z');

describe('whether a certificate is revoked', () => {
  it('is what the first that knows says; whoever looks thoroughly believes a list against a responder of old answers', async () => {
    const [responder, list] = [new ScriptedStatus(), new ScriptedStatus()];
    const revoked = { kind: 'revoked', at: NOW, reason: 1, until: null, by: 'ocsp' } as const;
    list.standing = revoked;
    const status = new RememberedStatus([responder, list], { now: () => NOW });
    expect((await status.statusOf(CERTIFICATE, { isFresh: true })).kind).toBe('good');
    expect(await status.statusOf(CERTIFICATE, { isFresh: true, isThorough: true })).toEqual(revoked);
    list.standing = { kind: 'not-checked', why: 'silence' };
    expect((await status.statusOf(CERTIFICATE, { isFresh: true, isThorough: true })).kind).toBe('good');
  });

  it('is asked again of a list that could not be read once', async () => {
    const issuer = new X509Certificate((await demoCa()).certificateDer);
    let asked = 0;
    const now = (): Date => {
      asked += 1;
      if (asked === 2) throw new Error('a bug');
      return new Date(NOW.getTime() + asked * 60_000);
    };
    const list = new CrlStatus({ url: 'http://127.0.0.1:1/list.crl', issuer, now });
    const certificate = { issuer: subjectOf(issuer), serial: '01' };
    await expect(list.statusOf(certificate)).rejects.toThrow('a bug');
    expect(await list.statusOf(certificate)).toEqual({ kind: 'not-checked', why: 'silence' });
  });
});
