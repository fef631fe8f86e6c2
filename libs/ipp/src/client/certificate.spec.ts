// SPDX-License-Identifier: AGPL-3.0-or-later
import { createIppServer } from '../server/create-ipp-server';
import type { IppServer } from '../server/server';
import { selfSigned } from '../testing/self-signed';
import { createIppClient } from './create-ipp-client';

const path = '/ipp/print/buste';
const ticket = { jobName: 'lavoro 12', requestingUser: 'sportello', format: 'application/pdf' } as const;

describe('a printer over ipps', () => {
  let server: IppServer;
  let pin: string;
  beforeEach(async () => {
    const own = selfSigned();
    pin = own.pin;
    server = createIppServer({ queues: [{ path, name: 'Buste' }], tls: own });
    await server.listen();
  });
  afterEach(() => server.close());

  it('is believed by its pinned certificate', async () => {
    const client = createIppClient({ uri: server.uriOf(path), certificatePin: pin });
    expect(server.uriOf(path)).toMatch(/^ipps:/);
    expect(await client.getPrinterAttributes()).toMatchObject({ kind: 'printer', conditions: ['ready'] });
    expect(await client.printJob({ ...ticket, document: Buffer.from('%PDF-') })).toMatchObject({ kind: 'job' });
  });

  it.each([
    ['with another certificate than the pinned one', { certificatePin: 'ab'.repeat(32) }],
    ['that nobody vouches for', {}],
  ])('%s gets not one byte', async (_, trust) => {
    const client = createIppClient({ uri: server.uriOf(path), ...trust });
    const onBeforeFirstByte = jest.fn();
    expect(await client.printJob({ ...ticket, document: Buffer.from('%PDF-'), onBeforeFirstByte })).toEqual({ kind: 'certificate-mismatch', document: 'not-sent' });
    expect(onBeforeFirstByte).not.toHaveBeenCalled();
    expect(server.queue(path).snapshot().jobs).toEqual([]);
  });
});
