// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TLSSocket } from 'node:tls';
import { connectUnverified } from './connect';
import type { IppFault } from './fault';
import { printerAddressOf } from './printer-address';

/** The certificate that answers at an address. Nobody has vouched for it: it is for a person to compare with what the printer itself shows. */
export type PrinterCertificate = {
  readonly kind: 'certificate';
  /** SHA-256 of the certificate, as people compare it: upper-case hex with colons. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: Date;
  readonly validTo: Date;
};

/**
 * Looks at the certificate of an ipps address, and says nothing to the printer.
 *
 * @throws TypeError for an address that cannot be read, or has no certificate.
 */
export const fetchCertificate = async (uri: string, timeoutMs = 10_000): Promise<PrinterCertificate | IppFault> => {
  const address = printerAddressOf(uri);
  if (!address.isSecure) throw new TypeError('only an ipps address has a certificate');
  const connected = await connectUnverified(address, timeoutMs);
  if (connected.kind !== 'connected') return connected;
  try {
    const certificate = (connected.socket as TLSSocket).getPeerX509Certificate();
    if (certificate === undefined) return { kind: 'protocol', detail: 'TLS without a certificate' };
    const { fingerprint256, subject, issuer, validFromDate, validToDate } = certificate;
    return { kind: 'certificate', fingerprint: fingerprint256, subject: oneLine(subject), issuer: oneLine(issuer), validFrom: validFromDate, validTo: validToDate };
  } finally {
    connected.socket.destroy();
  }
};

/** Node writes a name's parts a line each. */
const oneLine = (name: string | undefined): string => (name ?? '').split('\n').join(', ');
