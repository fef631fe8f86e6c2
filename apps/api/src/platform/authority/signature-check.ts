// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_ALGORITHMS } from '@sportello/seal';
import { verify, type X509Certificate } from 'node:crypto';

export interface SignedBytes {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
  /** Object identifier, the hash within. */
  readonly algorithm: string;
}

/** Whether the certificate's key made the signature; off the event loop, since a list of revoked certificates is long. */
export async function checkSignature({ bytes, signature, algorithm }: SignedBytes, { publicKey }: X509Certificate): Promise<'yes' | 'no' | 'algorithm-not-supported'> {
  const { keyType, hash } = SIGNATURE_ALGORITHMS.get(algorithm) ?? { keyType: '', hash: null };
  if (hash === null) return 'algorithm-not-supported';
  if (publicKey.asymmetricKeyType !== keyType) return 'no';
  const isSigned = await new Promise<boolean>((resolve) => {
    // An error is a signature that OpenSSL does not take for one.
    verify(hash, bytes, publicKey, signature, (error, isValid) => resolve(error === null && isValid));
  });
  return isSigned ? 'yes' : 'no';
}

export const isInForce = ({ validFromDate, validToDate }: X509Certificate, at: Date): boolean => validFromDate <= at && at <= validToDate;
