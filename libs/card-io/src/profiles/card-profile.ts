// SPDX-License-Identifier: AGPL-3.0-or-later

export const activationMethods = ['transport-codes', 'issuer-auth'] as const;

/** How an inactive card is taken into use. */
export type ActivationMethod = (typeof activationMethods)[number];

/** The FIDs from below the MF to the file, in hex. */
export type FilePath = readonly string[];

/** Where a certificate may lie. */
export interface CertificatePlace {
  /** The AID of the application that holds it, in hex; none: its path begins at the MF. */
  readonly application?: string;
  readonly path: FilePath;
}

/** By what a card's key is named when it is to sign. */
export interface KeyPlace {
  readonly securityEnvironment: number;
  /** What stands under tag 83 (ISO 7816-4 §7.5.11). */
  readonly keyReference: number;
}

/** Where things are on a card, and by what references they are spoken to: data only. */
export interface CardProfile {
  readonly name: string;
  /** The AID of the application that has to be selected before anything else is found, in hex. */
  readonly application?: string;
  readonly files: {
    readonly idCarta: FilePath;
    readonly personalData: FilePath;
    /** Tried in this order until one holds a certificate. */
    readonly certificate: readonly CertificatePlace[];
  };
  readonly pinReference: number;
  readonly pukReference: number;
  /** Of the key by which an issuer authenticates itself. */
  readonly issuerKeyReference: number;
  /** The certificate's key; tried in this order until the card knows one. */
  readonly keys: readonly [KeyPlace, ...KeyPlace[]];
}
