// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateId } from '../authority/certificate-id';

/** [0] EXPLICIT: the version, which an old certificate leaves out (RFC 5280 §4.1). */
const VERSION = 0xa0;

/** By what its authority knows a certificate: read where it stands, for a lot has thousands. @param der one that was judged before */
export function certificateIdOf(der: Uint8Array): CertificateId {
  const bytes = Buffer.from(der);
  const tbs = elementAt(bytes, elementAt(bytes, 0).content);
  const serial = elementAt(bytes, bytes[tbs.content] === VERSION ? elementAt(bytes, tbs.content).end : tbs.content);
  const issuerAt = elementAt(bytes, serial.end).end;
  return { issuer: bytes.subarray(issuerAt, elementAt(bytes, issuerAt).end), serial: bytes.toString('hex', serial.content, serial.end) };
}

/** Where the content of an element begins, and where it ends (X.690 §8.1.3, lengths of DER). @throws when the bytes end before */
function elementAt(bytes: Buffer, at: number): { readonly content: number; readonly end: number } {
  const short = bytes.readUInt8(at + 1);
  const more = short < 0x80 ? 0 : short & 0x7f;
  const content = at + 2 + more;
  const end = content + (more === 0 ? short : bytes.readUIntBE(at + 2, more));
  if (end > bytes.length) throw new RangeError('a certificate that ends too early');
  return { content, end };
}
