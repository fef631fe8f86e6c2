// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a card keeps without power. Serialisable as JSON. Codes are ASCII digits. */
export interface VirtualCardState {
  readonly pin: string;
  readonly puk: string;
  readonly pinTriesLeft: number;
  readonly pukTriesLeft: number;
}

export interface VirtualCardContents {
  /** 16 digits. */
  readonly idCarta: string;
  /** EF.Dati_personali, padded to 400 bytes by the card. */
  readonly personalData: Uint8Array;
  readonly certificateDer: Uint8Array;
  /** PKCS#8 DER, RSA 2048. */
  readonly privateKeyDer: Uint8Array;
}

export interface VirtualCardOptions {
  readonly contents: VirtualCardContents;
  readonly state: VirtualCardState;
  /** Default: the ST 2021 contact ATR. */
  readonly atr?: Uint8Array;
  /** Called with each new state before the answer leaves, and before a code is compared. */
  readonly persist?: (state: VirtualCardState) => void | Promise<void>;
}

/** A CNS card of the classic profile, in software. */
export interface VirtualCard {
  readonly atr: Uint8Array;
  readonly state: VirtualCardState;
  /** One command APDU in, data and status word out. Never throws on what it receives. */
  process(command: Uint8Array): Promise<Uint8Array>;
  /** Power lost or warm reset: current file, verified codes and security environment are forgotten. */
  reset(): void;
}

export declare function createVirtualCard(options: VirtualCardOptions): VirtualCard;
