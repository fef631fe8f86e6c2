// SPDX-License-Identifier: AGPL-3.0-or-later

export type ActivationMethod = 'transport-codes' | 'issuer-auth';

/** The FIDs from below the MF to the file, in hex. */
export type FilePath = readonly string[];

/** Where things are on a card, and how it is taken into use: data only. */
export interface CardProfile {
  readonly name: string;
  readonly files: {
    readonly idCarta: FilePath;
    readonly personalData: FilePath;
    /** Tried in this order until one holds a certificate. */
    readonly certificate: readonly FilePath[];
  };
  readonly pinReference: number;
  readonly pukReference: number;
  readonly securityEnvironment: number;
  readonly signatureKey: number;
  /** Of the key by which an issuer authenticates itself. */
  readonly issuerKeyReference: number;
  readonly activation: ActivationMethod;
}
