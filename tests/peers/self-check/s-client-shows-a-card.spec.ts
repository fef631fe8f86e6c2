// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @nx/enforce-module-boundaries -- OpenSSL’s client talks to the very listener of the API, which is no package
import { SelfCheckListener } from '../../../apps/api/src/features/self-check/self-check-listener';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { NO_STATUS } from '../../../apps/api/src/platform/authority/status/certificate-status';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { Log } from '../../../apps/api/src/platform/logging/log';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { demoCa, issueCard, type TestCard } from '../../../apps/api/src/testing/test-cards';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { TestClock } from '../../../apps/api/src/testing/test-clock';
import { describeWithOpenssl, openssl } from '../timestamps/openssl-authority';

describeWithOpenssl('The self-check page, as OpenSSL’s client sees it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-self-check-'));
  let listener: SelfCheckListener;

  beforeAll(async () => {
    const [ca, stranger] = await Promise.all([demoCa(), demoCa('Altro certificatore')]);
    lay('card', await issueCard(ca));
    lay('old', await issueCard(ca, { certificateNotAfter: new Date('2026-05-12T10:00:00Z') }));
    lay('other', await issueCard(stranger));
    const server = lay('server', await issueCard(ca));
    listener = await SelfCheckListener.start(
      { host: '127.0.0.1', port: 0, url: 'https://tessera.example', ...server, newestTls: 'TLSv1.3' },
      { trustAnchors: { certificates: [ca.certificateDer], isTest: false }, certificateStatus: NO_STATUS, clock: new TestClock(), log: new Log('error'), publicOrigin: 'https://sportello.example', phone: '800 004477' },
    );
  });
  afterAll(async () => {
    await listener.close();
    rmSync(folder, { recursive: true });
  });

  function lay(name: string, { issued }: TestCard): { readonly key: string; readonly certificate: string } {
    const key = createPrivateKey({ key: Buffer.from(issued.privateKeyDer), format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();
    const certificate = new X509Certificate(issued.certificateDer).toString();
    writeFileSync(join(folder, `${name}.key`), key);
    writeFileSync(join(folder, `${name}.pem`), certificate);
    return { key, certificate };
  }

  /** All that `openssl s_client` printed: the handshake, and the page. */
  async function seen(...args: readonly string[]): Promise<string> {
    const client = spawn(openssl, ['s_client', '-connect', `127.0.0.1:${listener.port}`, '-ign_eof', ...args], { cwd: folder });
    let text = '';
    client.stdout.on('data', (part: Buffer) => (text += part.toString()));
    client.stdin.end('GET / HTTP/1.1\r\nHost: tessera.example\r\n\r\n');
    await new Promise((resolve) => client.on('close', resolve));
    return text;
  }

  it.each(['-tls1_2', '-tls1_3'])('a card is seen over %s, and its authority is named to whoever looks', async (version) => {
    const text = await seen(version, '-cert', 'card.pem', '-key', 'card.key');
    expect(text).toMatch(/Acceptable client certificate CA names\n.*Certificatore di prova/);
    expect(text).toContain('<dd>1 gennaio 2032</dd>');
  });

  it.each([
    ['no certificate', [], 'Nessuna tessera letta'],
    ['one of another authority', ['-cert', 'other.pem', '-key', 'other.key'], 'Il certificato non è di una TS-CNS riconosciuta qui'],
    ['one that has expired', ['-cert', 'old.pem', '-key', 'old.key'], 'Il certificato è scaduto il 12 maggio 2026'],
  ])('%s is answered with words, and no broken handshake', async (_what, args, heading) => {
    expect(await seen(...args)).toContain(heading);
  });
});
