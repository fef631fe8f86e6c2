// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Wire } from '../../kill-table/kill-desk';
import type { OnBytes } from '../../kill-table/severable-link';
import type { PlaceKind, Sample } from './sample';

const KIND_OF: Readonly<Record<Wire, PlaceKind>> = { 'station-api': 'traffic of station and API', 'browser-api': 'traffic of page and API', 'api-vault': 'traffic of API and vault', 'station-printer': 'printer queue' };

interface Heard {
  readonly wire: Wire;
  readonly pieces: Buffer[];
  /** To the printer goes the paper itself: the codes become known from it, and it is no place to look for them. */
  readonly isPaper: boolean;
}

/** All that went over the wires, whole for each connection and way. */
export class WireRecord {
  readonly #heard = new Map<string, Heard>();

  /** @param onPaper hears what has gone to the printer on one connection, from the first byte of a document on. */
  constructor(private readonly onPaper: (sent: Buffer) => void) {}

  readonly hear = (wire: Wire, ...[piece, way, connection]: Parameters<OnBytes>): void => {
    const name = `${wire} ${connection} ${way}`;
    const heard = this.#heard.get(name) ?? { wire, pieces: [], isPaper: wire === 'station-printer' && way === 'to-api' };
    this.#heard.set(name, heard);
    heard.pieces.push(piece);
    if (!heard.isPaper) return;
    const sent = Buffer.concat(heard.pieces);
    if (sent.includes('%PDF')) this.onPaper(sent);
  };

  *samples(): Generator<Sample> {
    for (const [part, { wire, pieces, isPaper }] of this.#heard) {
      if (!isPaper) yield { kind: KIND_OF[wire], part, bytes: Buffer.concat(pieces) };
    }
  }
}
