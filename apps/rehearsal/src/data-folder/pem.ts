// SPDX-License-Identifier: AGPL-3.0-or-later
/** DER in PEM's clothes (RFC 7468), and back. */
export const pemOf = (label: 'CERTIFICATE' | 'PRIVATE KEY', der: Uint8Array): string => {
  const lines = Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};

export const derOf = (pem: string): Uint8Array => Uint8Array.from(Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'));
