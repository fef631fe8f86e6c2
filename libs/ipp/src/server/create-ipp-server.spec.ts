// SPDX-License-Identifier: AGPL-3.0-or-later
import { request } from 'node:http';
import { createIppClient } from '../client/create-ipp-client';
import { createIppServer } from './create-ipp-server';
import type { IppServer } from './server';

const [buste, moduli] = ['/ipp/print/buste', '/ipp/print/moduli'];

/** The HTTP status with which a request is answered. */
const statusOf = (uri: string, { method = 'POST', type = 'application/ipp', path = buste, body = '' } = {}): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(uri.replace(/^ipp/, 'http'));
    const sending = request({ hostname, port, method, path, headers: { 'content-type': type } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    sending.end(body);
  });

describe('the printers of the rehearsal', () => {
  let server: IppServer;
  beforeEach(async () => {
    server = createIppServer({ queues: [{ path: buste, name: 'Buste' }, { path: moduli, name: 'Moduli' }] });
    await server.listen();
  });
  afterEach(() => server.close());
  const how = (path: string) => createIppClient({ uri: server.uriOf(path), timeoutMs: 1000 }).getPrinterAttributes();

  it('are machines of their own: one goes off and comes back at its address, the other does not notice', async () => {
    const uri = server.uriOf(buste);
    server.queue(buste).inject('offline');
    expect(await how(buste)).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
    expect(await how(moduli)).toMatchObject({ kind: 'printer', name: 'Moduli' });
    server.queue(buste).clear('offline');
    expect(server.uriOf(buste)).toBe(uri);
    expect(await how(buste)).toMatchObject({ kind: 'printer', name: 'Buste' });
  });

  it('come back even when they were off for no time at all', async () => {
    for (let count = 0; count < 5; count += 1) {
      server.queue(buste).inject('offline');
      server.queue(buste).clear('offline');
      expect(await how(buste)).toMatchObject({ kind: 'printer' });
    }
  });

  it('answer nothing but IPP at their own paths', async () => {
    const uri = server.uriOf(buste);
    expect(await statusOf(uri, { path: moduli })).toBe(404);
    expect(await statusOf(uri, { method: 'GET' })).toBe(400);
    expect(await statusOf(uri, { type: 'text/plain' })).toBe(400);
    expect(await statusOf(uri, { body: 'no IPP' })).toBe(400);
  });

  it('have no queue that was not set up', () => {
    expect(() => server.queue('/ipp/print/other')).toThrow(RangeError);
    expect(() => server.uriOf('/ipp/print/other')).toThrow('no queue at /ipp/print/other');
  });

  it('do not start twice at one port', async () => {
    const port = Number(/:(\d+)\//.exec(server.uriOf(buste))?.[1]);
    const second = createIppServer({ queues: [{ path: buste, name: 'Buste', port }] });
    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await second.close();
  });
});
