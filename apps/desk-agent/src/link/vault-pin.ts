// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ResealedBlobDocument, SIGNATURE_PURPOSES, type VaultIdentity, type WriteCardJob } from '@sportello/contracts';
import { isPublicKey, verifyDocument } from '@sportello/seal';
import type { PinnedStation } from './pinned-station';

/**
 * What the station believes of the vault. The API orders the printing and names the vault's key of the day, but only the vault signs its keys, and a version that was
 * followed by another one never counts again: who took the API over can neither bring a key of their own nor an old one back.
 */
export class VaultPin {
  constructor(
    private pinned: PinnedStation,
    /** Writes down what is believed from now on. */
    private readonly keep: (pinned: PinnedStation) => Promise<void>,
  ) {}

  /**
   * Whether codes may be sealed to the key that a job brings. A newer version is on the disk before this resolves. A job that brings none means the key of the enrolment: that one
   * counts until the first version is known, and never again.
   */
  async believes(brought: VaultIdentity | undefined): Promise<boolean> {
    const { vaultSigningKey, vaultKeyVersion } = this.pinned;
    if (brought === undefined) return vaultKeyVersion === 0;
    const { signingKey, current: { key, signature } } = brought;
    const trusted = vaultSigningKey ?? signingKey;
    const isTheVaults = signingKey === trusted && verifyDocument(key, signature, { purpose: SIGNATURE_PURPOSES.vaultKey, publicKey: trusted });
    if (!isTheVaults || !isPublicKey(key.sealingKey) || key.version < vaultKeyVersion) return false;
    if (key.version === vaultKeyVersion) return key.sealingKey === this.pinned.vaultSealingKey;
    this.pinned = { ...this.pinned, vaultSigningKey: trusted, vaultSealingKey: key.sealingKey, vaultKeyVersion: key.version };
    await this.keep(this.pinned);
    return true;
  }

  /** Whether it was the vault that sealed a job's codes to this station. A station that never heard of a vault's signing key believes nobody. */
  hasResealed({ caseId, intentId, idCarta, controlNumber, stationId, blob, vaultSignature }: WriteCardJob): boolean {
    const { vaultSigningKey } = this.pinned;
    if (vaultSigningKey === null || vaultSignature === undefined) return false;
    const document: ResealedBlobDocument = { caseId, intentId, idCarta, controlNumber, stationId, blob };
    return verifyDocument(document, vaultSignature, { purpose: SIGNATURE_PURPOSES.resealedBlob, publicKey: vaultSigningKey });
  }
}
