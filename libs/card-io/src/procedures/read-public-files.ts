// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardFault } from '../session/fault';
import type { CardSession } from '../session/card-session';
import type { CardProfile } from '../profiles/card-profile';

export type PublicFile = 'id-carta' | 'personal-data' | 'certificate';

export interface PublicFiles {
  readonly kind: 'read';
  /** 16 ASCII digits, as they are in EF.ID_Carta. */
  readonly idCarta: string;
  /** EF.Dati_personali from its first byte to the end of its last field, without the padding. */
  readonly personalData: Uint8Array;
  /** Without the zero padding. */
  readonly certificateDer: Uint8Array;
}

export type UnreadableFile =
  | { readonly kind: 'unreadable'; readonly file: PublicFile; readonly because: 'not-found' | 'malformed' }
  | { readonly kind: 'unreadable'; readonly file: PublicFile; readonly because: 'refused'; readonly sw: number };

export declare function readPublicFiles(session: CardSession, profile: CardProfile): Promise<PublicFiles | UnreadableFile | CardFault>;

export interface IdCartaRead {
  readonly kind: 'read';
  readonly idCarta: string;
}

export declare function readIdCarta(session: CardSession, profile: CardProfile): Promise<IdCartaRead | UnreadableFile | CardFault>;
