// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What the link carries, by its first words: enough to cut it at a step. */
export interface Passing {
  readonly text: string;
  readonly way: 'to-api' | 'to-station';
}

/** Hears what comes, before anything is done with it. Connections are counted from 1. */
export type OnBytes = (piece: Buffer, way: Passing['way'], connection: number) => void;

/** The wire between station and API, which somebody may cut, or watch. Requests of the station are whole in one piece or two; nothing of them is kept. */
export class SeverableLink {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;
  /** Called with each piece before it goes on; it goes on when this resolves, unless the link was cut meanwhile. */
  onPassing: (passing: Passing) => Promise<void> = () => Promise.resolve();

  private constructor(apiPort: () => number, onBytes: OnBytes) {
    let connections = 0;
    this.#server = createServer((station) => {
      if (this.#isCut) {
        station.destroy();
        return;
      }
      const connection = (connections += 1);
      const api = connect({ host: '127.0.0.1', port: apiPort(), noDelay: true });
      for (const [from, to, way] of [
        [station, api, 'to-api'],
        [api, station, 'to-station'],
      ] as const) {
        this.#sockets.add(from);
        let carrying: Promise<void> = Promise.resolve();
        from.on('data', (piece) => {
          onBytes(piece, way, connection);
          carrying = carrying.then(() => this.#carry(piece, to, way));
        });
        from.once('end', () => void carrying.then(() => to.end()));
        from.once('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
        from.on('error', () => from.destroy()); // 'close' follows
      }
    });
  }

  static async open(apiPort: () => number, onBytes: OnBytes = () => undefined): Promise<SeverableLink> {
    const link = new SeverableLink(apiPort, onBytes);
    await new Promise<void>((resolve) => link.#server.listen(0, '127.0.0.1', resolve));
    return link;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #carry(piece: Buffer, to: Socket, way: Passing['way']): Promise<void> {
    await this.onPassing({ text: piece.toString('latin1'), way });
    if (!to.destroyed) to.write(piece);
  }
}
