// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { foreignCard } from './foreign-card';
import { VpcdContacts } from './vpcd-contacts';

/** As vpcd asks for the ATR: a frame of one byte. */
const atrWanted = Buffer.from('000104', 'hex');
const atr = '000b3b09534f43492043415244';

/** The card's connection, as vpcd gets it, once the card has shown its ATR. */
const arrival = async (vpcd: Server): Promise<Socket> => {
  const [socket] = (await once(vpcd, 'connection')) as [Socket];
  socket.write(atrWanted);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString('hex')).toBe(atr);
  return socket.resume();
};

describe('the contacts of a vpcd reader', () => {
  let vpcd: Server;
  let port: number;
  let contacts: VpcdContacts;
  let complaints: string[];
  beforeEach(async () => {
    vpcd = createServer().listen(0, '127.0.0.1');
    await once(vpcd, 'listening');
    ({ port } = vpcd.address() as AddressInfo);
    complaints = [];
    contacts = new VpcdContacts({ host: '127.0.0.1', port }, (_, msg) => void complaints.push(msg));
  });
  afterEach(async () => {
    await contacts.close();
    vpcd.close();
  });

  const reopen = async (): Promise<void> => {
    vpcd = createServer().listen(port, '127.0.0.1');
    await once(vpcd, 'listening');
  };
  const gone = async (): Promise<void> => {
    vpcd.close();
    await once(vpcd, 'close');
  };

  it('show a card from its insertion to its pull', async () => {
    contacts.insert(foreignCard());
    const socket = await arrival(vpcd);
    contacts.pull();
    await once(socket, 'close');
  });

  it('let go of a card that is pulled while it goes in', async () => {
    const connected = once(vpcd, 'connection') as Promise<[Socket]>;
    contacts.insert(foreignCard());
    await Promise.resolve();
    contacts.pull();
    const [socket] = await connected;
    await once(socket.resume(), 'close');
  });

  it('let a card wait for a vpcd that is not there yet, and complain once', async () => {
    await gone();
    contacts.insert(foreignCard());
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(complaints).toEqual(['no vpcd listens: the card waits']);
    await reopen();
    await arrival(vpcd);
  });

  it('keep a card in while vpcd is started anew', async () => {
    contacts.insert(foreignCard());
    const socket = await arrival(vpcd);
    socket.destroy();
    await arrival(vpcd);
  });

  it('forget a card that was pulled before vpcd was there', async () => {
    await gone();
    contacts.insert(foreignCard());
    contacts.pull();
    await reopen();
    let connections = 0;
    vpcd.on('connection', () => (connections += 1));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(connections).toBe(0);
  });

  it('change cards no faster than pcscd looks', async () => {
    contacts.insert(foreignCard());
    await arrival(vpcd);
    contacts.pull();
    const pulled = performance.now();
    contacts.insert(foreignCard());
    await arrival(vpcd);
    expect(performance.now() - pulled).toBeGreaterThan(400);
  });
});
