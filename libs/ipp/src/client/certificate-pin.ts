// SPDX-License-Identifier: AGPL-3.0-or-later
/** The SHA-256 of a certificate, in lower-case hex. */
export type CertificatePin = string;

/**
 * Reads a pin as people copy it: upper or lower case, with or without colons.
 *
 * @throws TypeError when it is no SHA-256.
 */
export const certificatePinOf = (text: string): CertificatePin => {
  const pin = text.replaceAll(':', '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(pin)) throw new TypeError('a certificate pin is a SHA-256 in hex');
  return pin;
};
