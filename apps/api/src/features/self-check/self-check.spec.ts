// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DemoCa } from '@sportello/card-io/simulator';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type RequestOptions, request } from 'node:https';
import { connect as connectPlainly } from 'node:net';
import { type SecureVersion, connect } from 'node:tls';
import type { SelfCheckSettings } from '../../config/self-check';
import { type CertificateStanding, CertificateStatus, notChecked } from '../../platform/authority/status/certificate-status';
import { Log } from '../../platform/logging/log';
import { certificateIdOf } from '../../platform/revocation/certificate-id-of';
import { type CardWish, demoCa, issueCard, type TestCard } from '../../testing/test-cards';
import { TestClock } from '../../testing/test-clock';
import { SelfCheckListener } from './self-check-listener';

class AuthorityOfTests extends CertificateStatus {
  answer: CertificateStanding = notChecked('not-configured');
  readonly asked: string[] = [];

  override statusOf({ serial }: { readonly serial: string }): Promise<CertificateStanding> {
    this.asked.push(serial);
    return Promise.resolve(this.answer);
  }
}

const pemOf = (der: Uint8Array): string => new X509Certificate(der).toString();
const keyOf = ({ issued }: TestCard): string => createPrivateKey({ key: Buffer.from(issued.privateKeyDer), format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

describe('the page *La mia tessera funziona?*', () => {
  const clock = new TestClock();
  const authority = new AuthorityOfTests();
  const lines: string[] = [];
  let ca: DemoCa;
  let card: TestCard;
  let settings: SelfCheckSettings;
  let listener: SelfCheckListener;

  beforeAll(async () => {
    ca = await demoCa();
    card = await issueCard(ca);
    const server = await issueCard(ca);
    settings = { host: '127.0.0.1', port: 0, url: 'https://tessera.example', key: keyOf(server), certificate: pemOf(server.issued.certificateDer), newestTls: 'TLSv1.3' };
    listener = await open();
  });
  afterAll(() => listener.close());

  const open = (change: Partial<SelfCheckSettings> = {}, isTest = false) =>
    SelfCheckListener.start(
      { ...settings, ...change },
      { trustAnchors: { certificates: [ca.certificateDer], isTest }, certificateStatus: authority, clock, log: new Log('debug', (line) => void lines.push(line)), publicOrigin: 'https://sportello.example', phone: '800 004477' },
    );

  const withCard = (of: TestCard): { readonly cert: string; readonly key: string } => ({ cert: pemOf(of.issued.certificateDer), key: keyOf(of) });

  function get(options: RequestOptions = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: listener.port, path: '/', method: 'GET', ...options, rejectUnauthorized: false, agent: false, headers: { cookie: 'a=b' } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      sent.on('error', reject).end();
    });
  }

  const cardWith = (wish: CardWish): Promise<TestCard> => issueCard(ca, wish);

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('sees a card over %s: how long it is in force, and an honest word that nobody was asked', async (version) => {
    const { status, text } = await get({ ...withCard(card), minVersion: version, maxVersion: version });
    expect(status).toBe(200);
    expect(text).toContain('La tessera risponde, la revoca non è stata controllata');
    expect(text).toContain('<dd>1 gennaio 2032</dd>');
    expect(text).toContain('<dd>non controllata</dd>');
    expect(text).toContain(`<dd>${card.idCarta.slice(-4)}</dd>`);
    expect(authority.asked).toContain(certificateIdOf(card.issued.certificateDer).serial);
  });

  it('names nobody', async () => {
    const { text } = await get(withCard(card));
    for (const part of [card.idCarta, card.holder.codiceFiscale.value, card.holder.surname, card.holder.name]) expect(text.toUpperCase()).not.toContain(part);
  });

  it.each([
    [{ kind: 'good', until: null }, 'La tessera funziona', 'non revocato'],
    [{ kind: 'revoked', at: new Date('2026-11-03T10:00:00Z'), reason: 1, until: null }, 'Il certificato è stato revocato il 3 novembre 2026', 'revocato'],
    [{ kind: 'revoked', at: new Date('2026-11-03T10:00:00Z'), reason: 6, until: null }, 'Il certificato è sospeso dal 3 novembre 2026', 'sospeso'],
    [notChecked('unknown-to-responder'), 'Il certificatore non conosce questo certificato', 'certificato sconosciuto al certificatore'],
    [notChecked('silence'), 'La tessera risponde, la revoca non è stata controllata', 'non controllata'],
  ] as const)('tells what the authority says: %j', async (standing, heading, word) => {
    authority.answer = standing;
    const { text } = await get(withCard(card));
    authority.answer = notChecked('not-configured');
    expect(text).toContain(`<h2 id="found">${heading}</h2>`);
    expect(text).toContain(`<dd>${word}</dd>`);
  });

  it('says what to do when no certificate came, and when it is no card’s that is known here', async () => {
    expect((await get()).text).toContain('Nessuna tessera letta');
    const stranger = await issueCard(await demoCa('Altro certificatore'));
    const { status, text } = await get(withCard(stranger));
    expect([status, text.includes('Il certificato non è di una TS-CNS riconosciuta qui'), text.includes('800 004477')]).toEqual([200, true, true]);
    const sameName = await issueCard(await demoCa());
    expect((await get(withCard(sameName))).text).toContain('Il certificato non è di una TS-CNS riconosciuta qui');
  });

  it('says since when a certificate has expired, and asks no authority about it', async () => {
    const old = await cardWith({ certificateNotAfter: new Date('2026-05-12T10:00:00Z') });
    expect((await get(withCard(old))).text).toContain('Il certificato è scaduto il 12 maggio 2026');
    expect(authority.asked).not.toContain(certificateIdOf(old.issued.certificateDer).serial);
  });

  it('speaks English at an address of its own', async () => {
    const { text } = await get({ ...withCard(card), path: '/en' });
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('The card answers, and revocation was not checked');
    expect(text).toContain('<dd>1 January 2032</dd>');
  });

  it('sets no cookie, runs nothing, and is kept by nobody', async () => {
    const { headers, text } = await get(withCard(card));
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers).toMatchObject({ 'cache-control': 'no-store', connection: 'close', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';style-src 'sha256-[^']+';/);
    expect(text).not.toMatch(/<script|<form|https?:\/\/(?!sportello\.example)/);
  });

  it('answers at its two addresses and nowhere else', async () => {
    expect((await get({ path: '/altro' })).status).toBe(404);
    expect((await get({ path: '/', method: 'POST' })).status).toBe(405);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('takes no handshake up again over %s: another try sees the card that is there then', async (version) => {
    const handshake = (maxVersion: SecureVersion, session?: Buffer): Promise<{ readonly session: Buffer | undefined; readonly isReused: boolean }> =>
      new Promise((resolve, reject) => {
        let kept: Buffer | undefined;
        let isReused = true;
        const socket = connect({ host: '127.0.0.1', port: listener.port, rejectUnauthorized: false, maxVersion, ...(session && { session }), ...withCard(card) }, () => {
          isReused = socket.isSessionReused();
          kept = socket.getSession();
          socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
        });
        socket.on('session', (given) => (kept = given));
        socket.on('data', () => undefined).on('error', reject).on('close', () => resolve({ session: kept, isReused }));
      });
    const first = await handshake(version);
    expect((await handshake(version, first.session)).isReused).toBe(false);
  });

  it('carries the test banner where an anchor is a test’s, and speaks no newer TLS than it is told', async () => {
    const other = await open({ newestTls: 'TLSv1.2' }, true);
    try {
      expect((await get({ ...withCard(card), port: other.port })).text).toContain('Ambiente di prova');
      await expect(get({ minVersion: 'TLSv1.3', port: other.port })).rejects.toThrow();
    } finally {
      await other.close();
    }
  });

  it('keeps counts and nothing else', async () => {
    lines.length = 0;
    const other = await open();
    const { port } = other;
    await get({ port });
    await get({ ...withCard(card), port });
    await expect(get({ ...withCard(card), port, maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })).rejects.toThrow();
    await other.close();
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([{ time: expect.any(String) as string, level: 'info', msg: 'self-checks', none: 1, 'works-not-checked': 1, 'no-handshake': 1 }]);
  });

  it('turns somebody away who comes again and again', async () => {
    const other = await open();
    for (let come = 0; come < 600; come += 1) {
      const socket = connectPlainly(other.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.destroy();
    }
    await expect(get({ port: other.port })).rejects.toThrow();
    clock.pass({ seconds: 61 });
    expect((await get({ port: other.port })).status).toBe(200);
    await other.close();
  });
});
