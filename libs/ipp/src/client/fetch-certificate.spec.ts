// SPDX-License-Identifier: AGPL-3.0-or-later
import { createIppServer } from '../server/create-ipp-server';
import { selfSigned } from '../testing/self-signed';
import { fetchCertificate } from './fetch-certificate';

const path = '/ipp/print/buste';

describe('a look at a printer\'s certificate', () => {
  it('tells what a person compares, and asks the printer nothing', async () => {
    const own = selfSigned();
    const onChange = jest.fn();
    const server = createIppServer({ queues: [{ path, name: 'Buste' }], tls: own, onChange });
    await server.listen();
    try {
      const certificate = await fetchCertificate(server.uriOf(path));
      expect(certificate).toEqual({
        kind: 'certificate', fingerprint: own.pin.toUpperCase().match(/../g)?.join(':'), subject: 'CN=Buste', issuer: 'CN=Buste', validFrom: new Date('2025-01-01T00:00:00Z'), validTo: new Date('2045-01-01T00:00:00Z'),
      });
      expect(onChange).not.toHaveBeenCalled();
    } finally {
      await server.close();
    }
  });

  it('is not had where nobody answers, nor where TLS is not spoken', async () => {
    const server = createIppServer({ queues: [{ path, name: 'Buste' }] });
    await server.listen();
    const plain = server.uriOf(path).replace('ipp:', 'ipps:');
    expect(await fetchCertificate(plain, 2_000)).toMatchObject({ kind: 'unreachable' });
    await server.close();
    expect(await fetchCertificate(plain)).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
  });

  it('is not asked of an address without TLS', async () => {
    await expect(fetchCertificate('ipp://127.0.0.1/ipp')).rejects.toThrow('only an ipps address has a certificate');
  });
});
