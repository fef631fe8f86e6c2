// SPDX-License-Identifier: AGPL-3.0-or-later

/** The issuer's master keys, wherever they are kept. A version is never given to another key. */
export abstract class IssuerKeys {
  /** The versions that are here, in their order; the highest is the one in use. */
  abstract readonly versions: readonly number[];
  /**
   * The cryptogram over a card's challenge (8 bytes) under that card's own key, which is derived and forgotten here.
   *
   * @throws Error when the version is not here, or the keeper of the key does not answer.
   */
  abstract cryptogram(version: number, idCarta: string, challenge: Uint8Array): Promise<Uint8Array>;
}

/** An installation without an issuer's key: cards of that method are refused with the reason. */
export const noIssuerKeys: IssuerKeys = {
  versions: [],
  cryptogram: () => Promise.reject(new Error('there is no issuer key')),
};
