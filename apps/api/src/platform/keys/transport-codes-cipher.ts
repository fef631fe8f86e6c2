// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Randomness } from '../ports/randomness';
import { decryptBound, encryptBound } from './aes-gcm';

/** Encrypts a frame of transport codes for its place in the database (the ID_Carta is bound in). */
export function encryptTransportCodes({ key, idCarta, frame, randomness }: {
  readonly key: Uint8Array;
  readonly idCarta: string;
  readonly frame: Uint8Array;
  readonly randomness: Randomness;
}): Buffer {
  return encryptBound({ key, boundTo: idCarta, bytes: frame, randomness });
}

/**
 * The frame again. The caller wipes it.
 *
 * @throws Error when the bytes are not this card's, or the key is not theirs.
 */
export function decryptTransportCodes({ key, idCarta, encrypted }: { readonly key: Uint8Array; readonly idCarta: string; readonly encrypted: Uint8Array }): Uint8Array {
  return decryptBound({ key, boundTo: idCarta, encrypted });
}
