// SPDX-License-Identifier: AGPL-3.0-or-later
import { readPublicFile } from './read-public-file';
import type { CardProfile } from '../profiles/card-profile';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';
import type { Extent } from './read-file';
import type { UnreadableFile } from './read-public-file';

export interface IdCartaRead {
  readonly kind: 'read';
  /** 16 ASCII digits. */
  readonly idCarta: string;
}

const idCartaLength = 16;

/** Reads EF.ID_Carta alone, 2 APDUs: to tell in a new connection whether the same card is back. */
export async function readIdCarta(session: CardSession, { application, files }: CardProfile): Promise<IdCartaRead | UnreadableFile | CardFault> {
  const file = await readPublicFile(session, 'id-carta', { application, path: files.idCarta, extent: idCartaExtent, first: idCartaLength });
  return file.kind === 'read' ? { kind: 'read', idCarta: Buffer.from(file.bytes).toString('ascii') } : file;
}

function idCartaExtent(bytes: Uint8Array): Extent {
  if (bytes.some((byte) => byte < 0x30 || byte > 0x39)) return { kind: 'malformed' };
  return { kind: bytes.length < idCartaLength ? 'needs' : 'complete', length: idCartaLength };
}
