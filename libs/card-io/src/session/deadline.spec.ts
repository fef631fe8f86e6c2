// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { withDeadline } from './deadline';

/** As a process is kept from running that loads a program, or whose computer has other things to do. */
function standStill(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) continue;
}

describe('a deadline', () => {
  it('ends the wait for what does not come', async () => {
    expect(await withDeadline(new Promise<string>(() => undefined), 5, 'late')).toBe('late');
  });

  it('does not call late what came in time, and was not looked at because the process stood still', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const answered = new Promise<void>((resolve) => {
      server.once('connection', (served) => served.once('data', () => resolve(void served.end('9000'))));
    });
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    const answer = new Promise<string>((resolve) => {
      socket.once('data', (bytes) => resolve(bytes.toString()));
    });
    socket.write('command');
    await answered;
    const outcome = withDeadline(answer, 20, 'late');
    standStill(60);
    expect(await outcome).toBe('9000');
    socket.destroy();
    server.close();
  });
});
