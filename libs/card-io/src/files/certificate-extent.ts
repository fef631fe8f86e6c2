// SPDX-License-Identifier: AGPL-3.0-or-later
import { readTlvHeader } from '../tlv/ber-tlv';

export type CertificateExtent = { readonly kind: 'complete' | 'needs'; readonly length: number } | { readonly kind: 'malformed' };

const derSequence = 0x30;
/** Real ones have about 1.9 kB. More than this is not a certificate that somebody put on a card. */
const longestCertificate = 8192;

/** How far the certificate reaches in a file that is zero padded after it. */
export function certificateExtent(bytes: Uint8Array): CertificateExtent {
  const header = readTlvHeader(bytes);
  if (header.kind === 'truncated') return { kind: 'needs', length: 4 };
  if (header.kind === 'malformed' || header.tag !== derSequence) return { kind: 'malformed' };
  const length = header.headerLength + header.valueLength;
  if (length > longestCertificate || header.valueLength === 0) return { kind: 'malformed' };
  return { kind: length <= bytes.length ? 'complete' : 'needs', length };
}
