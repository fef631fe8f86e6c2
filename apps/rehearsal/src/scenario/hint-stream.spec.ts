// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HintStream } from './hint-stream';
import { StoryBroken } from './story-broken';

describe('waiting for something to happen', () => {
  let server: Server;
  let listener: ServerResponse | undefined;
  const address = (path: string): URL => new URL(path, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url !== '/events') return void response.writeHead(401).end();
      listener = response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': hello\n\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('looks at once: what is there already needs no hint', async () => {
    const hints = await HintStream.open('Test', address('/events'), {});
    await expect(hints.until('it', 1000, () => Promise.resolve('seen'))).resolves.toBe('seen');
    hints.close();
  });

  it('looks again at each event, however its bytes are cut', async () => {
    const hints = await HintStream.open('Test', address('/events'), {});
    let state = 'before';
    const started = performance.now();
    const waiting = hints.until('it', 5000, () => Promise.resolve(state === 'after' ? state : undefined));
    await new Promise((resolve) => setTimeout(resolve, 100));
    state = 'after';
    listener?.write('event: desk\nda');
    listener?.write('ta: {}\n');
    listener?.write('\n');
    await expect(waiting).resolves.toBe('after');
    expect(performance.now() - started).toBeLessThan(800);
    hints.close();
  });

  it('looks now and then without one: hints may get lost', async () => {
    const hints = await HintStream.open('Test', address('/events'), {});
    let looks = 0;
    await expect(hints.until('it', 5000, () => Promise.resolve(++looks >= 3 ? looks : undefined))).resolves.toBe(3);
    hints.close();
  });

  it('gives up in words', async () => {
    const hints = await HintStream.open('Test', address('/events'), {});
    await expect(hints.until('the station', 50, () => Promise.resolve(undefined))).rejects.toThrow(/^Waited 0 seconds for the station, in vain\.$/);
    await expect(hints.until('the station', 50, () => Promise.resolve(undefined), () => ' It is off.')).rejects.toThrow(/in vain\. It is off\.$/);
    hints.close();
  });

  it('says when it is not let in', async () => {
    await expect(HintStream.open('The desk', address('/other'), {})).rejects.toThrow(new StoryBroken('The desk gave no events (HTTP 401).'));
  });
});
