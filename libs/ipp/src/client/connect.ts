// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { CertificatePin } from './certificate-pin';
import type { IppFault } from './fault';
import type { PrinterAddress } from './printer-address';
import { systemCodeOf } from './system-code';

export type Connected = { readonly kind: 'connected'; readonly socket: Socket };

/**
 * A connection to the printer, over TLS with the certificate verified. It is made here and handed to the HTTP client, so that no octet of a request can leave before
 * the printer is known to be the one.
 */
export const connect = async (address: PrinterAddress, pin: CertificatePin | undefined, timeoutMs: number): Promise<Connected | IppFault> => {
  if (!address.isSecure) return opened(connectTcp({ host: address.host, port: address.port }), 'connect', timeoutMs);
  // A pinned certificate is its own authority; without a pin the usual authorities have to vouch for it.
  const connected = await opened(tlsSocket(address, pin === undefined), 'secureConnect', timeoutMs);
  if (connected.kind !== 'connected' || pin === undefined || pin === fingerprintOf(connected.socket)) return connected;
  connected.socket.destroy();
  return { kind: 'certificate-mismatch' };
};

/** A connection over TLS to whoever answers: for looking at the certificate, and for nothing else. */
export const connectUnverified = (address: PrinterAddress, timeoutMs: number): Promise<Connected | IppFault> =>
  opened(tlsSocket(address, false), 'secureConnect', timeoutMs);

const tlsSocket = ({ host, port }: PrinterAddress, isVerified: boolean): TLSSocket =>
  connectTls({
    host,
    port,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    rejectUnauthorized: isVerified,
  });

const opened = async (socket: Socket, event: 'connect' | 'secureConnect', timeoutMs: number): Promise<Connected | IppFault> => {
  const fault = await established(socket, event, timeoutMs);
  if (fault === undefined) return { kind: 'connected', socket };
  socket.destroy();
  return fault;
};

const established = (socket: Socket, event: 'connect' | 'secureConnect', timeoutMs: number): Promise<IppFault | undefined> =>
  new Promise((resolve) => {
    const settle = (fault?: IppFault): void => {
      clearTimeout(timer);
      resolve(fault);
    };
    const timer = setTimeout(() => settle({ kind: 'timeout' }), timeoutMs);
    socket.once(event, () => settle());
    // Stays for the socket's life: whoever uses it next has listeners of their own, and an error between the two must not end the process.
    socket.on('error', (error) => settle(faultOf(systemCodeOf(error) ?? error.name)));
    socket.once('close', () => settle(faultOf('ECONNRESET')));
  });

const faultOf = (code: string): IppFault => (certificateErrors.has(code) ? { kind: 'certificate-mismatch' } : { kind: 'unreachable', code });

/** The codes with which Node's TLS says that it does not trust a chain or that the name is another's (Node.js, TLS, "X509 certificate error codes"). */
const certificateErrors: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED', 'CERT_REVOKED', 'CERT_SIGNATURE_FAILURE', 'CERT_CHAIN_TOO_LONG', 'CERT_UNTRUSTED', 'CERT_REJECTED', 'INVALID_CA',
  'INVALID_PURPOSE', 'HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const fingerprintOf = (socket: Socket): string | undefined => {
  const certificate = 'getPeerX509Certificate' in socket ? (socket as TLSSocket).getPeerX509Certificate() : undefined;
  return certificate && createHash('sha256').update(certificate.raw).digest('hex');
};
