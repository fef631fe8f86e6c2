// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { issueDemoCa } from '@sportello/card-io/simulator';
import { createIppServer, type IppServer } from '@sportello/ipp/server';
import { pinPrinter } from './pin-printer';

const path = '/ipp/print/buste';
const pem = (label: string, der: Uint8Array): string => `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
const colons = (hex: string): string => hex.toUpperCase().match(/../g)?.join(':') ?? '';

let printer: IppServer;
let fingerprint: string;
beforeAll(async () => {
  const { certificateDer, privateKeyDer } = await issueDemoCa({ commonName: 'Buste', notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2045-01-01T00:00:00Z') });
  fingerprint = colons(createHash('sha256').update(certificateDer).digest('hex'));
  printer = createIppServer({ queues: [{ path, name: 'Buste' }], tls: { key: pem('PRIVATE KEY', privateKeyDer), cert: pem('CERTIFICATE', certificateDer) } });
  await printer.listen();
});
afterAll(() => printer.close());

async function shown(environment: Readonly<Record<string, string>> = {}, uri = printer.uriOf(path)): Promise<readonly string[]> {
  const lines: string[] = [];
  await pinPrinter({ uri, environment, say: (line) => void lines.push(line) });
  return lines;
}

describe('pinning a printer', () => {
  it('shows name, model, certificate, and whether it keeps documents itself; the last line is for programs', async () => {
    const lines = await shown();
    expect(lines.slice(0, 4)).toEqual([
      'Printer      Buste, Sportello simulated printer',
      'Documents    printed by the device itself',
      expect.stringMatching(/^Certificate {2}.*CN=Buste, made by the printer itself, valid from 2025-01-01 to 2045-01-01$/),
      `SHA-256      ${fingerprint}`,
    ]);
    expect(lines.join('\n')).toContain(`ENVELOPE_PRINTER_PIN=${fingerprint}`);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ uri: printer.uriOf(path), pin: fingerprint, name: 'Buste', makeAndModel: 'Sportello simulated printer', spooling: 'printer' });
  });

  it('says so when another certificate is written down for that printer, and not when it is this one', async () => {
    const expected = (pin: string) => shown({ FORM_PRINTER: printer.uriOf(path), FORM_PRINTER_PIN: pin });
    expect((await expected('AB'.repeat(32))).join('\n')).toContain('FORM_PRINTER_PIN expects another certificate');
    expect((await expected(fingerprint.replaceAll(':', '').toLowerCase())).join('\n')).not.toContain('expects another');
  });

  it.each(['ipp://127.0.0.1/ipp', 'https://127.0.0.1', '', '--reader'])('needs an ipps address: %j', async (uri) => {
    await expect(shown({}, uri)).rejects.toThrow('--pin-printer is followed by the printer\'s ipps address');
  });

  it('says what to look at when nobody answers, or no printer does', async () => {
    await expect(shown({}, 'ipps://127.0.0.1:1/ipp/print')).rejects.toThrow('switch the printer on');
    await expect(shown({}, printer.uriOf(path).replace('buste', 'nessuna'))).rejects.toThrow('correct the path');
  });
});
